package org.enf.knime;

import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.enf.core.molecule.Element;
import org.enf.core.molecule.Molecule;
import org.enf.core.molecule.io.MolText;
import org.enf.knime.molecule.MoleculeCells;
import org.enf.standin.TableBuilder;
import org.knime.chem.types.SdfCellFactory;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;

/** Tables of small molecules for tests. */
public final class MoleculeTables {
  /** The name of the molecule column. */
  public static final String COLUMN = "Molecule";

  private static final Molecule METHANE =
      new Molecule(
          "methane",
          new Element[] {Element.C, Element.H, Element.H, Element.H, Element.H},
          new double[] {
            0, 0, 0, 0.63, 0.63, 0.63, -0.63, -0.63, 0.63, -0.63, 0.63, -0.63, 0.63, -0.63, -0.63
          });
  private static final Molecule WATER =
      new Molecule(
          "water",
          new Element[] {Element.O, Element.H, Element.H},
          new double[] {0, 0, 0.12, 0.76, 0, -0.47, -0.76, 0, -0.47});
  private static final Molecule AMMONIA =
      new Molecule(
          "ammonia",
          new Element[] {Element.N, Element.H, Element.H, Element.H},
          new double[] {0, 0, 0.1, 0.94, 0, -0.27, -0.47, 0.81, -0.27, -0.47, -0.81, -0.27});
  private static final List<Molecule> ALL = List.of(METHANE, WATER, AMMONIA);

  private MoleculeTables() {}

  /** A table in which methane, water and ammonia take turns, each a little distorted. */
  public static BufferedDataTable of(int rows) {
    TableBuilder table = builder();
    for (int row = 0; row < rows; row++) {
      table.row(new StringCell("molecule " + row), cell(row));
    }
    return table.build();
  }

  /**
   * A table of good molecules with a missing cell, a drawing, a broken text, and sulfur among them.
   */
  public static BufferedDataTable withTroubles(int good) {
    return withTroubles(IntStream.range(0, good).mapToObj(MoleculeTables::molecule).toList());
  }

  /** The same troubles among these molecules. */
  public static BufferedDataTable withTroubles(List<Molecule> good) {
    TableBuilder table = builder();
    table.row(new StringCell("missing"), DataType.getMissingCell());
    table.row(new StringCell("flat"), flat());
    good.forEach(molecule -> table.row(new StringCell(molecule.name()), cell(molecule)));
    table.row(new StringCell("broken"), SdfCellFactory.createAdapterCell("no molecule\nat all\n"));
    table.row(new StringCell("hydrogen sulfide"), sulfide());
    return table.build();
  }

  /** A table of these molecules. */
  public static BufferedDataTable of(List<Molecule> molecules) {
    TableBuilder table = builder();
    molecules.forEach(molecule -> table.row(new StringCell(molecule.name()), cell(molecule)));
    return table.build();
  }

  /** A table without a molecule column. */
  public static BufferedDataTable withoutMolecules() {
    return new TableBuilder().column("Text", StringCell.TYPE).row(new StringCell("x")).build();
  }

  /** A builder for rows of a name and a molecule. */
  public static TableBuilder builder() {
    return new TableBuilder().column("Name", StringCell.TYPE).column(COLUMN, MoleculeCells.TYPE);
  }

  /** The molecule of a row. */
  public static Molecule molecule(int row) {
    Molecule perfect = ALL.get(row % ALL.size());
    SplittableRandom random = new SplittableRandom(row);
    double[] positions = perfect.positions();
    for (int i = 0; i < positions.length; i++) {
      positions[i] += 0.02 * (random.nextDouble() - 0.5);
    }
    return new Molecule(perfect.name() + " " + row, perfect.elements(), positions);
  }

  private static DataCell cell(int row) {
    return cell(molecule(row));
  }

  private static DataCell cell(Molecule molecule) {
    try {
      return MoleculeCells.of(molecule);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static DataCell flat() {
    try {
      return SdfCellFactory.createAdapterCell(
          MolText.sdf(METHANE).replace("E-NF           3D", "E-NF           2D"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static DataCell sulfide() {
    return cell(
        new Molecule(
            "hydrogen sulfide",
            new Element[] {Element.S, Element.H, Element.H},
            new double[] {0, 0, 0.1, 0.97, 0, -0.82, -0.97, 0, -0.82}));
  }
}

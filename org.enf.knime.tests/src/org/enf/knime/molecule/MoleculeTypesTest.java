package org.enf.knime.molecule;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.enf.core.molecule.Molecule;
import org.enf.core.molecule.io.MolText;
import org.enf.core.molecule.io.MoleculeFormatException;
import org.enf.knime.MoleculeTables;
import org.enf.knime.Rows;
import org.enf.knime.scorer.ScorerFactory;
import org.enf.standin.NodeRun;
import org.enf.standin.TableBuilder;
import org.junit.Test;
import org.knime.chem.types.CMLAdapterCell;
import org.knime.chem.types.CMLCellFactory;
import org.knime.chem.types.MolAdapterCell;
import org.knime.chem.types.MolCellFactory;
import org.knime.chem.types.SdfCellFactory;
import org.knime.chem.types.SdfValue;
import org.knime.chem.types.SmilesAdapterCell;
import org.knime.chem.types.SmilesCellFactory;
import org.knime.core.data.AdapterCell;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/** Molecules come in cells of many types, and as what other nodes have attached to a cell. */
public final class MoleculeTypesTest {
  private static final Molecule METHANE = MoleculeTables.molecule(0);

  private static String sdf() {
    try {
      return MolText.sdf(METHANE);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** What stands before the properties of an SDF record. */
  private static String mol() {
    return sdf().substring(0, sdf().indexOf("M  END") + "M  END".length()) + "\n";
  }

  private static String cml() {
    StringBuilder text =
        new StringBuilder("<molecule xmlns=\"http://www.xml-cml.org/schema\"><atomArray>");
    double[] x = METHANE.positions();
    for (int i = 0; i < METHANE.size(); i++) {
      text.append(
          String.format(
              Locale.ROOT,
              "<atom id=\"a%d\" elementType=\"%s\" x3=\"%f\" y3=\"%f\" z3=\"%f\"/>",
              i,
              METHANE.elements()[i].symbol(),
              x[3 * i],
              x[3 * i + 1],
              x[3 * i + 2]));
    }
    return text.append("</atomArray></molecule>").toString();
  }

  /** A node judges methane, whatever the column is. */
  private static void assertJudged(DataType type, DataCell cell) throws Exception {
    BufferedDataTable table = new TableBuilder().column("Column", type).row(cell).build();
    BufferedDataTable judged = NodeRun.of(ScorerFactory.class).execute(table).table(0);
    assertEquals("C", Rows.cell(judged, "Row0", "SMILES").toString());
    assertEquals("true", Rows.cell(judged, "Row0", "Stable").toString());
  }

  @Test
  public void plainCellsAreRead() throws Exception {
    assertJudged(SdfCellFactory.TYPE, SdfCellFactory.create(sdf()));
    assertJudged(MolCellFactory.TYPE, MolCellFactory.create(mol()));
    assertJudged(CMLCellFactory.TYPE, CMLCellFactory.create(cml()));
  }

  @Test
  public void adapterCellsAreRead() throws Exception {
    assertJudged(MoleculeCells.TYPE, SdfCellFactory.createAdapterCell(sdf()));
    assertJudged(MolAdapterCell.RAW_TYPE, MolCellFactory.createAdapterCell(mol()));
    assertJudged(CMLAdapterCell.RAW_TYPE, CMLCellFactory.createAdapterCell(cml()));
  }

  /** So come molecules of RDKit and CDK, whose own types are not known here. */
  @SuppressWarnings("unchecked")
  private static DataCell smilesWith(DataCell sdf) {
    AdapterCell smiles = (AdapterCell) SmilesCellFactory.createAdapterCell("C");
    return smiles.cloneAndAddAdapter(sdf, SdfValue.class);
  }

  @SuppressWarnings("unchecked")
  private static DataType smilesWithSdf() {
    return SmilesAdapterCell.RAW_TYPE.createNewWithAdapter(SdfValue.class);
  }

  @Test
  public void whatIsAttachedToACellOfAnotherTypeIsRead() throws Exception {
    assertJudged(smilesWithSdf(), smilesWith(SdfCellFactory.create(sdf())));
  }

  @Test
  public void attachmentThatFailedIsNoMolecule() {
    DataCell cell = smilesWith(new MissingCell("no conformer"));
    MoleculeFormatException refused =
        assertThrows(MoleculeFormatException.class, () -> MoleculeCells.read(cell, "Row0"));
    assertTrue(refused.getMessage(), refused.getMessage().contains("it is no molecule"));
  }

  @Test
  public void smilesAloneAreRefusedWithWhatToDo() {
    BufferedDataTable table =
        new TableBuilder()
            .column("SMILES", SmilesCellFactory.TYPE)
            .row(SmilesCellFactory.create("C"))
            .build();
    InvalidSettingsException none =
        assertThrows(
            InvalidSettingsException.class, () -> MoleculeColumn.of(table.getDataTableSpec(), ""));
    assertTrue(none.getMessage(), none.getMessage().contains("conformer generator"));
    InvalidSettingsException chosen =
        assertThrows(
            InvalidSettingsException.class,
            () -> MoleculeColumn.of(table.getDataTableSpec(), "SMILES"));
    assertTrue(chosen.getMessage(), chosen.getMessage().contains("make 3D coordinates first"));
  }

  @Test
  public void dialogOffersTheColumnsThatCanHoldMolecules() {
    BufferedDataTable table =
        new TableBuilder()
            .column("SMILES", SmilesCellFactory.TYPE)
            .column("CML", CMLCellFactory.TYPE)
            .column("SDF by adapter", smilesWithSdf())
            .build();
    List<String> names =
        MoleculeColumn.candidates(table.getDataTableSpec()).stream()
            .map(column -> column.getName())
            .toList();
    assertEquals(List.of("CML", "SDF by adapter"), names);
    assertFalse(MoleculeColumn.accepts(SmilesAdapterCell.RAW_TYPE));
  }
}

package org.enf.knime.molecule;

import java.util.List;
import java.util.Optional;
import org.enf.core.molecule.Molecule;
import org.enf.core.scoring.JudgedMolecule;
import org.enf.core.scoring.StabilityRule;
import org.enf.core.scoring.ValidSmiles;
import org.enf.core.scoring.Verdict;
import org.enf.knime.table.Cells;
import org.enf.knime.table.Columns;
import org.knime.chem.types.SmilesCellFactory;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.IntCell;

/** Judges molecules by the paper's rule and puts the verdict into cells. */
public final class Judgement {
  /** The columns of the cells. */
  public static final List<DataColumnSpec> COLUMNS =
      List.of(
          Columns.of("SMILES", SmilesCellFactory.TYPE),
          Columns.of("Atoms", IntCell.TYPE),
          Columns.of("Connected", BooleanCell.TYPE),
          Columns.of("Valid", BooleanCell.TYPE),
          Columns.of("Stable atoms", IntCell.TYPE),
          Columns.of("Stable", BooleanCell.TYPE));

  private final StabilityRule rule = StabilityRule.paper();
  private final ValidSmiles smiles = new ValidSmiles();

  /**
   * What was found of a molecule.
   *
   * @param molecule with the bonds that its distances tell, if its elements are known to the rule
   * @param judged the verdict; nothing where the rule does not know an element
   * @param smiles of a valid molecule
   */
  public record Result(
      Molecule molecule, Optional<JudgedMolecule> judged, Optional<String> smiles) {
    /** Whether no atom has too many bonds. */
    public boolean isValid() {
      return smiles.isPresent();
    }

    /** Whether all atoms have exactly the bonds of their element. */
    public boolean isStable() {
      return judged.map(JudgedMolecule::isStable).orElse(false);
    }

    /** The cells, as {@link #COLUMNS} say; what is not known is missing. */
    public List<DataCell> cells() {
      return List.of(
          smiles.map(SmilesCellFactory::create).orElseGet(DataType::getMissingCell),
          new IntCell(molecule.size()),
          Cells.truth(judged.map(verdict -> verdict.fragments() == 1)),
          Cells.truth(judged.map(verdict -> isValid())),
          judged
              .<DataCell>map(verdict -> new IntCell(verdict.stableAtoms()))
              .orElseGet(DataType::getMissingCell),
          Cells.truth(judged.map(JudgedMolecule::isStable)));
    }
  }

  /** Judges a molecule. */
  public Result of(Molecule molecule) {
    Verdict verdict = rule.judge(molecule);
    if (verdict instanceof JudgedMolecule judged) {
      return new Result(
          molecule.withBonds(judged.bonds()), Optional.of(judged), smiles.readable(judged));
    }
    return new Result(molecule, Optional.empty(), Optional.empty());
  }
}

package org.enf.knime.scorer;

import java.io.IOException;
import java.util.Optional;
import org.enf.core.molecule.Molecule;
import org.enf.core.scoring.Bootstrap;
import org.enf.core.scoring.MoleculeScorer;
import org.enf.core.scoring.Score;
import org.enf.core.scoring.TrainingMolecules;
import org.enf.knime.execution.LeftOut;
import org.enf.knime.execution.Warnings;
import org.enf.knime.molecule.Judgement;
import org.enf.knime.molecule.MoleculeColumn;
import org.enf.knime.molecule.MoleculeRow;
import org.enf.knime.molecule.MoleculeRows;
import org.enf.knime.view.Distributions;
import org.enf.knime.view.MoleculesPage;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;

/** Configures and executes the Stability Scorer. */
final class ScorerNode {
  private static final double TRAINING_SHARE = 0.7;

  private ScorerNode() {}

  static void configure(ConfigureInput in, ConfigureOutput out) throws InvalidSettingsException {
    ScorerParameters parameters = in.getParameters();
    DataTableSpec table = in.getInPortSpec(0);
    MoleculeColumn.of(table, parameters.moleculeColumn);
    if (in.getInPortSpecs().length > 1) {
      MoleculeColumn.of(in.getInPortSpec(1), parameters.trainingColumn);
    }
    out.setOutSpec(0, VerdictTable.spec(table));
    out.setOutSpec(1, SummaryTable.SPEC);
  }

  /** What is known of the training molecules, for novelty and for the page. */
  private record Training(TrainingMolecules molecules, Distributions distributions) {}

  static void execute(ExecuteInput in, ExecuteOutput out)
      throws CanceledExecutionException, KNIMEException {
    ScorerParameters parameters = in.getParameters();
    ExecutionContext exec = in.getExecutionContext();
    BufferedDataTable table = in.getInPortObject(0);
    Warnings warnings = new Warnings();
    boolean compares = in.getInPortObjects().length > 1;
    try {
      Optional<Training> training =
          compares
              ? Optional.of(
                  training(
                      in.getInPortObject(1),
                      parameters.trainingColumn,
                      exec.createSubProgress(TRAINING_SHARE),
                      warnings))
              : Optional.empty();
      Bootstrap bootstrap = Bootstrap.withSeed(parameters.seed);
      MoleculeScorer scorer =
          training
              .map(known -> new MoleculeScorer(bootstrap, known.molecules()))
              .orElseGet(() -> new MoleculeScorer(bootstrap));
      LeftOut leftOut = new LeftOut();
      VerdictTable verdicts = new VerdictTable(table.getDataTableSpec(), exec);
      MoleculesPage page = new MoleculesPage("Stability Scorer");
      MoleculeColumn column =
          MoleculeColumn.of(table.getDataTableSpec(), parameters.moleculeColumn);
      ExecutionMonitor progress = exec.createSubProgress(compares ? 1 - TRAINING_SHARE : 1);
      judge(new MoleculeRows(table, column, progress, leftOut), scorer, verdicts, page);
      Score score = scorer.score();
      out.setOutData(
          0, exec.createJoinedTable(table, verdicts.close(), exec.createSilentSubProgress(0)));
      out.setOutData(1, SummaryTable.of(score, exec));
      out.setInternalData(
          page.table(score, training.map(Training::distributions).orElse(null), exec));
      warnings.add(leftOut.sentence("not judged"));
    } catch (InvalidSettingsException e) {
      throw new KNIMEException(e.getMessage(), e);
    }
    warnings.tell(out::setWarningMessage);
  }

  private static void judge(
      MoleculeRows rows, MoleculeScorer scorer, VerdictTable verdicts, MoleculesPage page)
      throws CanceledExecutionException, KNIMEException {
    Judgement judgement = new Judgement();
    try (rows) {
      for (MoleculeRow row = rows.next(); row != null; row = rows.next()) {
        Optional<Judgement.Result> result = row.molecule().map(judgement::of);
        verdicts.add(row.key(), result);
        if (result.isPresent()) {
          scorer.add(result.get().molecule());
          page.add(row.key(), result.get());
        }
      }
    } catch (IOException e) {
      throw new KNIMEException("A molecule cannot be shown: " + e.getMessage(), e);
    }
  }

  private static Training training(
      BufferedDataTable table, String column, ExecutionMonitor exec, Warnings warnings)
      throws CanceledExecutionException, InvalidSettingsException {
    TrainingMolecules.Builder molecules = new TrainingMolecules.Builder();
    Distributions distributions = new Distributions();
    LeftOut leftOut = new LeftOut();
    exec.setMessage("Reading training molecules");
    MoleculeColumn chosen = MoleculeColumn.of(table.getDataTableSpec(), column);
    try (MoleculeRows rows = new MoleculeRows(table, chosen, exec, leftOut)) {
      for (MoleculeRow row = rows.next(); row != null; row = rows.next()) {
        if (row.molecule().isPresent()) {
          Molecule molecule = row.molecule().get();
          molecules.add(molecule);
          distributions.add(molecule);
        }
      }
    }
    warnings.add(leftOut.sentence("of the training table left out"));
    return new Training(molecules.build(), distributions);
  }
}

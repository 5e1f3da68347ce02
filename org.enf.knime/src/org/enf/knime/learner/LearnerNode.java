package org.enf.knime.learner;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.enf.core.dequantization.EnfSettings;
import org.enf.core.egnn.Engine;
import org.enf.core.learner.InitialModel;
import org.enf.core.learner.LearnerPlan;
import org.enf.core.model.BuiltInModel;
import org.enf.core.model.EnfModel;
import org.enf.core.ode.SolverSettings;
import org.enf.knime.execution.LeftOut;
import org.enf.knime.execution.Warnings;
import org.enf.knime.molecule.MoleculeColumn;
import org.enf.knime.port.EnfModelPortObject;
import org.enf.knime.port.EnfModelPortObjectSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;

/** Configures and executes the E-NF Learner. */
final class LearnerNode {
  private static final double READING_SHARE = 0.05;
  private static final String NOT_USED =
      "The model at the port is not used: \"Start from\" says something else.";

  private LearnerNode() {}

  static void configure(ConfigureInput in, ConfigureOutput out) throws InvalidSettingsException {
    LearnerParameters parameters = in.getParameters();
    DataTableSpec table = in.getInPortSpec(0);
    MoleculeColumn.of(table, parameters.moleculeColumn);
    CheckpointFolder.named(parameters.checkpointFolder);
    Optional<EnfModelPortObjectSpec> given =
        Arrays.stream(in.getInPortSpecs())
            .filter(EnfModelPortObjectSpec.class::isInstance)
            .map(EnfModelPortObjectSpec.class::cast)
            .findFirst();
    boolean hasPort = in.getInPortSpecs().length > 1;
    if (parameters.startFrom == StartFrom.PORT && !hasPort) {
      throw new InvalidSettingsException(
          "The training is to start from the model port, but the node has none. Add it by the three"
              + " dots of the node, or choose another \"Start from\".");
    }
    if (parameters.startFrom != StartFrom.PORT && hasPort) {
      out.setWarningMessage(NOT_USED);
    }
    out.setOutSpec(1, HistoryTable.SPEC);
    if (parameters.startFrom == StartFrom.NOTHING) {
      out.setOutSpec(0, EnfModelPortObjectSpec.of(new LearnerSettings(parameters).newModel()));
    } else if (parameters.startFrom == StartFrom.PORT && given.isPresent()) {
      out.setOutSpec(0, given.get().untrained());
    }
  }

  static void execute(ExecuteInput in, ExecuteOutput out)
      throws CanceledExecutionException, KNIMEException {
    LearnerParameters parameters = in.getParameters();
    ExecutionContext exec = in.getExecutionContext();
    Warnings warnings = new Warnings();
    if (parameters.startFrom != StartFrom.PORT && in.getInPortObjects().length > 1) {
      // again, for an execution takes the warning of the configuration away
      warnings.add(NOT_USED);
    }
    try (Engine engine = parameters.device.open(warnings)) {
      Optional<InitialModel> initial = initial(in, parameters.startFrom);
      LearnerSettings settings = new LearnerSettings(parameters);
      EnfSettings model =
          initial.isPresent() ? initial.get().model().settings() : settings.newModel();
      LeftOut leftOut = new LeftOut();
      BufferedDataTable table = in.getInPortObject(0);
      MoleculeColumn column =
          MoleculeColumn.of(table.getDataTableSpec(), parameters.moleculeColumn);
      TrainingTable molecules =
          new TrainingTable.Reader(model.types(), parameters.validationShare, parameters.seed)
              .read(table, column, exec.createSubProgress(READING_SHARE), leftOut);
      warnings.add(leftOut.sentence("left out"));
      LearnerPlan plan =
          new LearnerPlan(
              model,
              settings.training(),
              SolverSettings.PAPER,
              molecules.data(),
              "column " + column.name() + " of a table",
              molecules.validation(),
              initial);
      LearnerRun run =
          new LearnerRun(
              parameters, plan, engine, exec.createSubProgress(1 - READING_SHARE), warnings);
      Optional<CheckpointFile> checkpoint =
          CheckpointFolder.named(parameters.checkpointFolder)
              .map(folder -> folder.file(RunIdentity.of(plan)));
      deliver(run.learn(checkpoint), out, exec);
      if (checkpoint.isPresent()) {
        // not before: until then it is all that is left of the run
        checkpoint.get().delete();
      }
    } catch (InvalidSettingsException e) {
      throw new KNIMEException(e.getMessage(), e);
    }
    warnings.tell(out::setWarningMessage);
  }

  private static void deliver(LearnerRun.Learnt learnt, ExecuteOutput out, ExecutionContext exec) {
    out.setOutData(0, new EnfModelPortObject(learnt.model()));
    out.setOutData(1, HistoryTable.of(learnt.history(), exec));
    out.setInternalData(LearnerPage.table(learnt, exec));
  }

  private static Optional<InitialModel> initial(ExecuteInput in, StartFrom from)
      throws KNIMEException {
    return switch (from) {
      case NOTHING -> Optional.empty();
      case BUILT_IN -> Optional.of(new InitialModel("builtin:qm9", builtIn()));
      case PORT ->
          Arrays.stream(in.getInPortObjects())
              .filter(EnfModelPortObject.class::isInstance)
              .map(object -> new InitialModel("model port", ((EnfModelPortObject) object).model()))
              .findFirst();
    };
  }

  private static EnfModel builtIn() throws KNIMEException {
    try {
      return BuiltInModel.QM9.read();
    } catch (IOException e) {
      throw new KNIMEException(e.getMessage(), e);
    }
  }
}

package org.enf.knime.learner;

import java.util.Optional;
import org.enf.knime.execution.DeviceChoice;
import org.enf.knime.execution.Requirements;
import org.enf.knime.learner.LearnerLayout.Checks;
import org.enf.knime.learner.LearnerLayout.Continuation;
import org.enf.knime.learner.LearnerLayout.Data;
import org.enf.knime.learner.LearnerLayout.Model;
import org.enf.knime.learner.LearnerLayout.Training;
import org.enf.knime.molecule.MoleculeColumn;
import org.enf.knime.molecule.MoleculeColumnChoices;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/**
 * The settings of the E-NF Learner. Their names are keys in saved workflows and stay as they are.
 */
final class LearnerParameters implements NodeParameters {
  private static final int MOST_LAYERS = 64;
  private static final int MOST_HIDDEN = 2048;
  private static final int MOST_EPOCHS = 1_000_000;
  private static final int MOST_BATCH = 10_000;
  private static final double MOST_MINUTES = 525_600;
  private static final int MOST_CHECKED = 100_000;

  @Widget(
      title = "Molecule column",
      description = "The column with molecules and their positions in space (3D).")
  @ChoicesProvider(MoleculeColumnChoices.OfFirstPort.class)
  @Layout(Data.class)
  String moleculeColumn = "";

  @Widget(
      title = "Elements",
      description =
          "The elements that a new model knows, for example \"H, C, N, O, S\". Molecules with others"
              + " are left out and counted.",
      advanced = true)
  @Effect(predicate = LearnerLayout.StartsFromNothing.class, type = EffectType.SHOW)
  @Layout(Data.class)
  String elements = "H, C, N, O, F";

  @Widget(
      title = "Share for validation",
      description =
          "The share of molecules, drawn at random, that the model is not trained on. Their negative"
              + " log-likelihood tells how well it does on others, and when to stop.",
      advanced = true)
  @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
  @Layout(Data.class)
  double validationShare;

  @Widget(title = "Start from", description = "What the training starts from.")
  @ValueSwitchWidget
  @ValueReference(LearnerLayout.StartFromReference.class)
  @Layout(Model.class)
  StartFrom startFrom = StartFrom.NOTHING;

  @Widget(
      title = "Size",
      description =
          "How large the network of a new model is. Larger ones learn more and need more time, for"
              + " training and for drawing.")
  @ValueSwitchWidget
  @ValueReference(LearnerLayout.SizeReference.class)
  @Effect(predicate = LearnerLayout.StartsFromNothing.class, type = EffectType.SHOW)
  @Layout(Model.class)
  NetworkSize size = NetworkSize.MEDIUM;

  @Widget(title = "Layers", description = "The number of layers of the network.")
  @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
  @Effect(predicate = LearnerLayout.HasCustomSize.class, type = EffectType.SHOW)
  @Layout(Model.class)
  int layers = 6;

  @Widget(title = "Width", description = "The number of hidden features of an atom.")
  @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
  @Effect(predicate = LearnerLayout.HasCustomSize.class, type = EffectType.SHOW)
  @Layout(Model.class)
  int width = 64;

  @Widget(title = "Objective", description = "What the training minimises.")
  @ValueSwitchWidget
  @Layout(Training.class)
  ObjectiveChoice objective = ObjectiveChoice.FLOW_MATCHING;

  @Widget(
      title = "Time limit (minutes)",
      description =
          "The training ends after this time and keeps what was learnt. Flow matching lets its"
              + " learning rate fall towards that end.")
  @OptionalWidget(defaultProvider = LearnerLayout.FifteenMinutes.class)
  @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
  @Layout(Training.class)
  Optional<Double> timeLimit = Optional.of(15.0);

  @Widget(
      title = "Epochs",
      description =
          "How often the training goes through all molecules at most; a time limit may end it"
              + " before.")
  @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
  @Layout(Training.class)
  int epochs = 100;

  @Widget(
      title = "Batch size",
      description =
          "The number of molecules in one step; without it 32 for flow matching and 64 for maximum"
              + " likelihood.",
      advanced = true)
  @OptionalWidget(defaultProvider = LearnerLayout.UsualBatch.class)
  @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
  @Layout(Training.class)
  Optional<Integer> batchSize = Optional.empty();

  @Widget(
      title = "Learning rate",
      description =
          "The largest step size of the optimiser; without it 0.01 for flow matching and 0.0005 for"
              + " maximum likelihood. Smaller is safer and slower.",
      advanced = true)
  @OptionalWidget(defaultProvider = LearnerLayout.UsualRate.class)
  @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
  @Layout(Training.class)
  Optional<Double> learningRate = Optional.empty();

  @Widget(title = "Device", description = "On what the training computes.", advanced = true)
  @ValueSwitchWidget
  @Layout(Training.class)
  DeviceChoice device = DeviceChoice.CPU;

  @Widget(
      title = "Seed",
      description =
          "Determines all random numbers. Runs with the same seed and data are the same, unless they"
              + " have a time limit.",
      advanced = true)
  @Layout(Training.class)
  long seed;

  @Widget(
      title = "Molecules to check",
      description =
          "After each interval so many molecules are drawn from the model of the moment, and the"
              + " share of stable ones goes into the history; 0 for none.")
  @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
  @Layout(Checks.class)
  int checkMolecules = 50;

  @Widget(
      title = "Epochs between checks",
      description = "How many epochs lie between two checks or validations.")
  @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
  @Layout(Checks.class)
  int checkEvery = 1;

  @Widget(
      title = "Patience",
      description =
          "The training ends after so many validations without progress; 0 for never. It needs a"
              + " share for validation.",
      advanced = true)
  @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
  @Layout(Checks.class)
  int patience;

  @Widget(
      title = "Checkpoint folder",
      description =
          "A folder, as a path on this computer, where a run leaves a checkpoint every two minutes"
              + " and when it is cancelled. Its name comes from molecules, network and settings of"
              + " the training, so that several Learners can share a folder. Empty for none: then a"
              + " cancelled run is lost. A run that comes to its end takes its checkpoint away.")
  @Layout(Continuation.class)
  String checkpointFolder = "";

  @Widget(
      title = "If there is a checkpoint",
      description =
          "What the next execution makes of the checkpoint of a cancelled run. If molecules,"
              + " network, start or settings of the training have been changed since, there is none:"
              + " training begins anew, with a warning.")
  @ValueSwitchWidget
  @Layout(Continuation.class)
  CheckpointUse checkpointUse = CheckpointUse.GO_ON;

  LearnerParameters() {}

  LearnerParameters(NodeParametersInput input) {
    moleculeColumn = input.getInTableSpec(0).flatMap(MoleculeColumn::first).orElse("");
  }

  @Override
  public void validate() throws InvalidSettingsException {
    Requirements.share("Share for validation", validationShare, 0.9);
    Requirements.inRange("Layers", layers, 1, MOST_LAYERS);
    Requirements.inRange("Width", width, 1, MOST_HIDDEN);
    Requirements.inRange("Epochs", epochs, 1, MOST_EPOCHS);
    if (timeLimit.isPresent()) {
      Requirements.above("Time limit (minutes)", timeLimit.get(), 0, MOST_MINUTES);
    }
    if (batchSize.isPresent()) {
      Requirements.inRange("Batch size", batchSize.get(), 1, MOST_BATCH);
    }
    if (learningRate.isPresent()) {
      Requirements.above("Learning rate", learningRate.get(), 0, 1);
    }
    Requirements.inRange("Molecules to check", checkMolecules, 0, MOST_CHECKED);
    Requirements.inRange("Epochs between checks", checkEvery, 1, MOST_EPOCHS);
    Requirements.inRange("Patience", patience, 0, MOST_EPOCHS);
    Requirements.require(
        patience == 0 || validationShare > 0,
        "\"Patience\" needs molecules to validate on: set \"Share for validation\" above 0, or"
            + " patience to 0.");
  }
}

package org.enf.knime.learner;

import java.time.Duration;
import org.enf.core.dequantization.EnfSettings;
import org.enf.core.learner.ObjectiveKind;
import org.enf.core.molecule.AtomTypes;
import org.enf.core.training.SelectionSettings;
import org.enf.core.training.TrainingSettings;
import org.enf.knime.molecule.ElementList;
import org.knime.core.node.InvalidSettingsException;

/**
 * What the settings of the node mean to the core.
 *
 * @param parameters of the node
 */
record LearnerSettings(LearnerParameters parameters) {
  private static final String ELEMENTS = "Elements";
  private static final int MOST_VALIDATED = 1000;

  /**
   * The architecture of a new model.
   *
   * @throws InvalidSettingsException if the elements are none, or the network is too large
   */
  EnfSettings newModel() throws InvalidSettingsException {
    boolean custom = parameters.size == NetworkSize.CUSTOM;
    int layers = custom ? parameters.layers : parameters.size.layers();
    int hidden = custom ? parameters.width : parameters.size.hidden();
    EnfSettings model =
        parameters.objective.kind() == ObjectiveKind.FM
            ? EnfSettings.matching(types(), layers, hidden)
            : EnfSettings.paper(types(), layers, hidden);
    try {
      model.parameterCount();
    } catch (IllegalArgumentException e) {
      throw new InvalidSettingsException(
          "\"Layers\" "
              + layers
              + " and \"Width\" "
              + hidden
              + " make a network of more weights than can be trained: choose smaller ones.",
          e);
    }
    return model;
  }

  private AtomTypes types() throws InvalidSettingsException {
    try {
      return new AtomTypes(ElementList.parse(ELEMENTS, parameters.elements));
    } catch (IllegalArgumentException e) {
      throw new InvalidSettingsException(
          "\"" + ELEMENTS + "\" cannot be \"" + parameters.elements + "\": " + e.getMessage() + ".",
          e);
    }
  }

  /** How to train. */
  TrainingSettings training() {
    TrainingSettings usual = parameters.objective.kind().training();
    SelectionSettings selection = usual.selection();
    return new TrainingSettings(
            parameters.epochs,
            parameters.batchSize.orElse(usual.batchSize()),
            parameters.learningRate.orElse(usual.learningRate()),
            parameters.seed,
            MOST_VALIDATED)
        .with(usual.loss())
        .with(usual.optimiser())
        .with(usual.clipping())
        .with(usual.schedule())
        .with(
            new SelectionSettings(
                selection.averageDecay(),
                parameters.checkEvery,
                parameters.patience,
                selection.keep()));
  }

  /** The time for training, or null. */
  Duration limit() {
    return parameters
        .timeLimit
        .map(minutes -> Duration.ofMillis(Math.round(60_000 * minutes)))
        .orElse(null);
  }
}

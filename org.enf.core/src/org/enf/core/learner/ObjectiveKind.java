package org.enf.core.learner;

import org.enf.core.dequantization.EnfSettings;
import org.enf.core.molecule.AtomTypes;
import org.enf.core.training.ClippingSettings;
import org.enf.core.training.LikelihoodSettings;
import org.enf.core.training.LossSettings;
import org.enf.core.training.MatchingSettings;
import org.enf.core.training.OptimiserSettings;
import org.enf.core.training.ScheduleSettings;
import org.enf.core.training.SelectionSettings;
import org.enf.core.training.TrainingSettings;

/** What can be minimised, with the settings that hold without any option. */
public enum ObjectiveKind {
  /** Maximum likelihood, as the paper. */
  ML(EnfSettings.paper(AtomTypes.QM9, 6, 64), new TrainingSettings(100, 64, 5e-4, 0, 1000)),

  /** Flow matching. */
  FM(
      EnfSettings.matching(AtomTypes.QM9, 6, 64),
      new TrainingSettings(100, 32, 1e-2, 0, 1000)
          .with(MatchingSettings.DEFAULT)
          .with(OptimiserSettings.MATCHING.with(OptimiserSettings.Rule.MUON))
          .with(
              new ClippingSettings(new ClippingSettings.GlobalNorm(2), ClippingSettings.Scope.ALL))
          .with(new ScheduleSettings(250, ScheduleSettings.Decay.COSINE_IN_TIME, 0))
          .with(new SelectionSettings(0.999, 1, 0, SelectionSettings.Keep.BEST)));

  private final EnfSettings model;
  private final TrainingSettings training;

  ObjectiveKind(EnfSettings model, TrainingSettings training) {
    this.model = model;
    this.training = training;
  }

  /** The architecture that holds without any option. */
  public EnfSettings model() {
    return model;
  }

  /** The training that holds without any option. */
  public TrainingSettings training() {
    return training;
  }

  /** The kind of a loss. */
  public static ObjectiveKind of(LossSettings loss) {
    return loss instanceof LikelihoodSettings ? ML : FM;
  }
}

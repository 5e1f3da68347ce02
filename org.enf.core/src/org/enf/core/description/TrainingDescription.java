package org.enf.core.description;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.enf.core.description.ModelDescription.Entry;
import org.enf.core.flow.Regularisation;
import org.enf.core.model.Provenance;
import org.enf.core.text.Durations;
import org.enf.core.text.Words;
import org.enf.core.training.ClippingSettings;
import org.enf.core.training.LikelihoodSettings;
import org.enf.core.training.LossSettings;
import org.enf.core.training.MatchingSettings;
import org.enf.core.training.OptimiserSettings;
import org.enf.core.training.ScheduleSettings;
import org.enf.core.training.SelectionSettings;
import org.enf.core.training.TrainingSettings;

/** Describes how a model was trained; of most settings only what is not usual. */
final class TrainingDescription {
  private TrainingDescription() {}

  /**
   * The entries.
   *
   * @param sample what one of the training samples is called
   */
  static List<Entry> entries(Provenance.Trained from, String sample) {
    TrainingSettings training = from.training();
    List<Entry> entries = new ArrayList<>();
    entries.add(new Entry("objective", from.objective() + loss(training.loss())));
    entries.add(new Entry("data", from.data() + ", " + Words.count(from.molecules(), sample)));
    entries.add(new Entry("data SHA-256", from.dataFingerprint()));
    if (!from.startedFrom().equals(Provenance.RANDOM_WEIGHTS)) {
      entries.add(new Entry("started from", from.startedFrom()));
    }
    entries.add(new Entry("batch size", Words.number(training.batchSize())));
    entries.add(
        new Entry("learning rate", training.learningRate() + schedule(training.schedule())));
    entries.add(new Entry("optimiser", optimiser(training.optimiser())));
    entries.add(new Entry("clipping", clipping(training.clipping())));
    entries.add(new Entry("weights", selection(training.selection())));
    entries.add(new Entry("seed", Long.toString(training.seed())));
    entries.add(new Entry("solver", from.solver().words()));
    entries.add(new Entry("engine", from.engine()));
    entries.add(
        new Entry(
            "trained",
            Words.count(from.steps(), "step")
                + " in "
                + Durations.format(Duration.ofMillis((long) (1000 * from.seconds())))));
    return entries;
  }

  private static String loss(LossSettings loss) {
    return loss instanceof LikelihoodSettings likelihood
        ? likelihood(likelihood)
        : matching((MatchingSettings) loss);
  }

  private static String matching(MatchingSettings loss) {
    MatchingSettings.Weights weights = loss.weights();
    MatchingSettings.Scales scales = loss.scales();
    return ", "
        + loss.positionPath().words()
        + " paths"
        + (loss.featurePath().equals(loss.positionPath())
            ? ""
            : ", " + loss.featurePath().words() + " for features")
        + ", "
        + loss.times().words()
        + (loss.alignment() == MatchingSettings.Alignment.NONE ? "" : ", aligned noise")
        + weighed(", weights ", weights.positions(), weights.types(), weights.charges())
        + weighed(", scales ", scales.positions(), scales.types(), scales.charges());
  }

  private static String weighed(String what, double positions, double types, double charges) {
    return what + positions + " (positions), " + types + " (types), " + charges + " (charges)";
  }

  private static String likelihood(LikelihoodSettings loss) {
    Regularisation regularisation = loss.regularisation();
    return (loss.trace().equals(LikelihoodSettings.DEFAULT.trace())
            ? ""
            : ", trace " + loss.trace().words())
        + (regularisation.equals(Regularisation.NONE)
            ? ""
            : ", regularisation "
                + regularisation.kinetic()
                + " (kinetic) and "
                + regularisation.jacobian()
                + " (Jacobian)")
        + (loss.gradientMethod() == LikelihoodSettings.DEFAULT.gradientMethod()
            ? ""
            : ", " + loss.gradientMethod().words() + " adjoint")
        + (loss.augmentation() == LikelihoodSettings.Augmentation.NONE
            ? ""
            : ", molecules turned at random");
  }

  private static String schedule(ScheduleSettings schedule) {
    return (schedule.warmUpSteps() > 0
            ? ", warm-up over " + Words.count(schedule.warmUpSteps(), "step")
            : "")
        + (schedule.decay() == ScheduleSettings.Decay.NONE
            ? ""
            : schedule.decay() == ScheduleSettings.Decay.COSINE_IN_TIME
                ? ", cosine to the end of the time or of the last epoch"
                : schedule.decayStep() > 0
                    ? ", cosine to step " + Words.number(schedule.decayStep())
                    : ", cosine to the last epoch");
  }

  private static String optimiser(OptimiserSettings optimiser) {
    return (optimiser.rule() == OptimiserSettings.Rule.MUON
            ? "Muon for the hidden weights, else AdamW"
            : "AdamW")
        + (optimiser.amsgrad() ? " with amsgrad" : "")
        + ", beta "
        + optimiser.beta1()
        + " and "
        + optimiser.beta2()
        + ", weight decay "
        + optimiser.weightDecay();
  }

  private static String clipping(ClippingSettings clipping) {
    return clipping.rule().words()
        + (clipping.scope() == ClippingSettings.Scope.FLOW ? ", of the flow only" : "");
  }

  private static String selection(SelectionSettings selection) {
    return (selection.averages() ? "average with decay " + selection.averageDecay() + ", " : "")
        + (selection.keep() == SelectionSettings.Keep.BEST
            ? "best validation, last without one"
            : "last");
  }
}

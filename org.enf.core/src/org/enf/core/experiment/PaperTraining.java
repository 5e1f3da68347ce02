package org.enf.core.experiment;

import org.enf.core.flow.NoiseKind;
import org.enf.core.flow.Regularisation;
import org.enf.core.flow.TraceMethod;
import org.enf.core.training.ClippingSettings;
import org.enf.core.training.LikelihoodSettings;
import org.enf.core.training.LikelihoodSettings.Augmentation;
import org.enf.core.training.MatchingSettings;
import org.enf.core.training.OptimiserSettings;
import org.enf.core.training.ScheduleSettings;
import org.enf.core.training.SelectionSettings;
import org.enf.core.training.TrainingSettings;
import org.enf.core.training.TrainingSettings.LastBatch;

/**
 * How the runs of an experiment are trained: as in the paper, and where it is silent as in its
 * released code.
 *
 * @param experiment which
 * @param settings what a user chose otherwise
 */
record PaperTraining(Experiment experiment, RunSettings settings) {
  private static final ScheduleSettings MATCHING_SCHEDULE =
      new ScheduleSettings(100, ScheduleSettings.Decay.COSINE, 0);
  private static final double MATCHING_AVERAGE = 0.999;

  /** All settings of the training of a run. */
  TrainingSettings of(RunKey key) {
    TrainingSize size = settings.size(experiment, key);
    TrainingSettings paper = paper(key, size);
    return key.method().matches()
        ? paper
            .with(MatchingSettings.DEFAULT)
            .with(OptimiserSettings.MATCHING)
            .with(MATCHING_SCHEDULE)
            .with(selection(MATCHING_AVERAGE, size))
        : paper;
  }

  private TrainingSettings paper(RunKey key, TrainingSize size) {
    return new TrainingSettings(
        size.epochs(),
        size.batchSize(),
        settings.learningRate(experiment, key),
        settings.seedOf(key),
        Integer.MAX_VALUE,
        particles() ? LastBatch.DROP : LastBatch.KEEP,
        likelihood(key.method()),
        OptimiserSettings.PAPER,
        clipping(),
        ScheduleSettings.CONSTANT,
        selection(0, size));
  }

  private static SelectionSettings selection(double averageDecay, TrainingSize size) {
    return new SelectionSettings(
        averageDecay, size.validateEvery(), 0, SelectionSettings.Keep.BEST);
  }

  private boolean particles() {
    return experiment.system().isPresent();
  }

  /** Köhler's dynamics know their divergence and are not regularised. */
  private LikelihoodSettings likelihood(Method method) {
    Augmentation augmentation =
        method == Method.GNF_ATT_AUG ? Augmentation.ROTATION : Augmentation.NONE;
    LikelihoodSettings usual = LikelihoodSettings.DEFAULT.with(augmentation);
    if (method.knowsDivergence()) {
      return usual.with(TraceMethod.EXACT);
    }
    return usual.with(hutchinson()).with(particles() ? Regularisation.NONE : Regularisation.PAPER);
  }

  /** The estimator of the trace in training, and where validation and test estimate it too. */
  TraceMethod hutchinson() {
    return new TraceMethod.Hutchinson(particles() ? NoiseKind.RADEMACHER : NoiseKind.GAUSSIAN, 1);
  }

  private ClippingSettings clipping() {
    return switch (experiment) {
      case DW4, LJ13 ->
          new ClippingSettings(new ClippingSettings.None(), ClippingSettings.Scope.ALL);
      case QM9_POSITIONAL ->
          new ClippingSettings(
              new ClippingSettings.Adaptive(ClippingSettings.Adaptive.POSITIONAL_FIRST_NORM),
              ClippingSettings.Scope.ALL);
      case QM9 ->
          new ClippingSettings(
              new ClippingSettings.Adaptive(ClippingSettings.Adaptive.QM9_FIRST_NORM),
              ClippingSettings.Scope.FLOW);
    };
  }

  /** What is said here of the loss of a run, in words; nothing where it is the plain one. */
  String describe(RunKey key) {
    if (key.method().matches()) {
      return "; flow matching, cosine, average 0.999";
    }
    LikelihoodSettings loss = likelihood(key.method());
    StringBuilder words = new StringBuilder();
    if (loss.trace() instanceof TraceMethod.Exact) {
      words.append("; exact trace in training");
    }
    if (!loss.regularisation().equals(Regularisation.NONE)) {
      words.append("; regularisation ").append(loss.regularisation().kinetic());
    }
    if (loss.augmentation() == Augmentation.ROTATION && experiment.network().dimensions() == 3) {
      words.append("; turned about three axes");
    }
    return words.toString();
  }
}

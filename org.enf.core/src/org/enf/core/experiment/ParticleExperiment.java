package org.enf.core.experiment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.Engine;
import org.enf.core.experiment.Experiment.NetworkSize;
import org.enf.core.experiment.RunResult.Drawn;
import org.enf.core.flow.NoiseKind;
import org.enf.core.flow.PositionFlow;
import org.enf.core.ode.OdeException;
import org.enf.core.ode.StopSignal;
import org.enf.core.ode.StoppedException;
import org.enf.core.particles.PositionSet;
import org.enf.core.scoring.DistanceHistogram;
import org.enf.core.training.ClippingSettings;
import org.enf.core.training.LikelihoodSettings;
import org.enf.core.training.OptimiserSettings;
import org.enf.core.training.ScheduleSettings;
import org.enf.core.training.Seeds;
import org.enf.core.training.SelectionSettings;
import org.enf.core.training.Trainer;
import org.enf.core.training.TrainingListener;
import org.enf.core.training.TrainingResult;
import org.enf.core.training.TrainingResult.Ending;
import org.enf.core.training.TrainingSettings;
import org.enf.core.training.TrainingSettings.LastBatch;
import org.enf.core.training.TrainingState;

/**
 * One run of an experiment on positions: trains a method on so many samples, chooses the weights by
 * the validation NLL, evaluates the test set and draws samples.
 */
public final class ParticleExperiment {
  private final Experiment experiment;
  private final Engine engine;
  private final RunSettings settings;

  /**
   * Runs of an experiment.
   *
   * @throws IllegalArgumentException if its samples are more than positions
   */
  public ParticleExperiment(Experiment experiment, Engine engine, RunSettings settings) {
    if (experiment == Experiment.QM9) {
      throw new IllegalArgumentException("the molecules of QM9 are more than positions");
    }
    this.experiment = experiment;
    this.engine = engine;
    this.settings = settings;
  }

  /** All that a run's figures depend on besides samples, method and seed, in words. */
  public String describe(RunKey key, PositionSource source) {
    TrainingSize size = settings.size(experiment, key);
    NetworkSize network = experiment.network();
    return String.format(
        Locale.ROOT,
        "%s; %d layers of %d; learning rate %s; batch size %d; %d epochs, validation every %d%s;"
            + " solver %s; %s trace; %d drawn; %s precision; seeds from %d",
        source.description(),
        network.layers(),
        network.hidden(),
        experiment.learningRates().of(key.method()),
        size.batchSize(),
        size.epochs(),
        size.validateEvery(),
        settings.limit().map(limit -> ", at most " + limit.toSeconds() + " s").orElse(""),
        settings.solver().solver().description(),
        trace(key.method()).id(),
        settings.drawn(),
        engine.precision().name().toLowerCase(Locale.ROOT),
        settings.seed());
  }

  /** Köhler's dynamics know their divergence; else the paper's way for this experiment. */
  private HeldOutTrace trace(Method method) {
    boolean exact =
        experiment == Experiment.DW4 || method == Method.SIMPLE || method == Method.KERNEL;
    return settings.trace().orElse(exact ? HeldOutTrace.EXACT : HeldOutTrace.HUTCHINSON);
  }

  private NoiseKind noise() {
    return experiment == Experiment.QM9_POSITIONAL ? NoiseKind.GAUSSIAN : NoiseKind.RADEMACHER;
  }

  /**
   * Does a run.
   *
   * @param listener hears of steps and validations
   * @throws StoppedException if asked to stop
   */
  public RunOutcome run(
      RunKey key,
      PositionSource source,
      PositionSplit data,
      TrainingListener listener,
      StopSignal stop) {
    Velocity velocity = Velocity.of(experiment, key.method(), experiment.network());
    TrainingSettings training = training(key);
    long seed = training.seed();
    try (PositionFlow flow =
        new PositionFlow(velocity.make().apply(engine), engine, settings.solver().solver())) {
      HeldOutDensity heldOut =
          new HeldOutDensity(flow, trace(key.method()), noise(), training.batchSize());
      Trainer trainer =
          new Trainer(
              new PositionLikelihood(
                  flow, velocity.initialise(), data, heldOut, noise(), key.method(), seed),
              training,
              listener);
      TrainingState state = trainer.start();
      TrainingResult trained = trainer.run(state, settings.limit().orElse(null), stop);
      if (trained.ending() == Ending.STOPPED) {
        throw new StoppedException();
      }
      return null;
    }
  }

  private TrainingSettings training(RunKey key) {
    return null;
  }
}

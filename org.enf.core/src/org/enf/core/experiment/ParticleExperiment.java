package org.enf.core.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.Engine;
import org.enf.core.egnn.NetworkSettings;
import org.enf.core.experiment.RunResult.Drawn;
import org.enf.core.experiment.RunResult.Test;
import org.enf.core.flow.Orientation;
import org.enf.core.flow.PositionFlow;
import org.enf.core.flow.TraceMethod;
import org.enf.core.model.PositionModel;
import org.enf.core.model.StoredModel;
import org.enf.core.ode.OdeException;
import org.enf.core.ode.StopSignal;
import org.enf.core.particles.PositionSet;
import org.enf.core.scoring.DistanceHistogram;
import org.enf.core.training.MeanDensity;
import org.enf.core.training.PositionLikelihood;
import org.enf.core.training.PositionMatching;
import org.enf.core.training.PositionObjective;
import org.enf.core.training.Seeds;
import org.enf.core.training.TrainingListener;
import org.enf.core.training.TrainingSettings;

/**
 * One run of an experiment on positions: trains a method on so many samples, chooses the weights by
 * the validation NLL, evaluates the test set and draws samples.
 */
public final class ParticleExperiment implements Runs {
  private static final int DRAWN_AT_ONCE = 100;

  private final Experiment experiment;
  private final Engine engine;
  private final RunSettings settings;
  private final PositionSource source;
  private final PaperTraining paper;

  /**
   * Runs of an experiment.
   *
   * @param source of the samples
   * @throws IllegalArgumentException if its samples are more than positions
   */
  public ParticleExperiment(
      Experiment experiment, Engine engine, RunSettings settings, PositionSource source) {
    if (experiment == Experiment.QM9) {
      throw new IllegalArgumentException("the molecules of QM9 are more than positions");
    }
    this.experiment = experiment;
    this.engine = engine;
    this.settings = settings;
    this.source = source;
    paper = new PaperTraining(experiment, settings);
  }

  @Override
  public int mostSamples() throws IOException {
    return source.most();
  }

  @Override
  public String describe(RunKey key) {
    return source.description()
        + "; "
        + settings.describe(experiment, key)
        + "; "
        + trace(key.method()).id()
        + " trace"
        + settings.testTrace().map(test -> ", in the test " + test.id()).orElse("")
        + paper.describe(key)
        + "; "
        + engine.precision().name().toLowerCase(Locale.ROOT)
        + " precision";
  }

  /** Köhler's dynamics know their divergence; else the paper's way for this experiment. */
  private HeldOutTrace trace(Method method) {
    boolean exact = experiment == Experiment.DW4 || method.knowsDivergence();
    return settings.trace().orElse(exact ? HeldOutTrace.EXACT : HeldOutTrace.HUTCHINSON);
  }

  @Override
  public RunOutcome run(RunKey key, Path checkpoint, TrainingListener listener, StopSignal stop)
      throws IOException {
    PositionSplit data = source.split(key.samples());
    Velocity velocity = Velocity.of(experiment, key.method(), settings.network(experiment));
    TrainingSettings training = paper.of(key);
    HeldOutTrace heldOut = trace(key.method());
    TraceMethod trace = heldOut.method(paper.hutchinson());
    TraceMethod testTrace = settings.testTrace().orElse(heldOut).method(paper.hutchinson());
    try (PositionFlow flow =
        new PositionFlow(velocity.make().apply(engine), engine, settings.solver().solver())) {
      PositionObjective.Subject subject =
          new PositionObjective.Subject(
              flow, velocity.initialise(), data.training(), Optional.of(data.validation()), trace);
      PositionObjective objective =
          key.method().matches()
              ? new PositionMatching(subject, engine, training)
              : new PositionLikelihood(subject, training);
      TrainedRun trained =
          new RunTraining(
                  settings,
                  training,
                  objective,
                  new CurveRecorder(key, listener),
                  new RunCheckpoint(checkpoint, describe(key), data.fingerprint()))
              .run(stop);
      flow.setParameters(trained.weights());
      Optional<DistanceHistogram> drawn = draw(flow, data.training(), training.seed(), stop);
      PositionSet compared = experiment.system().isPresent() ? data.test() : data.training();
      Optional<DistanceHistogram> expected = drawn.map(any -> histogram(compared));
      double divergence = drawn.map(d -> d.jensenShannon(histogram(compared))).orElse(Double.NaN);
      RunResult result =
          trained.result(
              key,
              describe(key),
              test(flow, data.test(), testTrace, training, stop),
              new Drawn(divergence, Double.NaN, Double.NaN));
      Optional<StoredModel> model =
          velocity
              .settings()
              .map(network -> model(network, velocity.orientation(), data.training(), trained));
      return new RunOutcome(result, trained.curve().points(), drawn, expected, model);
    }
  }

  private PositionModel model(
      NetworkSettings network, Orientation orientation, PositionSet samples, TrainedRun trained) {
    return new PositionModel(
        network,
        orientation,
        samples.particles(),
        trained.weights(),
        trained.provenance(engine, source.description(), samples.fingerprint()));
  }

  private static Test test(
      PositionFlow flow,
      PositionSet set,
      TraceMethod trace,
      TrainingSettings training,
      StopSignal stop) {
    MeanDensity.Estimate found =
        new MeanDensity(flow, trace, training.batchSize())
            .of(set, Seeds.of(training.seed(), Seeds.Purpose.LIKELIHOOD, 0), stop);
    return new Test(
        found.nll(), found.standardError(), found.samples(), found.left(), found.evaluations());
  }

  /** The distances in what the flow draws; batches whose integration fails are left out. */
  private Optional<DistanceHistogram> draw(
      PositionFlow flow, PositionSet like, long seed, StopSignal stop) {
    DistanceHistogram.Counter counter = new DistanceHistogram.Counter();
    for (int from = 0; from < settings.drawn(); from += DRAWN_AT_ONCE) {
      RandomGenerator random =
          new SplittableRandom(Seeds.of(seed, Seeds.Purpose.SAMPLE, from / DRAWN_AT_ONCE));
      int count = Math.min(DRAWN_AT_ONCE, settings.drawn() - from);
      try {
        double[] positions =
            flow.sample(BatchShape.uniform(count, like.particles()), random, stop).positions();
        if (Arrays.stream(positions).allMatch(Double::isFinite)) {
          add(PositionSet.of(like.particles(), like.dimensions(), positions), counter);
        }
      } catch (OdeException e) {
        // what cannot be drawn has no distances
        continue;
      }
    }
    DistanceHistogram histogram = counter.histogram();
    return histogram.total() == 0 ? Optional.empty() : Optional.of(histogram);
  }

  private static DistanceHistogram histogram(PositionSet set) {
    DistanceHistogram.Counter counter = new DistanceHistogram.Counter();
    add(set, counter);
    return counter.histogram();
  }

  private static void add(PositionSet set, DistanceHistogram.Counter counter) {
    for (int k = 0; k < set.size(); k++) {
      for (double distance : set.distances(k)) {
        counter.add(distance);
      }
    }
  }
}

package org.enf.core.experiment;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.EgnnSettings;
import org.enf.core.egnn.Engine;
import org.enf.core.egnn.ParameterLayout;
import org.enf.core.flow.PositionFlow;
import org.enf.core.flow.TraceEstimator;
import org.enf.core.flow.TraceMethod;
import org.enf.core.ode.OdeException;
import org.enf.core.ode.SolverSettings;
import org.enf.core.ode.StopSignal;
import org.enf.core.ode.StoppedException;
import org.enf.core.particles.DoubleWell;
import org.enf.core.particles.MetropolisSampler;
import org.enf.core.particles.MetropolisSettings;
import org.enf.core.particles.ParticleSystem;
import org.enf.core.particles.PositionSet;
import org.enf.core.training.MeanDensity;
import org.enf.core.training.PositionLikelihood;
import org.enf.core.training.PositionObjective;
import org.enf.core.training.Seeds;
import org.enf.core.training.Trainer;
import org.enf.core.training.TrainingListener;
import org.enf.core.training.TrainingResult;
import org.enf.core.training.TrainingResult.Ending;
import org.enf.core.training.TrainingSettings;

/**
 * Whether the density of a trained E-NF is one: a small flow is trained on particles in the plane
 * with the double-well potential of DW4, and ∫ p(x) dx over the positions with zero mean is found
 * by importance sampling.
 *
 * <p>Points come from a mixture of normals about configurations that the flow draws and of one that
 * is wider than the data, so that it covers the density; the integral is the mean of p over the
 * density of the points.
 */
public final class DensityCheck {
  private static final int DIMENSIONS = 2;
  private static final int LAYERS = 2;
  private static final int HIDDEN = 16;
  private static final int TRAINING = 1_000;
  private static final int TEST = 500;
  private static final int BATCH = 100;
  private static final double LEARNING_RATE = 3e-3;

  /** How many points there are for each configuration of the flow about which they lie. */
  private static final int POINTS_EACH = 2;

  /** How far they lie from them: about as far as a well of the potential is wide. */
  private static final double NARROW = 0.25;

  /** How much wider than the data the points from everywhere lie. */
  private static final double WIDE = 1.5;

  private static final int AT_ONCE = 500;

  private final Engine engine;
  private final Settings settings;

  /**
   * What to check.
   *
   * @param particles M, 2 to 4
   * @param epochs through 1,000 training samples in batches of 100, 1 to 1,000
   * @param points of the importance sampling, 2 to 10,000,000
   * @param seed determines all random numbers
   * @param solver of training and densities
   */
  public record Settings(int particles, int epochs, int points, long seed, SolverSettings solver) {
    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a setting is out of range; the message names it
     */
    public Settings {
      require("number of particles", particles, 2, 4);
      require("number of epochs", epochs, 1, 1_000);
      require("number of points", points, 2, 10_000_000);
    }

    private static void require(String name, int value, int min, int max) {
      if (value < min || value > max) {
        throw new IllegalArgumentException(
            "the " + name + " must be " + min + " to " + max + ", not " + value);
      }
    }
  }

  /**
   * What was found.
   *
   * @param steps of training
   * @param before the mean −log p(x) of test samples before training, in nats
   * @param after the same after training
   * @param value of the integral
   * @param standardError of that value, by the spread of the points
   * @param share of the points that count: (Σ w)² / (N · Σ w²), 1 if all weights are equal
   */
  public record Integral(
      long steps, double before, double after, double value, double standardError, double share) {}

  /** A check on an engine. */
  public DensityCheck(Engine engine, Settings settings) {
    this.engine = engine;
    this.settings = settings;
  }

  /**
   * Trains and integrates.
   *
   * @throws OdeException if an integration along the flow fails
   * @throws StoppedException if asked to stop
   */
  public Integral run(StopSignal stop) {
    EgnnSettings network = EgnnSettings.dynamics(DIMENSIONS, 0, LAYERS, HIDDEN);
    PositionSet samples = samples();
    PositionSet test = samples.range(TRAINING, TRAINING + TEST);
    TrainingSettings training =
        new TrainingSettings(settings.epochs(), BATCH, LEARNING_RATE, settings.seed(), TEST);
    try (PositionFlow flow =
        new PositionFlow(engine.network(network), engine, settings.solver().solver())) {
      PositionLikelihood objective =
          new PositionLikelihood(
              new PositionObjective.Subject(
                  flow,
                  ParameterLayout.of(network)::initialise,
                  samples.range(0, TRAINING),
                  Optional.empty(),
                  TraceMethod.EXACT),
              training);
      flow.setParameters(objective.start(settings.seed()));
      double before = nll(flow, test, stop);
      Trainer trainer = new Trainer(objective, training, TrainingListener.NONE);
      TrainingResult trained = trainer.run(trainer.start(), null, stop);
      if (trained.ending() == Ending.STOPPED) {
        throw new StoppedException();
      }
      flow.setParameters(trained.weights());
      Sums sums = integrate(flow, proposal(flow, samples, stop), stop);
      return new Integral(
          trained.step(),
          before,
          nll(flow, test, stop),
          sums.mean(),
          sums.standardError(),
          sums.share());
    }
  }

  private PositionSet samples() {
    ParticleSystem system =
        new ParticleSystem(
            "DW" + settings.particles(),
            settings.particles(),
            DIMENSIONS,
            new DoubleWell(0, -4, 0.9, 4));
    return new MetropolisSampler(system, MetropolisSettings.ofSeed(settings.seed()))
        .draw(TRAINING + TEST);
  }

  private static double nll(PositionFlow flow, PositionSet set, StopSignal stop) {
    return new MeanDensity(flow, TraceMethod.EXACT, BATCH).of(set, 0, stop).nll();
  }

  /** The root mean square of a coordinate in an orthonormal basis of the positions. */
  private static double width(PositionSet set) {
    double squares = 0;
    for (double value : set.values()) {
      squares += value * value;
    }
    int freedom = DIMENSIONS * (set.particles() - 1);
    return Math.sqrt(squares / set.size() / freedom);
  }

  /** Sums over the weights of the points. */
  private record Sums(long count, double first, double second) {
    double mean() {
      return first / count;
    }

    double standardError() {
      return Math.sqrt((second / count - mean() * mean()) / (count - 1));
    }

    double share() {
      return first * first / (count * second);
    }
  }

  private Sums integrate(PositionFlow flow, MixtureProposal proposal, StopSignal stop) {
    RandomGenerator random = random(1);
    double first = 0;
    double second = 0;
    for (int from = 0; from < settings.points(); from += AT_ONCE) {
      int count = Math.min(AT_ONCE, settings.points() - from);
      double[] rows = proposal.draw(count, random);
      double[] expected = proposal.density(rows);
      BatchShape shape = BatchShape.uniform(count, settings.particles());
      double[] density = flow.logDensity(shape, rows, new TraceEstimator.Exact(), stop).values();
      for (int b = 0; b < count; b++) {
        double weight = Math.exp(density[b]) / expected[b];
        first += weight;
        second += weight * weight;
      }
    }
    return new Sums(settings.points(), first, second);
  }

  /** Points near what the flow draws, and some from everywhere. */
  private MixtureProposal proposal(PositionFlow flow, PositionSet data, StopSignal stop) {
    BatchShape shape = BatchShape.uniform(settings.points() / POINTS_EACH, settings.particles());
    PositionSet drawn =
        PositionSet.of(
            settings.particles(), DIMENSIONS, flow.sample(shape, random(0), stop).positions());
    return new MixtureProposal(drawn, NARROW, WIDE * width(data));
  }

  private RandomGenerator random(int use) {
    return new SplittableRandom(Seeds.of(settings.seed(), Seeds.Purpose.SAMPLE, use));
  }
}

package org.enf.core.training;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.enf.core.dequantization.MoleculeFlow;
import org.enf.core.egnn.EgnnSettings;
import org.enf.core.egnn.ParameterLayout;
import org.enf.core.flow.GradientMethod;
import org.enf.core.flow.NoiseKind;
import org.enf.core.flow.PositionFlow;
import org.enf.core.flow.Regularisation;
import org.enf.core.flow.TraceMethod;
import org.enf.core.ode.OdeSolver;
import org.enf.core.ode.SolverSettings;
import org.enf.core.ode.StopSignal;
import org.enf.core.particles.PositionSet;
import org.enf.core.testing.Closeness;
import org.enf.core.testing.Normals;
import org.enf.core.testing.PlainEngine;
import org.enf.core.testing.SmallMolecules;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** What the settings of the loss do, for molecules and for positions. */
@RunWith(Parameterized.class)
public class LikelihoodSettingsTest {
  private static final EgnnSettings NETWORK = EgnnSettings.dynamics(2, 0, 1, 4);
  private static final int[] SAMPLES = {0, 1, 2};

  private final Kind kind;

  /** One of the objectives. */
  public LikelihoodSettingsTest(Kind kind) {
    this.kind = kind;
  }

  /** The objectives. */
  @Parameters(name = "{0}")
  public static Kind[] kinds() {
    return Kind.values();
  }

  private record Found(Objective.Loss loss, double[] gradient) {}

  enum Kind {
    MOLECULES {
      @Override
      Found found(PlainEngine engine, OdeSolver solver, TrainingSettings settings, long seed) {
        try (MoleculeFlow flow =
            new MoleculeFlow(
                SmallMolecules.MODEL, engine, solver, likelihood(settings).gradientMethod())) {
          return of(
              new MoleculeLikelihood(flow, SmallMolecules.set(5, 1), Optional.empty(), settings),
              seed);
        }
      }
    },
    POSITIONS {
      @Override
      Found found(PlainEngine engine, OdeSolver solver, TrainingSettings settings, long seed) {
        try (PositionFlow flow =
            new PositionFlow(
                engine.network(NETWORK), engine, solver, likelihood(settings).gradientMethod())) {
          return of(objective(flow, settings), seed);
        }
      }
    };

    abstract Found found(
        PlainEngine engine, OdeSolver solver, TrainingSettings settings, long seed);
  }

  private static PositionLikelihood objective(PositionFlow flow, TrainingSettings settings) {
    return new PositionLikelihood(
        new PositionObjective.Subject(
            flow,
            ParameterLayout.of(NETWORK)::initialise,
            PositionSet.of(3, 2, Normals.of(5 * 6, 1)),
            Optional.empty(),
            TraceMethod.EXACT),
        settings);
  }

  private static LikelihoodSettings likelihood(TrainingSettings settings) {
    return (LikelihoodSettings) settings.loss();
  }

  private static Found of(Objective objective, long seed) {
    double[] parameters = objective.start(3);
    // livelier than fresh parameters, whose flow hardly moves anything
    for (int k = 0; k < parameters.length; k++) {
      parameters[k] += 0.2 * Math.sin(k);
    }
    double[] gradient = new double[parameters.length];
    return new Found(
        objective.gradient(
            parameters, SAMPLES, new SplittableRandom(seed), gradient, StopSignal.NEVER),
        gradient);
  }

  private Found found(LikelihoodSettings settings, SolverSettings solver, long seed) {
    try (PlainEngine engine = new PlainEngine()) {
      return kind.found(
          engine, solver.solver(), new TrainingSettings(1, 4, 1e-3, 7, 5).with(settings), seed);
    }
  }

  private Found found(LikelihoodSettings settings) {
    return found(settings, SolverSettings.fixed("rk4", 2), 5);
  }

  private double extra(double kinetic, double jacobian) {
    return found(LikelihoodSettings.DEFAULT.with(new Regularisation(kinetic, jacobian)))
        .loss()
        .extra();
  }

  @Test
  public void regularisationIsMinimisedBesideTheSameLikelihood() {
    Found plain = found(LikelihoodSettings.DEFAULT);
    Found both = found(LikelihoodSettings.DEFAULT.with(new Regularisation(0.1, 0.2)));
    assertEquals(0, plain.loss().extra(), 0);
    assertTrue(both.loss().extra() > 0);
    assertEquals(plain.loss().nll(), both.loss().nll(), 1e-9);
    assertTrue(Closeness.largest(difference(plain, both)) > 1e-3);
  }

  private static double[] difference(Found a, Found b) {
    return IntStream.range(0, a.gradient().length)
        .mapToDouble(k -> a.gradient()[k] - b.gradient()[k])
        .toArray();
  }

  @Test
  public void weightsOfTheRegularisationCountEachForItself() {
    double kinetic = extra(0.1, 0);
    double jacobian = extra(0, 0.2);
    assertTrue(kinetic > 0);
    assertTrue(jacobian > 0);
    assertEquals(kinetic + jacobian, extra(0.1, 0.2), 1e-9);
    assertEquals(3 * kinetic, extra(0.3, 0), 1e-9);
  }

  @Test
  public void moreProbesGiveALossOfLessNoise() {
    double many = error(16);
    double one = error(1);
    assertTrue(many + " of 16 probes, " + one + " of one", many < 0.5 * one);
  }

  /** The mean distance from the loss with so many probes that their noise is gone. */
  private double error(int probes) {
    double sum = 0;
    for (int seed = 0; seed < 8; seed++) {
      double difference = nll(probes, seed) - nll(1000, seed);
      sum += difference * difference;
    }
    return Math.sqrt(sum / 8);
  }

  /** All other noise is drawn before that of the trace, so it is the same. */
  private double nll(int probes, long seed) {
    LikelihoodSettings settings =
        LikelihoodSettings.DEFAULT.with(new TraceMethod.Hutchinson(NoiseKind.GAUSSIAN, probes));
    return found(settings, SolverSettings.fixed("euler", 1), seed).loss().nll();
  }

  @Test
  public void bothGradientsAgreeToTheTolerances() {
    SolverSettings tight = SolverSettings.adaptive("dopri5", 1e-8, 1e-8);
    Found discrete = found(LikelihoodSettings.DEFAULT, tight, 5);
    Found continuous = found(LikelihoodSettings.DEFAULT.with(GradientMethod.CONTINUOUS), tight, 5);
    Closeness.assertClose("gradient", discrete.gradient(), continuous.gradient(), 1e-5);
    assertNotEquals(0, Closeness.largest(difference(discrete, continuous)), 0);
  }

  @Test
  public void aFlowMadeForAnotherGradientIsRefused() {
    try (PlainEngine engine = new PlainEngine();
        PositionFlow flow =
            new PositionFlow(
                engine.network(NETWORK), engine, SolverSettings.fixed("euler", 1).solver())) {
      IllegalArgumentException error =
          assertThrows(
              IllegalArgumentException.class,
              () ->
                  objective(
                      flow,
                      new TrainingSettings(1, 4, 1e-3, 7, 5)
                          .with(LikelihoodSettings.DEFAULT.with(GradientMethod.CONTINUOUS))));
      assertTrue(
          error.getMessage(),
          error
              .getMessage()
              .contains("continuous gradient, but the flow was made for the discrete"));
    }
  }
}

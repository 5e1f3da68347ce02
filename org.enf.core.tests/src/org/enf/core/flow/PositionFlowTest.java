package org.enf.core.flow;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.EgnnSettings;
import org.enf.core.egnn.Engine;
import org.enf.core.egnn.GnnSettings;
import org.enf.core.egnn.Network;
import org.enf.core.egnn.NetworkSettings;
import org.enf.core.egnn.nd4j.Nd4jEngine;
import org.enf.core.flow.PositionFlow.Densities;
import org.enf.core.koehler.KernelDynamics;
import org.enf.core.koehler.PairDynamics;
import org.enf.core.koehler.SimpleDynamics;
import org.enf.core.ode.ButcherTableau;
import org.enf.core.ode.FixedStepSolver;
import org.enf.core.ode.StopSignal;
import org.enf.core.ode.StoppedException;
import org.enf.core.testing.Closeness;
import org.enf.core.testing.Equivariance;
import org.enf.core.testing.FiniteDifferences;
import org.enf.core.testing.Layout;
import org.enf.core.testing.LivelyParameters;
import org.enf.core.testing.Normals;
import org.enf.core.testing.PlainEngine;
import org.enf.core.vector.Precision;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** Densities of positions, their gradient and samples, for each of the paper's methods. */
@RunWith(Parameterized.class)
public class PositionFlowTest {
  private static final BatchShape SHAPE = new BatchShape(3, 2, 4);
  private static final TraceEstimator EXACT = new TraceEstimator.Exact();
  private static final StopSignal NEVER = StopSignal.NEVER;
  private static final double[] POSITIONS = Normals.of(2 * SHAPE.atoms(), 1);
  private static final TraceEstimator NOISE =
      new TraceEstimator.Hutchinson(Normals.of(2 * SHAPE.atoms(), 2));

  private final Method method;
  private final PlainEngine engine = new PlainEngine();

  /** One of the methods. */
  public PositionFlowTest(Method method) {
    this.method = method;
  }

  /** The methods. */
  @Parameters(name = "{0}")
  public static Method[] methods() {
    return Method.values();
  }

  enum Method {
    ENF(EgnnSettings.dynamics(2, 0, 2, 4)),
    GNF(GnnSettings.dynamics(2, 0, 2, 4, false)),
    GNF_ATT(GnnSettings.dynamics(2, 0, 2, 4, true)),
    SIMPLE(SimpleDynamics.paper(2)),
    KERNEL(KernelDynamics.paper(2));

    private final NetworkSettings settings;
    private final PairDynamics dynamics;

    Method(NetworkSettings settings) {
      this.settings = settings;
      dynamics = null;
    }

    Method(PairDynamics dynamics) {
      settings = null;
      this.dynamics = dynamics;
    }

    Network network(Engine engine) {
      return dynamics == null ? engine.network(settings) : dynamics.network();
    }

    double[] parameters() {
      return dynamics == null
          ? LivelyParameters.of(settings, 4)
          : dynamics.initialise(new Random(4));
    }

    /** For a GNF coordinates are features, which do not turn; only the order does not matter. */
    Layout positions() {
      return settings instanceof GnnSettings ? Layout.perAtom(2) : Layout.positions(2, 0);
    }
  }

  private PositionFlow flow(int steps) {
    PositionFlow flow =
        new PositionFlow(
            method.network(engine), engine, new FixedStepSolver(ButcherTableau.RK4, steps));
    flow.setParameters(method.parameters());
    return flow;
  }

  @Test
  public void densityIsInvariantUnderTheSymmetriesOfTheMethod() {
    try (PositionFlow flow = flow(2)) {
      Equivariance.of(2, SHAPE)
          .input(method.positions(), POSITIONS)
          .output("log p", Layout.perMolecule(1))
          .holds(
              (shape, in) -> List.of(flow.logDensity(shape, in.get(0), EXACT, NEVER).values()),
              1e-9);
    }
  }

  @Test
  public void densityIsInvariantUnderTranslation() {
    double[] moved = POSITIONS.clone();
    for (int k = 0; k < moved.length; k++) {
      moved[k] += k % 2 == 0 ? 3 : -5;
    }
    try (PositionFlow flow = flow(2)) {
      Closeness.assertClose(
          "log p",
          flow.logDensity(SHAPE, POSITIONS, EXACT, NEVER).values(),
          flow.logDensity(SHAPE, moved, EXACT, NEVER).values(),
          1e-12);
    }
  }

  /** Two particles in the plane: the sum over a grid of their difference, in orthonormal units. */
  @Test
  public void densityIntegratesToOne() {
    int side = 29;
    double step = 0.5;
    double[] positions = new double[4 * side * side];
    for (int k = 0; k < side * side; k++) {
      for (int axis = 0; axis < 2; axis++) {
        int at = axis == 0 ? k % side : k / side;
        // off the origin, where the velocity of a pair is not smooth
        double place = step * (at - side / 2 + 0.25) / Math.sqrt(2);
        positions[4 * k + axis] = place;
        positions[4 * k + 2 + axis] = -place;
      }
    }
    try (PositionFlow flow = flow(4)) {
      double[] values =
          flow.logDensity(BatchShape.uniform(side * side, 2), positions, EXACT, NEVER).values();
      double sum = Arrays.stream(values).map(Math::exp).sum() * step * step;
      assertEquals(1, sum, 0.02);
    }
  }

  @Test
  public void gradientAgreesWithFiniteDifferences() {
    double[] parameters = method.parameters();
    double[] gradient = new double[parameters.length];
    int[] indices = new Random(3).ints(40, 0, parameters.length).toArray();
    try (PositionFlow flow = flow(2)) {
      Densities found = flow.gradient(SHAPE, POSITIONS, NOISE, gradient, NEVER);
      assertArrayEquals(
          "densities beside it",
          flow.logDensity(SHAPE, POSITIONS, NOISE, NEVER).values(),
          found.values(),
          0);
      double[] expected =
          FiniteDifferences.gradient(
              p -> {
                flow.setParameters(p);
                return flow.logDensity(SHAPE, POSITIONS, NOISE, NEVER).meanNegative();
              },
              parameters,
              indices);
      Closeness.assertClose(
          "gradient",
          expected,
          Arrays.stream(indices).mapToDouble(k -> gradient[k]).toArray(),
          1e-6);
    }
  }

  @Test
  public void gradientWithRegularisationAgreesWithFiniteDifferences() {
    assertGradient(NOISE, new Regularisation(0.3, 0.2));
  }

  @Test
  public void whatKnowsItsDivergenceIsTrainedWithTheExactTrace() {
    if (method.dynamics != null) {
      assertGradient(EXACT, new Regularisation(0.3, 0));
      return;
    }
    try (PositionFlow flow = flow(2)) {
      assertThrows(
          IllegalArgumentException.class,
          () -> flow.gradient(SHAPE, POSITIONS, EXACT, method.parameters(), NEVER));
    }
  }

  private void assertGradient(TraceEstimator trace, Regularisation regularisation) {
    double[] parameters = method.parameters();
    double[] gradient = new double[parameters.length];
    double[] others = new double[parameters.length];
    int[] indices = new Random(3).ints(20, 0, parameters.length).toArray();
    try (PositionFlow flow = flow(2)) {
      flow.gradient(SHAPE, POSITIONS, trace, regularisation, gradient, NEVER);
      double[] expected =
          FiniteDifferences.gradient(
              p -> {
                flow.setParameters(p);
                Densities found =
                    flow.gradient(SHAPE, POSITIONS, trace, regularisation, others, NEVER);
                return found.meanNegative()
                    + regularisation.penalty(found.kinetic(), found.jacobian());
              },
              parameters,
              indices);
      Closeness.assertClose(
          "gradient",
          expected,
          Arrays.stream(indices).mapToDouble(k -> gradient[k]).toArray(),
          1e-6);
    }
  }

  @Test
  public void vectorsOfAnyEngineWillDo() {
    double[] wanted = new double[method.parameters().length];
    double[] found = wanted.clone();
    try (PositionFlow reference = flow(2);
        Engine single = new Nd4jEngine(Precision.FLOAT);
        PositionFlow flow =
            new PositionFlow(
                method.network(single), single, new FixedStepSolver(ButcherTableau.RK4, 2))) {
      flow.setParameters(method.parameters());
      Closeness.assertClose(
          "log p",
          reference.gradient(SHAPE, POSITIONS, NOISE, wanted, NEVER).values(),
          flow.gradient(SHAPE, POSITIONS, NOISE, found, NEVER).values(),
          1e-4);
      Closeness.assertClose("gradient", wanted, found, 1e-3);
    }
  }

  @Test
  public void gradientOverwrites() {
    double[] once = new double[method.parameters().length];
    double[] twice = once.clone();
    Arrays.fill(twice, 7);
    try (PositionFlow flow = flow(1)) {
      flow.gradient(SHAPE, POSITIONS, NOISE, once, NEVER);
      flow.gradient(SHAPE, POSITIONS, NOISE, twice, NEVER);
      assertArrayEquals(once, twice, 0);
    }
  }

  @Test
  public void samplesAreCentredAndComeFromTheSeed() {
    try (PositionFlow flow = flow(2)) {
      double[] sample = flow.sample(SHAPE, new Random(1), NEVER).positions();
      assertArrayEquals(sample, flow.sample(SHAPE, new Random(1), NEVER).positions(), 0);
      double[] centred = sample.clone();
      new FlowPrior(2, 0).centre(SHAPE, centred);
      Closeness.assertWithin("centred", centred, sample, 1e-12);
      assertTrue(Closeness.largest(sample) > 0.1);
    }
  }

  @Test
  public void allVectorsAreGivenBackHoweverItEnds() {
    double[] gradient = new double[method.parameters().length];
    try (PositionFlow flow = flow(1)) {
      int open = engine.openVectors();
      flow.gradient(SHAPE, POSITIONS, NOISE, gradient, NEVER);
      flow.logDensity(SHAPE, POSITIONS, EXACT, NEVER);
      flow.sample(SHAPE, new Random(1), NEVER);
      assertThrows(
          StoppedException.class,
          () -> flow.gradient(SHAPE, POSITIONS, NOISE, gradient, () -> true));
      assertEquals(open, engine.openVectors());
    }
  }

  @Test
  public void wrongLengthsAreRefused() {
    try (PositionFlow flow = flow(1)) {
      assertThrows(
          IllegalArgumentException.class,
          () -> flow.logDensity(SHAPE, new double[3], EXACT, NEVER));
      assertThrows(IllegalArgumentException.class, () -> flow.setParameters(new double[3]));
    }
  }

  @Test
  public void networksWithFeaturesAreRefused() {
    Network network = engine.network(EgnnSettings.dynamics(2, 3, 1, 4));
    IllegalArgumentException error =
        assertThrows(
            IllegalArgumentException.class,
            () -> new PositionFlow(network, engine, new FixedStepSolver(ButcherTableau.RK4, 1)));
    assertTrue(error.getMessage(), error.getMessage().contains("without features, not one with 3"));
  }
}

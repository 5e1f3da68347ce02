package org.enf.core.ode;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import org.enf.core.testing.Closeness;
import org.enf.core.testing.FiniteDifferences;
import org.enf.core.testing.HeapVector;
import org.enf.core.testing.Normals;
import org.junit.Test;

/** The gradient by the adjoint equation, against finite differences of the solution. */
public class ContinuousAdjointTest {
  private static final double[] START = {0.7, -0.4, 1.1};
  private static final double[] PARAMETERS = Normals.of(TanhSystem.PARAMETERS, 3);
  private static final double[] WEIGHTS = {1.3, -0.8, 0.5};

  /** As the parameters of {@link TanhSystem} stand: a, b, w. */
  private static final int[] BLOCKS = {0, 3, 6, TanhSystem.PARAMETERS};

  private static OdeSolver solver(double tolerance) {
    return new AdaptiveSolver(ButcherTableau.DOPRI5, new Tolerance(tolerance, tolerance), 100_000);
  }

  private static State state(double[] y) {
    return new State(new HeapVector(y[0], y[1]), new HeapVector(y[2]));
  }

  private static double[] array(State state) {
    HeapVector first = (HeapVector) state.part(0);
    return new double[] {first.get(0), first.get(1), ((HeapVector) state.part(1)).get(0)};
  }

  private static Solution reverse(
      TanhSystem system, double tolerance, State y, State cotangent, StopSignal stop) {
    return new ContinuousAdjoint(solver(tolerance))
        .reverse(
            system,
            y,
            cotangent,
            new ContinuousAdjoint.ParameterGradient(
                system.gradientVector(), BLOCKS, new HeapVector(new double[3])),
            1,
            0,
            stop);
  }

  private static double loss(double[] start, double[] parameters) {
    State y = state(start);
    solver(1e-12)
        .solve(new TanhSystem(parameters), y, 0, 1, StepListener.NONE, StopSignal.NEVER)
        .requireSuccess();
    double[] end = array(y);
    double loss = 0;
    for (int i = 0; i < end.length; i++) {
      loss += WEIGHTS[i] * end[i];
    }
    return loss;
  }

  private static State end() {
    State y = state(START);
    solver(1e-12).solve(new TanhSystem(PARAMETERS), y, 0, 1, StepListener.NONE, StopSignal.NEVER);
    return y;
  }

  @Test
  public void gradientAgreesWithFiniteDifferencesAndTheStateComesBack() {
    TanhSystem system = new TanhSystem(PARAMETERS);
    State y = end();
    State cotangent = state(WEIGHTS);
    Solution solution = reverse(system, 1e-10, y, cotangent, StopSignal.NEVER).requireSuccess();
    assertTrue(solution.evaluations() > 10);
    Closeness.assertClose("start", START, array(y), 1e-8);
    Closeness.assertClose(
        "by the start",
        FiniteDifferences.gradient(start -> loss(start, PARAMETERS), START),
        array(cotangent),
        1e-8);
    Closeness.assertClose(
        "by the parameters",
        FiniteDifferences.gradient(parameters -> loss(START, parameters), PARAMETERS),
        system.gradient(),
        1e-8);
  }

  @Test
  public void theGradientIsAddedToWhatWasThere() {
    TanhSystem system = new TanhSystem(PARAMETERS);
    reverse(system, 1e-8, end(), state(WEIGHTS), StopSignal.NEVER);
    double[] once = system.gradient();
    reverse(system, 1e-8, end(), state(WEIGHTS), StopSignal.NEVER);
    double[] twice = system.gradient();
    for (int k = 0; k < once.length; k++) {
      assertEquals(2 * once[k], twice[k], 1e-12);
    }
  }

  @Test
  public void errorNormIsTheLargestOverTheBlocksOfTheLastPart() {
    Vectors v = new Vectors();
    State scratch = v.state.sibling();
    Tolerance tolerance = new Tolerance(0, 1);
    // blocks (3, 4), (0, 0, 2): norms √12.5 and √(4/3); the part as a whole would have √5.8
    assertEquals(
        Math.sqrt(12.5), scratch.weightedNorm(v.error, v.state, v.state, tolerance), 1e-12);
  }

  private static final class Vectors {
    private final State state = of(new double[5]);
    private final State error = of(new double[] {3, 4, 0, 0, 2});

    private static State of(double[] last) {
      return new State(
          new HeapVector[] {new HeapVector(1), new HeapVector(last)},
          new HeapVector[0],
          new int[] {0, 2, 5},
          new HeapVector(0, 0));
    }
  }

  @Test
  public void itStopsOnRequestAndGivesItsMemoryBack() {
    TanhSystem system = new TanhSystem(PARAMETERS);
    HeapVector first = new HeapVector(WEIGHTS[0], WEIGHTS[1]);
    AtomicInteger asked = new AtomicInteger();
    Solution solution =
        reverse(
            system,
            1e-8,
            end(),
            new State(first, new HeapVector(WEIGHTS[2])),
            () -> asked.incrementAndGet() > 5);
    assertThrows(StoppedException.class, solution::requireSuccess);
    assertEquals(1, first.openInFamily());
    assertEquals(1, system.gradientVector().openInFamily());
  }
}

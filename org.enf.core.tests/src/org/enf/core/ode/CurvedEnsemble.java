package org.enf.core.ode;

import java.util.Arrays;
import org.enf.core.testing.HeapVector;

/**
 * Copies of {@link CurvedProblem}, member i running {@code speeds[i]} times as fast, and how often
 * each is evaluated. A speed that is negative breaks the member on its way: its slope is NaN after
 * time 0.5.
 */
final class CurvedEnsemble implements EnsembleSystem {
  private final double[] speeds;
  private final int[] evaluations;
  private final int[] numbers;

  CurvedEnsemble(double... speeds) {
    this(
        speeds,
        new int[speeds.length],
        java.util.stream.IntStream.range(0, speeds.length).toArray());
  }

  private CurvedEnsemble(double[] speeds, int[] evaluations, int[] numbers) {
    this.speeds = speeds;
    this.evaluations = evaluations;
    this.numbers = numbers;
  }

  /** How often a member was evaluated. */
  int evaluations(int member) {
    return evaluations[member];
  }

  /** The right-hand side of one member alone. */
  static OdeSystem alone(double speed) {
    return (t, y, derivative) -> derivative(speed, t, y, derivative);
  }

  private static void derivative(double speed, double t, State y, State derivative) {
    if (speed < 0 && t > 0.5) {
      derivative.fill(Double.NaN);
      return;
    }
    State slope = derivative.sibling();
    new CurvedProblem().derivative(Math.abs(speed) * t, y, slope);
    derivative.fill(0);
    derivative.add(Math.abs(speed), slope);
  }

  /** The solutions at a time of the members. */
  EnsembleState solution(double t) {
    double[][] parts = new double[2][2 * speeds.length];
    int[] offsets = new int[speeds.length + 1];
    for (int m = 0; m < speeds.length; m++) {
      State exact = CurvedProblem.solution(Math.abs(speeds[m]) * t);
      offsets[m + 1] = 2 * (m + 1);
      for (int p = 0; p < 2; p++) {
        System.arraycopy(((HeapVector) exact.part(p)).toArray(), 0, parts[p], 2 * m, 2);
      }
    }
    return new EnsembleState(parts, new int[][] {offsets, offsets.clone()});
  }

  /** The largest error of a member relative to its solution. */
  double error(EnsembleState y, double t, int member) {
    return CurvedProblem.error(state(y, member), Math.abs(speeds[member]) * t);
  }

  private static State state(EnsembleState y, int member) {
    return new State(
        new HeapVector(Arrays.copyOfRange(y.part(0), 2 * member, 2 * member + 2)),
        new HeapVector(Arrays.copyOfRange(y.part(1), 2 * member, 2 * member + 2)));
  }

  @Override
  public void derivative(double[] t, EnsembleState y, EnsembleState derivative) {
    for (int m = 0; m < numbers.length; m++) {
      evaluations[numbers[m]]++;
      State state = state(y, m);
      State slope = state.sibling();
      derivative(speeds[numbers[m]], t[m], state, slope);
      for (int p = 0; p < 2; p++) {
        System.arraycopy(((HeapVector) slope.part(p)).toArray(), 0, derivative.part(p), 2 * m, 2);
      }
    }
  }

  @Override
  public EnsembleSystem select(int[] members) {
    return new CurvedEnsemble(
        speeds, evaluations, Arrays.stream(members).map(m -> numbers[m]).toArray());
  }

  @Override
  public void close() {
    // nothing is held
  }
}

package org.enf.core.ode;

import org.enf.core.testing.HeapVector;

/**
 * A nonlinear problem that depends on time, with a known solution: y₁ = exp(sin t²), y₂ = exp(5 sin
 * t²), y₃ = sin t² + 1, y₄ = cos t². The state has two parts, (y₁, y₂) and (y₃, y₄).
 */
final class CurvedProblem implements OdeSystem {
  private int evaluations;

  int evaluations() {
    return evaluations;
  }

  @Override
  public void derivative(double t, State y, State derivative) {
    evaluations++;
    double y1 = part(y, 0).get(0);
    double y2 = part(y, 0).get(1);
    double y3 = part(y, 1).get(0);
    double y4 = part(y, 1).get(1);
    part(derivative, 0).put(0, 2 * t * Math.pow(y2, 0.2) * y4);
    part(derivative, 0).put(1, 10 * t * Math.exp(5 * (y3 - 1)) * y4);
    part(derivative, 1).put(0, 2 * t * y4);
    part(derivative, 1).put(1, -2 * t * Math.log(y1));
  }

  static State solution(double t) {
    double sine = Math.sin(t * t);
    return new State(
        new HeapVector(Math.exp(sine), Math.exp(5 * sine)),
        new HeapVector(sine + 1, Math.cos(t * t)));
  }

  /** The largest error relative to the solution. */
  static double error(State y, double t) {
    State expected = solution(t);
    double largest = 0;
    for (int p = 0; p < 2; p++) {
      for (int i = 0; i < 2; i++) {
        double exact = part(expected, p).get(i);
        largest =
            Math.max(largest, Math.abs(part(y, p).get(i) - exact) / Math.max(1, Math.abs(exact)));
      }
    }
    return largest;
  }

  private static HeapVector part(State state, int index) {
    return (HeapVector) state.part(index);
  }
}

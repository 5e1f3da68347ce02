package org.enf.core.ode;

import org.enf.core.testing.HeapVector;

/**
 * dyᵢ/dt = aᵢ·tanh(Σⱼ wᵢⱼyⱼ + bᵢt) for three variables in two parts, with its derivatives by hand.
 *
 * <p>Parameters, in this order: a, b, w row by row.
 */
final class TanhSystem implements ReversibleSystem {
  private static final int N = 3;
  static final int PARAMETERS = 2 * N + N * N;

  private final double[] parameters;
  private final HeapVector gradient = new HeapVector(new double[PARAMETERS]);

  TanhSystem(double[] parameters) {
    this.parameters = parameters;
  }

  /** What all reverse passes so far added up. */
  double[] gradient() {
    return gradient.toArray();
  }

  /** The vector to which reverse passes add. */
  HeapVector gradientVector() {
    return gradient;
  }

  private void add(int parameter, double value) {
    gradient.put(parameter, gradient.get(parameter) + value);
  }

  @Override
  public void derivative(double t, State y, State derivative) {
    for (int i = 0; i < N; i++) {
      put(derivative, i, parameters[i] * tanh(t, y, i));
    }
  }

  @Override
  public void reverse(double t, State y, State derivative, State cotangent, State stateCotangent) {
    stateCotangent.fill(0);
    for (int i = 0; i < N; i++) {
      double tanh = tanh(t, y, i);
      double inner = get(cotangent, i) * parameters[i] * (1 - tanh * tanh);
      add(i, get(cotangent, i) * tanh);
      add(N + i, inner * t);
      for (int j = 0; j < N; j++) {
        add(2 * N + i * N + j, inner * get(y, j));
        put(stateCotangent, j, get(stateCotangent, j) + inner * parameters[2 * N + i * N + j]);
      }
    }
  }

  private double tanh(double t, State y, int i) {
    double sum = parameters[N + i] * t;
    for (int j = 0; j < N; j++) {
      sum += parameters[2 * N + i * N + j] * get(y, j);
    }
    return Math.tanh(sum);
  }

  private static double get(State state, int i) {
    return ((HeapVector) state.part(i / 2)).get(i % 2);
  }

  private static void put(State state, int i, double value) {
    ((HeapVector) state.part(i / 2)).put(i % 2, value);
  }
}

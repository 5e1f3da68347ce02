package org.enf.core.ode;

import java.util.Arrays;
import java.util.List;

/**
 * The coefficients of an explicit Runge-Kutta method (Hairer, Nørsett, Wanner, "Solving Ordinary
 * Differential Equations I", section II.1).
 *
 * <p>Stage i is k<sub>i</sub> = f(t + c<sub>i</sub>h, y + h Σ<sub>j&lt;i</sub> a<sub>ij</sub>
 * k<sub>j</sub>); the step ends at y + h Σ b<sub>i</sub> k<sub>i</sub>.
 */
public final class ButcherTableau {
  /** Euler's method, order 1. */
  public static final ButcherTableau EULER =
      new ButcherTableau("euler", 1, new double[][] {{}}, new double[] {1}, null, null);

  /** The explicit midpoint rule, order 2. */
  public static final ButcherTableau MIDPOINT =
      new ButcherTableau(
          "midpoint", 2, new double[][] {{}, {1.0 / 2}}, new double[] {0, 1}, null, null);

  /** The explicit trapezoidal rule of Heun, order 2. */
  public static final ButcherTableau HEUN =
      new ButcherTableau(
          "heun", 2, new double[][] {{}, {1}}, new double[] {1.0 / 2, 1.0 / 2}, null, null);

  /** The classical method of Kutta, order 4. */
  public static final ButcherTableau RK4 =
      new ButcherTableau(
          "rk4",
          4,
          new double[][] {{}, {1.0 / 2}, {0, 1.0 / 2}, {0, 0, 1}},
          new double[] {1.0 / 6, 1.0 / 3, 1.0 / 3, 1.0 / 6},
          null,
          null);

  /** Dormand and Prince 5(4): order 5 with an embedded method of order 4; first same as last. */
  public static final ButcherTableau DOPRI5 =
      new ButcherTableau(
          "dopri5",
          5,
          new double[][] {
            {},
            {1.0 / 5},
            {3.0 / 40, 9.0 / 40},
            {44.0 / 45, -56.0 / 15, 32.0 / 9},
            {19372.0 / 6561, -25360.0 / 2187, 64448.0 / 6561, -212.0 / 729},
            {9017.0 / 3168, -355.0 / 33, 46732.0 / 5247, 49.0 / 176, -5103.0 / 18656},
            {35.0 / 384, 0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84}
          },
          new double[] {35.0 / 384, 0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84, 0},
          new double[] {
            5179.0 / 57600,
            0,
            7571.0 / 16695,
            393.0 / 640,
            -92097.0 / 339200,
            187.0 / 2100,
            1.0 / 40
          },
          new double[] {
            -12715105075.0 / 11282082432.0,
            0,
            87487479700.0 / 32700410799.0,
            -10690763975.0 / 1880347072.0,
            701980252875.0 / 199316789632.0,
            -1453857185.0 / 822651844.0,
            69997945.0 / 29380423.0
          });

  /** All methods, the cheapest step first. */
  public static final List<ButcherTableau> ALL = List.of(EULER, MIDPOINT, HEUN, RK4, DOPRI5);

  private static final double ROUNDING = 1e-12;

  private final String name;
  private final int order;
  private final double[][] a;
  private final double[] b;
  private final double[] c;
  private final double[] error;
  private final double[] dense;

  /**
   * A method; the nodes c are the row sums of a.
   *
   * @param a row i has i coefficients
   * @param embedded the weights of the second method that gives the error estimate, or null
   * @param dense the weights dᵢ of the term θ²(1 − θ)² h Σ dᵢkᵢ that, added to the cubic of
   *     Hermite, gives states within a step to fourth degree, or null; they sum to zero
   * @throws IllegalArgumentException if the rows do not fit or the weights do not sum to one
   */
  ButcherTableau(
      String name, int order, double[][] a, double[] b, double[] embedded, double[] dense) {
    this.name = name;
    this.order = order;
    this.a = a;
    this.b = b;
    this.dense = dense;
    requireSum("weights", b, 1);
    if (dense != null) {
      requireSum("weights of the dense output", dense, 0);
    }
    c = new double[b.length];
    for (int i = 0; i < b.length; i++) {
      if (a[i].length != i) {
        throw new IllegalArgumentException(
            name + ": row " + i + " of a must have " + i + " entries");
      }
      c[i] = Arrays.stream(a[i]).sum();
    }
    error = embedded == null ? null : new double[b.length];
    if (embedded != null) {
      requireSum("weights", embedded, 1);
      for (int i = 0; i < b.length; i++) {
        error[i] = b[i] - embedded[i];
      }
    }
  }

  private void requireSum(String what, double[] weights, double expected) {
    double sum = Arrays.stream(weights).sum();
    if (Math.abs(sum - expected) > ROUNDING) {
      throw new IllegalArgumentException(
          name + ": the " + what + " sum to " + sum + ", not to " + (int) expected);
    }
  }

  /**
   * The method of this name.
   *
   * @throws IllegalArgumentException if there is none; the message lists the names
   */
  public static ButcherTableau named(String name) {
    for (ButcherTableau tableau : ALL) {
      if (tableau.name.equals(name)) {
        return tableau;
      }
    }
    throw new IllegalArgumentException(
        "there is no solver '"
            + name
            + "'; choose one of "
            + String.join(", ", ALL.stream().map(ButcherTableau::name).toList()));
  }

  /** The name by which users choose it. */
  public String name() {
    return name;
  }

  /** The order p: the error of one step is O(h^(p+1)). */
  public int order() {
    return order;
  }

  /** The number of stages. */
  public int stages() {
    return b.length;
  }

  /** Whether the method estimates its own error. */
  public boolean estimatesError() {
    return error != null;
  }

  /** Whether the last stage is the first one of the next step. */
  public boolean firstSameAsLast() {
    int last = b.length - 1;
    return last > 0 && b[last] == 0 && Arrays.equals(a[last], Arrays.copyOf(b, last));
  }

  /** Whether the method has a term of its own for states within a step. */
  boolean hasDenseOutput() {
    return dense != null;
  }

  double dense(int stage) {
    return dense[stage];
  }

  double[] row(int stage) {
    return a[stage];
  }

  double[] weights() {
    return b;
  }

  double[] errorWeights() {
    return error;
  }

  double a(int stage, int earlier) {
    return a[stage][earlier];
  }

  double b(int stage) {
    return b[stage];
  }

  double c(int stage) {
    return c[stage];
  }

  double error(int stage) {
    return error[stage];
  }

  @Override
  public String toString() {
    return name;
  }
}

package org.enf.core.molecule.build;

/** Walks downhill to a minimum of the energy by L-BFGS (Nocedal, Math. Comput. 35, 773, 1980). */
final class LbfgsMinimizer {
  private static final int MEMORY = 8;
  private static final int MAX_STEPS = 1500;
  private static final double LONGEST_MOVE = 0.3;
  private static final double SUFFICIENT_DECREASE = 1e-4;
  private static final double SMALLEST_FRACTION = 1e-8;
  private static final double SMALLEST_CURVATURE = 1e-12;

  /** Root mean square of the gradient at which a minimum counts as found, kcal/mol/Å. */
  private static final double TOLERANCE = 0.005;

  private final ForceField forceField;
  private final int n;
  private final double[][] moves;
  private final double[][] turns;
  private final double[] curvatures = new double[MEMORY];
  private final double[] weights = new double[MEMORY];
  private int remembered;

  LbfgsMinimizer(ForceField forceField, int coordinates) {
    this.forceField = forceField;
    this.n = coordinates;
    this.moves = new double[MEMORY][n];
    this.turns = new double[MEMORY][n];
  }

  /**
   * Moves the positions to a minimum.
   *
   * @param positions 3 coordinates an atom in Å, changed
   * @return the energy there in kcal/mol; NaN if no minimum was reached
   */
  double minimize(double[] positions) {
    remembered = 0;
    double[] gradient = new double[n];
    double[] direction = new double[n];
    double[] trial = new double[n];
    double[] trialGradient = new double[n];
    double energy = forceField.energy(positions, gradient);
    for (int step = 0; step < MAX_STEPS; step++) {
      if (Math.sqrt(dot(gradient, gradient) / n) < TOLERANCE) {
        return energy;
      }
      findDirection(gradient, direction);
      double slope = dot(gradient, direction);
      double fraction = Math.min(1, LONGEST_MOVE / largest(direction));
      double trialEnergy;
      while (true) {
        for (int i = 0; i < n; i++) {
          trial[i] = positions[i] + fraction * direction[i];
        }
        trialEnergy = forceField.energy(trial, trialGradient);
        if (trialEnergy <= energy + SUFFICIENT_DECREASE * fraction * slope) {
          break;
        }
        fraction /= 2;
        if (fraction < SMALLEST_FRACTION) {
          return Double.NaN;
        }
      }
      remember(positions, gradient, trial, trialGradient);
      System.arraycopy(trial, 0, positions, 0, n);
      System.arraycopy(trialGradient, 0, gradient, 0, n);
      energy = trialEnergy;
    }
    return Double.NaN;
  }

  private void remember(double[] from, double[] gradient, double[] to, double[] newGradient) {
    double curvature = 0;
    for (int i = 0; i < n; i++) {
      curvature += (to[i] - from[i]) * (newGradient[i] - gradient[i]);
    }
    // only a move along which the slope rose tells of a valley
    if (curvature < SMALLEST_CURVATURE) {
      return;
    }
    int slot = remembered % MEMORY;
    for (int i = 0; i < n; i++) {
      moves[slot][i] = to[i] - from[i];
      turns[slot][i] = newGradient[i] - gradient[i];
    }
    curvatures[slot] = curvature;
    remembered++;
  }

  private void findDirection(double[] gradient, double[] direction) {
    for (int i = 0; i < n; i++) {
      direction[i] = -gradient[i];
    }
    int oldest = Math.max(0, remembered - MEMORY);
    for (int k = remembered - 1; k >= oldest; k--) {
      int slot = k % MEMORY;
      weights[slot] = dot(moves[slot], direction) / curvatures[slot];
      addScaled(direction, -weights[slot], turns[slot]);
    }
    if (remembered > 0) {
      int last = (remembered - 1) % MEMORY;
      double scale = curvatures[last] / dot(turns[last], turns[last]);
      for (int i = 0; i < n; i++) {
        direction[i] *= scale;
      }
    }
    for (int k = oldest; k < remembered; k++) {
      int slot = k % MEMORY;
      double correction = dot(turns[slot], direction) / curvatures[slot];
      addScaled(direction, weights[slot] - correction, moves[slot]);
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void addScaled(double[] target, double factor, double[] vector) {
    for (int i = 0; i < target.length; i++) {
      target[i] += factor * vector[i];
    }
  }

  private static double largest(double[] values) {
    double largest = 1e-300;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }
}

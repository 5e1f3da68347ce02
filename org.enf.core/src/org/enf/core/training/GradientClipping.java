package org.enf.core.training;

import java.util.Arrays;

/**
 * Shortens a gradient that is much longer than the last ones: its 2-norm may be 1.5 times their
 * mean plus twice their standard deviation (the rule of the E-NF's released code, there for the
 * flow's parameters only).
 */
public final class GradientClipping {
  /** How many norms are remembered at most. */
  public static final int MEMORY = 50;

  /** Longer than any first gradient of QM9 that was seen. */
  private static final double FIRST_NORM = 3000;

  private double[] norms;

  /** Starts without history. */
  public GradientClipping() {
    this(new double[] {FIRST_NORM});
  }

  /** Goes on from these norms, the oldest first. */
  public GradientClipping(double[] norms) {
    this.norms = norms.clone();
  }

  /**
   * Shortens the gradient if needed, in place, and remembers its norm.
   *
   * @return the norm before
   */
  public double clip(double[] gradient) {
    double norm = norm(gradient);
    double allowed = allowed();
    if (norm > allowed) {
      double factor = allowed / norm;
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] *= factor;
      }
    }
    int kept = Math.min(norms.length, MEMORY - 1);
    double[] next = new double[kept + 1];
    System.arraycopy(norms, norms.length - kept, next, 0, kept);
    next[kept] = Math.min(norm, allowed);
    norms = next;
    return norm;
  }

  private double allowed() {
    double mean = Arrays.stream(norms).average().orElseThrow();
    double variance =
        Arrays.stream(norms).map(norm -> (norm - mean) * (norm - mean)).average().orElseThrow();
    return 1.5 * mean + 2 * Math.sqrt(variance);
  }

  /** The 2-norm of a gradient; NaN or infinite if an element is. */
  public static double norm(double[] gradient) {
    double sum = 0;
    for (double g : gradient) {
      sum += g * g;
    }
    return Math.sqrt(sum);
  }

  /** The norms remembered, the oldest first; a copy. */
  public double[] norms() {
    return norms.clone();
  }
}

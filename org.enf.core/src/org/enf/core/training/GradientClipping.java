package org.enf.core.training;

/** Shortens gradients by a rule and remembers the norms that the rule looks at. */
public final class GradientClipping {
  private final ClippingSettings.Rule rule;
  private double[] norms;

  /** Starts without history. */
  public GradientClipping(ClippingSettings.Rule rule) {
    this(rule, rule.firstNorms());
  }

  /**
   * Goes on from these norms, the oldest first.
   *
   * @throws IllegalArgumentException if there are more than the rule remembers, or none where it
   *     needs one
   */
  public GradientClipping(ClippingSettings.Rule rule, double[] norms) {
    if (norms.length > rule.memory() || (rule.memory() > 0 && norms.length == 0)) {
      throw new IllegalArgumentException(
          "this clipping remembers up to " + rule.memory() + " norms, not " + norms.length);
    }
    this.rule = rule;
    this.norms = norms.clone();
  }

  /**
   * Shortens the first elements of a gradient if needed, in place, and remembers their norm.
   *
   * @param length how many elements are measured and shortened
   * @return their norm before
   */
  public double clip(double[] gradient, int length) {
    double norm = norm(gradient, length);
    double allowed = rule.allowed(norms);
    if (norm > allowed) {
      double factor = allowed / norm;
      for (int i = 0; i < length; i++) {
        gradient[i] *= factor;
      }
    }
    remember(Math.min(norm, allowed));
    return norm;
  }

  private void remember(double norm) {
    if (rule.memory() == 0) {
      return;
    }
    int kept = Math.min(norms.length, rule.memory() - 1);
    double[] next = new double[kept + 1];
    System.arraycopy(norms, norms.length - kept, next, 0, kept);
    next[kept] = norm;
    norms = next;
  }

  /** The 2-norm of the first elements of a gradient; NaN or infinite if one of them is. */
  public static double norm(double[] gradient, int length) {
    double sum = 0;
    for (int i = 0; i < length; i++) {
      sum += gradient[i] * gradient[i];
    }
    return Math.sqrt(sum);
  }

  /** The norms remembered, the oldest first; a copy. */
  public double[] norms() {
    return norms.clone();
  }
}

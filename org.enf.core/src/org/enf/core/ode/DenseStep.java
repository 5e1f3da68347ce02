package org.enf.core.ode;

/**
 * One step of one member, with the states between its ends: the cubic of Hermite through states and
 * slopes at both ends, and on top the method's own term of fourth degree if it has one (Hairer,
 * Nørsett, Wanner, section II.6).
 */
public final class DenseStep {
  private final ButcherTableau tableau;
  private final EnsembleState[] slopes;
  private final EnsembleState before;
  private final EnsembleState after;
  private final EnsembleState endSlope;
  private int member;
  private double start;
  private double length;

  DenseStep(
      ButcherTableau tableau,
      EnsembleState[] slopes,
      EnsembleState before,
      EnsembleState after,
      EnsembleState endSlope) {
    this.tableau = tableau;
    this.slopes = slopes;
    this.before = before;
    this.after = after;
    this.endSlope = endSlope;
  }

  DenseStep at(int newMember, double newStart, double newLength) {
    member = newMember;
    start = newStart;
    length = newLength;
    return this;
  }

  /** The time at which the step begins. */
  public double start() {
    return start;
  }

  /** The length of the step, negative when going back in time. */
  public double length() {
    return length;
  }

  /**
   * One part of the state at a time of this step.
   *
   * @param t between begin and end of the step
   */
  public double[] state(double t, int part) {
    return interpolant(part).state(t);
  }

  /** The states of one part within this step, which stay when the step is over. */
  Interpolant interpolant(int part) {
    double[] y0 = before.part(part);
    double[] y1 = after.part(part);
    double[] k0 = slopes[0].part(part);
    double[] k1 = endSlope.part(part);
    int from = before.offset(part, member);
    int elements = before.offset(part, member + 1) - from;
    double[] y = new double[elements];
    double[] change = new double[elements];
    double[] bend = new double[elements];
    double[] skew = new double[elements];
    double[] quartic = new double[elements];
    for (int i = 0; i < elements; i++) {
      int k = from + i;
      y[i] = y0[k];
      change[i] = y1[k] - y0[k];
      bend[i] = length * k0[k] - change[i];
      skew[i] = change[i] - length * k1[k] - bend[i];
      quartic[i] = quartic(part, k);
    }
    return new Interpolant(start, length, y, change, bend, skew, quartic);
  }

  private double quartic(int part, int element) {
    if (!tableau.hasDenseOutput()) {
      return 0;
    }
    double sum = 0;
    for (int i = 0; i < slopes.length; i++) {
      sum += tableau.dense(i) * slopes[i].part(part)[element];
    }
    return length * sum;
  }
}

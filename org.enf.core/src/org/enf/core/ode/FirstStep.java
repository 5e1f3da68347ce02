package org.enf.core.ode;

/**
 * How long the first step of a solve should be, as the solve before it found: where similar
 * equations are solved one after the other, as in training, it spares the evaluation of Hairer's
 * rule and the short steps that its caution costs. What is kept of a step is decided by its error
 * as ever.
 *
 * <p>Only a solver that chooses its steps looks at it or changes it.
 */
public final class FirstStep {
  private double length;

  /** Nothing is known yet. */
  public FirstStep() {
    this(0);
  }

  /**
   * A length that an earlier solve found.
   *
   * @param length above 0, or 0 if it is not known
   * @throws IllegalArgumentException if the length is negative or not finite
   */
  public FirstStep(double length) {
    set(length);
  }

  /** The length, 0 if it is not known. */
  public double length() {
    return length;
  }

  /**
   * Changes the length.
   *
   * @throws IllegalArgumentException if it is negative or not finite
   */
  public void set(double newLength) {
    if (!(newLength >= 0 && newLength < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a step cannot be " + newLength + " long");
    }
    length = newLength;
  }
}

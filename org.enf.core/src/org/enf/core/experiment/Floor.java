package org.enf.core.experiment;

/**
 * The differential entropy of the data in nats, below which no mean NLL can be: an interval,
 * because it was estimated.
 *
 * @param low its lower end
 * @param high its upper end
 */
public record Floor(double low, double high) {
  /** The middle of the interval. */
  public double middle() {
    return 0.5 * (low + high);
  }
}

package org.enf.core.training;

/** The loss of a batch cannot be computed; the message says why. */
public final class LossException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int evaluations;

  /**
   * A failure.
   *
   * @param evaluations of the network until then
   */
  public LossException(String reason, int evaluations, Throwable cause) {
    super(reason, cause);
    this.evaluations = evaluations;
  }

  /** The evaluations of the network until then. */
  public int evaluations() {
    return evaluations;
  }
}

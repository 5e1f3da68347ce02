package org.enf.core.ode;

/**
 * How an integration went.
 *
 * @param status whether and why it ended
 * @param time the time that was reached
 * @param evaluations how often the right-hand side was computed (NFE)
 * @param accepted the steps that were kept
 * @param rejected the steps that were taken again with a smaller length
 * @param limit the most evaluations that were allowed, 0 for no limit
 */
public record Solution(
    Status status, double time, int evaluations, int accepted, int rejected, int limit) {
  /** A solution without a limit of evaluations. */
  public Solution(Status status, double time, int evaluations, int accepted, int rejected) {
    this(status, time, evaluations, accepted, rejected, 0);
  }

  /** Why an integration ended. */
  public enum Status {
    /** The end time was reached. */
    SUCCESS("the end time was reached"),
    /** The right-hand side or the state became infinite or NaN. */
    NOT_FINITE("the velocity became infinite or NaN"),
    /** More evaluations than allowed would have been needed. */
    TOO_MANY_EVALUATIONS("the limit of evaluations was reached"),
    /** The step needed for the tolerance is too small for the arithmetic. */
    STEP_TOO_SMALL("the step became too small for the precision; the tolerance may be too tight"),
    /** The end time was reached, but an integral along the way is not known to its tolerance. */
    INTEGRAL_NOT_REACHED(
        "the trace along the way could not be integrated to the tolerance within the limit of"
            + " evaluations; raise it, or loosen the tolerances"),
    /** Somebody asked to stop. */
    STOPPED("it was asked to stop");

    private final String sentence;

    Status(String sentence) {
      this.sentence = sentence;
    }

    /** The reason in words. */
    public String sentence() {
      return sentence;
    }
  }

  /** The same with another reason for its end. */
  public Solution with(Status other) {
    return new Solution(other, time, evaluations, accepted, rejected, limit);
  }

  /** Why it ended, in words, with the limit of evaluations if that was the reason. */
  public String reason() {
    return limit > 0
        ? status.sentence().replace("limit of evaluations", "limit of " + limit + " evaluations")
        : status.sentence();
  }

  /** Whether the end time was reached. */
  public boolean isSuccess() {
    return status == Status.SUCCESS;
  }

  /**
   * Returns this solution if it reached the end.
   *
   * @throws StoppedException if somebody asked to stop
   * @throws OdeException if it did not reach the end for another reason
   */
  public Solution requireSuccess() {
    if (status == Status.STOPPED) {
      throw new StoppedException();
    }
    if (!isSuccess()) {
      throw new OdeException(this);
    }
    return this;
  }
}

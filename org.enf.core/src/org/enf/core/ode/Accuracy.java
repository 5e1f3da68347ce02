package org.enf.core.ode;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * How exactly an integration follows its differential equation: tolerances for a user who does not
 * want to choose numbers. The tighter they are, the more evaluations of the velocity it takes.
 */
public enum Accuracy {
  /** Tolerances of 10⁻²: the fewest evaluations, for a first look. */
  FAST("fast", 1e-2),
  /** Tolerances of 10⁻⁴, as in the paper's experiments. */
  PAPER("paper", 1e-4),
  /** Tolerances of 10⁻⁶, near what single precision resolves. */
  TIGHT("tight", 1e-6);

  private final String id;
  private final double tolerance;

  Accuracy(String id, double tolerance) {
    this.id = id;
    this.tolerance = tolerance;
  }

  /** The name by which users choose it. */
  public String id() {
    return id;
  }

  /** The relative and the absolute tolerance of a step. */
  public double tolerance() {
    return tolerance;
  }

  /**
   * The accuracy of this name.
   *
   * @throws IllegalArgumentException if there is none; the message lists the names
   */
  public static Accuracy named(String id) {
    return Arrays.stream(values())
        .filter(accuracy -> accuracy.id.equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no accuracy '"
                        + id
                        + "'; choose one of "
                        + Arrays.stream(values())
                            .map(Accuracy::id)
                            .collect(Collectors.joining(", "))));
  }
}

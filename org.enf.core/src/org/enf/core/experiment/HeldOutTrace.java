package org.enf.core.experiment;

import java.util.Arrays;
import java.util.stream.Collectors;

/** How the log-determinant of validation and test samples is computed. */
public enum HeldOutTrace {
  /** The trace itself: one product for each coordinate of a sample. */
  EXACT("exact"),
  /** Hutchinson's estimate by one noise vector a sample: unbiased, with noise of its own. */
  HUTCHINSON("hutchinson");

  private final String id;

  HeldOutTrace(String id) {
    this.id = id;
  }

  /** The name by which users choose it. */
  public String id() {
    return id;
  }

  /**
   * The way of this name.
   *
   * @throws IllegalArgumentException if there is none; the message lists the names
   */
  public static HeldOutTrace named(String id) {
    return Arrays.stream(values())
        .filter(trace -> trace.id.equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no trace '"
                        + id
                        + "'; choose one of "
                        + Arrays.stream(values())
                            .map(HeldOutTrace::id)
                            .collect(Collectors.joining(", "))));
  }
}

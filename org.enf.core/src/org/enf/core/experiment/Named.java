package org.enf.core.experiment;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Something that users choose by name. */
interface Named {
  /** The name by which users choose it. */
  String id();

  /**
   * The one of a name.
   *
   * @param what all are, in words
   * @throws IllegalArgumentException if there is none; the message lists the names
   */
  static <T extends Named> T of(T[] all, String what, String id) {
    return Arrays.stream(all)
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no "
                        + what
                        + " '"
                        + id
                        + "'; choose one of "
                        + Arrays.stream(all).map(Named::id).collect(Collectors.joining(", "))));
  }
}

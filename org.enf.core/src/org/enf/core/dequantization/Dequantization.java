package org.enf.core.dequantization;

import java.util.Locale;

/** How discrete atom types and charges become continuous features. */
public enum Dequantization {
  /**
   * Types by an argmax flow, charges by variational noise, both from one conditional EGNN: the
   * paper's choice (Satorras et al. 2021, §3.3).
   */
  ARGMAX,
  /** One-hot types and charges with noise on [0, 1) from one conditional EGNN. */
  VARIATIONAL,
  /** One-hot types and charges with uniform noise on [0, 1); no network. */
  UNIFORM,
  /** One-hot types and charges with narrow normal noise; no network. */
  GAUSSIAN;

  /** Whether its noise comes from a network. */
  public boolean hasNetwork() {
    return this == ARGMAX || this == VARIATIONAL;
  }

  /**
   * The one of this name, in any case.
   *
   * @throws IllegalArgumentException if there is none; the message lists the names
   */
  public static Dequantization ofWords(String name) {
    for (Dequantization kind : values()) {
      if (kind.name().equalsIgnoreCase(name)) {
        return kind;
      }
    }
    throw new IllegalArgumentException(
        "there is no dequantization '"
            + name
            + "'; choose argmax, variational, uniform or gaussian");
  }

  /** The name as people write it. */
  public String words() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package org.enf.core.experiment;

import org.enf.core.particles.PositionSet;

/**
 * The samples of an experiment on positions.
 *
 * @param training to learn from
 * @param validation to choose the best weights by
 * @param test to report
 */
public record PositionSplit(PositionSet training, PositionSet validation, PositionSet test) {
  /**
   * Checks that the three fit.
   *
   * @throws IllegalArgumentException if one is empty or of other particles
   */
  public PositionSplit {
    for (PositionSet set : new PositionSet[] {training, validation, test}) {
      if (set.size() == 0) {
        throw new IllegalArgumentException("training, validation and test set need samples");
      }
      if (set.particles() != training.particles() || set.dimensions() != training.dimensions()) {
        throw new IllegalArgumentException("training, validation and test set differ in size");
      }
    }
  }

  /** Tells other samples from these. */
  String fingerprint() {
    return String.join(" ", training.fingerprint(), validation.fingerprint(), test.fingerprint());
  }
}

package org.enf.core.training;

/** What is minimised, and how it is estimated. */
public sealed interface LossSettings permits LikelihoodSettings, MatchingSettings {
  /** The name by which users choose it. */
  String id();
}

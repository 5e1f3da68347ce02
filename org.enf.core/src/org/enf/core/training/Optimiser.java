package org.enf.core.training;

import java.util.Optional;

/**
 * What moves the parameters, with all it remembers.
 *
 * @param adam moves all of them, or those that Muon leaves
 * @param muon moves the hidden weights, where the settings ask for it
 */
public record Optimiser(AdamW adam, Optional<Muon> muon) {
  /** A fresh optimiser for this many parameters. */
  public static Optimiser start(OptimiserSettings settings, int parameters) {
    return new Optimiser(
        new AdamW(settings, parameters),
        settings.rule() == OptimiserSettings.Rule.MUON
            ? Optional.of(new Muon(parameters))
            : Optional.empty());
  }

  /**
   * Moves the first {@code count} parameters against the gradient, in place.
   *
   * @param gradient may be changed
   */
  void step(
      double[] parameters,
      double[] gradient,
      int count,
      double learningRate,
      HiddenWeights hidden) {
    muon.ifPresent(m -> m.step(parameters, gradient, learningRate, hidden));
    adam.step(parameters, gradient, count, learningRate);
  }

  /** The number of steps so far. */
  public long steps() {
    return adam.steps();
  }
}

package org.enf.core.flow.matching;

/**
 * The path that preserves the variance, y_t = cos(πt/2)·y + sin(πt/2)·z (the trigonometric
 * interpolant of Albergo and Vanden-Eijnden, "Building Normalizing Flows with Stochastic
 * Interpolants", 2023). Beside the line for positions it makes the hybrid of Song et al.,
 * "Equivariant Flow Matching with Hybrid Probability Transport", 2023, who let features keep their
 * variance.
 */
public record TrigonometricPath() implements ProbabilityPath {
  private static final double QUARTER = Math.PI / 2;

  @Override
  public double dataShare(double t) {
    return Math.cos(QUARTER * t);
  }

  @Override
  public double noiseShare(double t) {
    return Math.sin(QUARTER * t);
  }

  @Override
  public double dataRate(double t) {
    return -QUARTER * Math.sin(QUARTER * t);
  }

  @Override
  public double noiseRate(double t) {
    return QUARTER * Math.cos(QUARTER * t);
  }

  @Override
  public String words() {
    return "trigonometric";
  }
}

package org.enf.core.experiment;

/**
 * A row of the paper's tables; NaN where it has no such figure.
 *
 * @param nll the negative log-likelihood of the test set in nats
 * @param divergence the Jensen-Shannon divergence of the distances
 * @param atomStability the share of stable atoms
 * @param moleculeStability the share of stable molecules
 */
public record PaperFigure(
    double nll, double divergence, double atomStability, double moleculeStability) {
  /** No figure. */
  public static final PaperFigure NONE = ofNll(Double.NaN);

  static PaperFigure ofNll(double nll) {
    return new PaperFigure(nll, Double.NaN, Double.NaN, Double.NaN);
  }

  static PaperFigure ofPositions(double nll, double divergence) {
    return new PaperFigure(nll, divergence, Double.NaN, Double.NaN);
  }

  static PaperFigure ofMolecules(double nll, double atomStability, double moleculeStability) {
    return new PaperFigure(nll, Double.NaN, atomStability, moleculeStability);
  }
}

package org.enf.core.particles;

/**
 * Attraction and repulsion of a pair, and a spring that keeps the particles together: {@code u(d) =
 * ε·((r/d)¹² − 2(r/d)⁶) + oscillator/2 · d²} (Satorras et al. 2021, equation 15).
 *
 * <p>The sum over pairs of the first term is the paper's ε/2 times the sum over ordered pairs. The
 * spring of a pair stands for the paper's ½ Σ|x_i − x̄|² over M particles, which equals 1/(2M)
 * times the sum of d² over pairs: {@code oscillator = 1/M}.
 *
 * @param depth ε, in units of the temperature, at least 0
 * @param distance r, where the first term is lowest, above 0
 * @param oscillator the constant of the spring, above 0, or the particles would fly apart
 */
public record LennardJones(double depth, double distance, double oscillator)
    implements PairPotential {
  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a number is outside its range; the message names it
   */
  public LennardJones {
    if (!(depth >= 0 && distance > 0 && oscillator > 0)
        || !Double.isFinite(depth + distance + oscillator)) {
      throw new IllegalArgumentException(
          "a Lennard-Jones potential needs a depth of at least 0 and a distance and oscillator"
              + " above 0, not "
              + depth
              + ", "
              + distance
              + " and "
              + oscillator);
    }
  }

  @Override
  public double energy(double squaredDistance) {
    double r2 = distance * distance / squaredDistance;
    double r6 = r2 * r2 * r2;
    return depth * r6 * (r6 - 2) + 0.5 * oscillator * squaredDistance;
  }

  @Override
  public double slope(double squaredDistance) {
    double r2 = distance * distance / squaredDistance;
    double r6 = r2 * r2 * r2;
    return 6 * depth * r6 * (1 - r6) / squaredDistance + 0.5 * oscillator;
  }
}

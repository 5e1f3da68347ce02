package org.enf.core.particles;

/**
 * Two preferred distances: {@code u(d) = linear·(d − centre) + square·(d − centre)² + quartic·(d −
 * centre)⁴} (Köhler, Klein, Noé, "Equivariant Flows", 2020; Satorras et al. 2021, equation 14,
 * where the coefficients are a, b, c).
 *
 * @param linear a
 * @param square b
 * @param quartic c, above 0, or the energy would have no lower bound
 * @param centre d₀, the distance of the barrier between the wells
 */
public record DoubleWell(double linear, double square, double quartic, double centre)
    implements PairPotential {
  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if quartic is not above 0 or a number is not finite
   */
  public DoubleWell {
    if (!(quartic > 0 && Double.isFinite(quartic + linear + square + centre))) {
      throw new IllegalArgumentException(
          "a double well needs finite coefficients and a quartic one above 0, not " + quartic);
    }
  }

  @Override
  public double energy(double squaredDistance) {
    double x = Math.sqrt(squaredDistance) - centre;
    double x2 = x * x;
    return linear * x + square * x2 + quartic * x2 * x2;
  }

  @Override
  public double slope(double squaredDistance) {
    double d = Math.sqrt(squaredDistance);
    double x = d - centre;
    return (linear + 2 * square * x + 4 * quartic * x * x * x) / (2 * d);
  }
}

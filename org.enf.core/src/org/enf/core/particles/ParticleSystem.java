package org.enf.core.particles;

import java.util.Arrays;

/**
 * Equal particles with a pair potential: their density is {@code exp(−energy)} up to a constant, on
 * the positions with zero mean.
 *
 * <p>Positions are [particles × dimensions], row by row, without a unit of length.
 *
 * @param name the short name
 * @param particles M, 2 to 1,000
 * @param dimensions n, 1 to 3
 * @param potential the energy of a pair
 */
public record ParticleSystem(String name, int particles, int dimensions, PairPotential potential) {
  /** Four particles in the plane with a double-well potential: a = 0, b = −4, c = 0.9, d₀ = 4. */
  public static final ParticleSystem DW4 =
      new ParticleSystem("DW4", 4, 2, new DoubleWell(0, -4, 0.9, 4));

  /** Thirteen particles in space with the paper's Lennard-Jones potential, ε = r = τ = 1. */
  public static final ParticleSystem LJ13 =
      new ParticleSystem("LJ13", 13, 3, new LennardJones(1, 1, 1.0 / 13));

  private static final int MOST_PARTICLES = 1_000;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a number is outside its range; the message names it
   */
  public ParticleSystem {
    if (particles < 2 || particles > MOST_PARTICLES) {
      throw new IllegalArgumentException(
          "the number of particles must be 2 to " + MOST_PARTICLES + ", not " + particles);
    }
    if (dimensions < 1 || dimensions > 3) {
      throw new IllegalArgumentException(
          "the number of space dimensions must be 1 to 3, not " + dimensions);
    }
  }

  /** The number of values of one configuration. */
  public int values() {
    return particles * dimensions;
  }

  /**
   * The energy in units of the temperature: the sum over all pairs.
   *
   * @throws IllegalArgumentException if the number of values does not fit
   */
  public double energy(double[] positions) {
    requireFitting(positions);
    double energy = 0;
    for (int i = 1; i < particles; i++) {
      energy += energyWithFirst(positions, i, i);
    }
    return energy;
  }

  /** The energy of a particle with all others. */
  double energyOf(double[] positions, int particle) {
    return energyWithFirst(positions, particle, particles);
  }

  private double energyWithFirst(double[] positions, int particle, int count) {
    double energy = 0;
    for (int j = 0; j < count; j++) {
      if (j != particle) {
        energy += potential.energy(squaredDistance(positions, particle, j));
      }
    }
    return energy;
  }

  private double squaredDistance(double[] positions, int i, int j) {
    double sum = 0;
    for (int axis = 0; axis < dimensions; axis++) {
      double d = positions[i * dimensions + axis] - positions[j * dimensions + axis];
      sum += d * d;
    }
    return sum;
  }

  /**
   * The gradient of the energy by the positions, the negative of the forces.
   *
   * @param gradient [particles × dimensions], overwritten
   * @throws IllegalArgumentException if the number of values does not fit
   */
  public void gradient(double[] positions, double[] gradient) {
    requireFitting(positions);
    requireFitting(gradient);
    Arrays.fill(gradient, 0);
    for (int i = 1; i < particles; i++) {
      for (int j = 0; j < i; j++) {
        double slope = 2 * potential.slope(squaredDistance(positions, i, j));
        for (int axis = 0; axis < dimensions; axis++) {
          int a = i * dimensions + axis;
          int b = j * dimensions + axis;
          double pull = slope * (positions[a] - positions[b]);
          gradient[a] += pull;
          gradient[b] -= pull;
        }
      }
    }
  }

  private void requireFitting(double[] values) {
    if (values.length != values()) {
      throw new IllegalArgumentException(
          name + " has " + values() + " coordinates, not " + values.length);
    }
  }
}

package org.enf.core.particles;

import java.util.SplittableRandom;

/**
 * Draws configurations of a particle system by Markov chains (Metropolis et al., "Equation of State
 * Calculations by Fast Computing Machines", 1953): normal moves of one particle at a time, kept
 * with probability min(1, exp(−change of energy)).
 *
 * <p>Lengths of moves differ widely, so that particles also jump from well to well. Energies do not
 * change under permutation, but particles change places slowly; so each sample is shuffled at
 * random, a move that is always kept.
 */
public final class MetropolisSampler {
  /** Keeping about this share of the moves lets a chain forget its past quickly. */
  private static final double WANTED_SHARE = 0.35;

  private static final int TUNING_SWEEPS = 50;
  private static final double FIRST_STEP = 0.5;
  private static final double WIDEST_STEP = 10;

  /** The natural logarithm of the longest over the mean length of a move. */
  private static final double LENGTH_RANGE = Math.log(6);

  /** Start positions fill a ball that gives each particle about this radius. */
  private static final double START_SPREAD = 1.5;

  private final ParticleSystem system;
  private final MetropolisSettings settings;

  /** A sampler of a system. */
  public MetropolisSampler(ParticleSystem system, MetropolisSettings settings) {
    this.system = system;
    this.settings = settings;
  }

  /**
   * Draws configurations; the first are the same whatever the count.
   *
   * @param count at least 1
   * @return with zero mean each
   * @throws IllegalArgumentException if the count is not positive
   */
  public PositionSet draw(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("the number of samples must be at least 1, not " + count);
    }
    int width = system.values();
    double[] values = new double[Math.multiplyExact(count, width)];
    SplittableRandom seeds = new SplittableRandom(settings.seed());
    for (int c = 0; c < settings.chains() && c < count; c++) {
      Chain chain = new Chain(seeds.split());
      chain.burnIn();
      for (int k = c; k < count; k += settings.chains()) {
        chain.next();
        System.arraycopy(chain.positions, 0, values, k * width, width);
      }
    }
    return PositionSet.of(system.particles(), system.dimensions(), values);
  }

  /** One Markov chain. */
  private final class Chain {
    private final SplittableRandom random;
    private final double[] positions = new double[system.values()];
    private final double[] before = new double[system.dimensions()];
    private double step = FIRST_STEP;
    private long tried;
    private long kept;

    Chain(SplittableRandom random) {
      this.random = random;
      double spread = START_SPREAD * Math.cbrt(system.particles());
      for (int k = 0; k < positions.length; k++) {
        positions[k] = spread * random.nextGaussian();
      }
    }

    void burnIn() {
      for (int sweep = 1; sweep <= settings.burnIn(); sweep++) {
        sweep();
        if (sweep % TUNING_SWEEPS == 0) {
          double share = (double) kept / tried;
          step = Math.min(WIDEST_STEP, step * Math.exp(share - WANTED_SHARE));
          tried = 0;
          kept = 0;
        }
      }
    }

    void next() {
      for (int sweep = 0; sweep < settings.thinning(); sweep++) {
        sweep();
      }
      shuffle();
      centre();
    }

    private void sweep() {
      for (int i = 0; i < system.particles(); i++) {
        move(i);
      }
    }

    private void move(int particle) {
      int dimensions = system.dimensions();
      int at = particle * dimensions;
      double old = system.energyOf(positions, particle);
      System.arraycopy(positions, at, before, 0, dimensions);
      double length = step * Math.exp(LENGTH_RANGE * (2 * random.nextDouble() - 1));
      for (int axis = 0; axis < dimensions; axis++) {
        positions[at + axis] += length * random.nextGaussian();
      }
      double change = system.energyOf(positions, particle) - old;
      tried++;
      if (change <= 0 || random.nextDouble() < Math.exp(-change)) {
        kept++;
      } else {
        System.arraycopy(before, 0, positions, at, dimensions);
      }
    }

    private void shuffle() {
      int dimensions = system.dimensions();
      for (int i = system.particles() - 1; i > 0; i--) {
        int other = random.nextInt(i + 1);
        for (int axis = 0; axis < dimensions; axis++) {
          double swapped = positions[i * dimensions + axis];
          positions[i * dimensions + axis] = positions[other * dimensions + axis];
          positions[other * dimensions + axis] = swapped;
        }
      }
    }

    /** Keeps a chain from drifting away, where differences would lose digits. */
    private void centre() {
      int dimensions = system.dimensions();
      for (int axis = 0; axis < dimensions; axis++) {
        double sum = 0;
        for (int k = axis; k < positions.length; k += dimensions) {
          sum += positions[k];
        }
        double mean = sum / system.particles();
        for (int k = axis; k < positions.length; k += dimensions) {
          positions[k] -= mean;
        }
      }
    }
  }
}

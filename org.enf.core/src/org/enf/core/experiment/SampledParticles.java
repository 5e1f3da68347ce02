package org.enf.core.experiment;

import org.enf.core.particles.MetropolisSampler;
import org.enf.core.particles.MetropolisSettings;
import org.enf.core.particles.ParticleSystem;
import org.enf.core.particles.PositionSet;

/**
 * Samples drawn by this program.
 *
 * @param system whose density they follow
 * @param heldOut how many go into the validation set, and into the test set, at least 1
 * @param seed determines them; the held-out ones come from other chains than the training samples
 */
public record SampledParticles(ParticleSystem system, int heldOut, long seed)
    implements PositionSource {
  private static final int TRAINING = 0;
  private static final int HELD_OUT = 1;

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException if no sample is held out
   */
  public SampledParticles {
    if (heldOut < 1) {
      throw new IllegalArgumentException(
          "the number of held-out samples must be at least 1, not " + heldOut);
    }
  }

  /** {@inheritDoc} As many as an array can hold. */
  @Override
  public int most() {
    return Integer.MAX_VALUE / system.values();
  }

  @Override
  public PositionSplit split(int samples) {
    PositionSet others = draw(HELD_OUT, Math.multiplyExact(2, heldOut));
    return new PositionSplit(
        draw(TRAINING, samples), others.range(0, heldOut), others.range(heldOut, 2 * heldOut));
  }

  private PositionSet draw(int part, int count) {
    return new MetropolisSampler(system, MetropolisSettings.ofSeed(2 * seed + part)).draw(count);
  }

  @Override
  public String description() {
    return "Metropolis samples of seed " + seed + ", " + heldOut + " held out twice";
  }
}

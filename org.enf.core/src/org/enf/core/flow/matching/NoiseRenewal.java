package org.enf.core.flow.matching;

import org.enf.core.egnn.BatchShape;

/**
 * Goes back towards the noise along the paths of flow matching, with fresh noise: from y_s to y_t =
 * a(t)/a(s)·y_s + √(b(t)² − (a(t)/a(s)·b(s))²)·ε for s ≤ t.
 *
 * <p>If y_s is distributed as the paths are at s, y_t is as they are at t, whatever the data. So a
 * flow that is followed to data with such steps back in between draws from the same distribution,
 * but forgets the errors that it made before (Karras et al., "Elucidating the Design Space of
 * Diffusion-Based Generative Models", 2022, algorithm 2, there for paths of another kind).
 */
public final class NoiseRenewal {
  private final ConditionalPath path;

  /** Goes back along these paths. */
  public NoiseRenewal(ConditionalPath path) {
    this.path = path;
  }

  /**
   * Takes rows back.
   *
   * @param rows [atoms × columns] at time {@code from}, overwritten by those at {@code to}
   * @param from above 0 or not, below 1
   * @param to from {@code from} to 1
   * @param noise [atoms × columns], standard normal as latent variables are
   */
  public void renew(BatchShape shape, double[] rows, double from, double to, double[] noise) {
    int width = path.columns().size();
    shape.requireElements(rows.length, width);
    shape.requireElements(noise.length, width);
    for (int k = 0; k < width; k++) {
      ProbabilityPath column = path.columns().get(k);
      double kept = column.dataShare(to) / column.dataShare(from);
      double before = kept * column.noiseShare(from);
      double after = column.noiseShare(to);
      double fresh = Math.sqrt(Math.max(0, after * after - before * before));
      for (int i = k; i < rows.length; i += width) {
        rows[i] = kept * rows[i] + fresh * noise[i];
      }
    }
  }
}

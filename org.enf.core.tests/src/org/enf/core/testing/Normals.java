package org.enf.core.testing;

import java.util.Random;

/** Arrays of standard normal numbers for tests; the same seed gives the same numbers. */
public final class Normals {
  private Normals() {}

  /** Standard normal numbers. */
  public static double[] of(int length, long seed) {
    Random random = new Random(seed);
    double[] values = new double[length];
    for (int i = 0; i < length; i++) {
      values[i] = random.nextGaussian();
    }
    return values;
  }
}

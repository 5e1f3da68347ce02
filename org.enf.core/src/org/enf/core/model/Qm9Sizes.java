package org.enf.core.model;

import java.util.TreeMap;
import org.enf.core.dequantization.SizeDistribution;

/** p(M) of the 100,000 training molecules of QM9 in the paper's split. */
public final class Qm9Sizes {
  /** How many molecules have so many atoms, from 3 atoms on. */
  private static final long[] COUNTS = {
    1, 4, 5, 9, 16, 49, 124, 362, 807, 1689, 3060, 5136, 7796, 10644, 13025, 13364, 13832, 9482,
    9970, 3393, 4848, 539, 1506, 48, 266, 0, 25
  };

  private static final int FEWEST_ATOMS = 3;

  private Qm9Sizes() {}

  /** The distribution: 3 to 29 atoms. */
  public static SizeDistribution distribution() {
    TreeMap<Integer, Long> counts = new TreeMap<>();
    for (int i = 0; i < COUNTS.length; i++) {
      if (COUNTS[i] > 0) {
        counts.put(FEWEST_ATOMS + i, COUNTS[i]);
      }
    }
    return new SizeDistribution(counts);
  }
}

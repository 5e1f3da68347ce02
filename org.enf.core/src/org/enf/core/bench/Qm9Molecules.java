package org.enf.core.bench;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.enf.core.dequantization.SizeDistribution;
import org.enf.core.egnn.BatchShape;
import org.enf.core.model.Qm9Sizes;
import org.enf.core.molecule.Element;
import org.enf.core.molecule.Molecule;

/**
 * Stand-ins for molecules of QM9, for measurements that need no data: right sizes, no chemistry.
 */
final class Qm9Molecules {
  /** Å between neighbours on a lattice. */
  private static final double SPACING = 1.4;

  private static final double JITTER = 0.15;
  private static final long SEED = 9;

  /** About as frequent as in QM9. */
  private static final Element[] ELEMENTS = {
    Element.H, Element.C, Element.H, Element.C, Element.H, Element.O, Element.H, Element.C,
    Element.N
  };

  private Qm9Molecules() {}

  /** A batch with the sizes of QM9: the quantiles of p(M) in the middle of equal shares. */
  static BatchShape shape(int molecules) {
    SizeDistribution sizes = Qm9Sizes.distribution();
    long all = sizes.counts().values().stream().mapToLong(count -> count).sum();
    int[] chosen = new int[molecules];
    int next = 0;
    long below = 0;
    for (var size : sizes.counts().entrySet()) {
      below += size.getValue();
      while (next < molecules && (2L * next + 1) * all < 2L * molecules * below) {
        chosen[next++] = size.getKey();
      }
    }
    return new BatchShape(chosen);
  }

  /** Molecules with the sizes of a batch, always the same. */
  static Molecule[] of(BatchShape shape) {
    SplittableRandom random = new SplittableRandom(SEED);
    Molecule[] molecules = new Molecule[shape.molecules()];
    Arrays.setAll(molecules, b -> molecule("stand-in " + (b + 1), shape.size(b), random));
    return molecules;
  }

  private static Molecule molecule(String name, int atoms, SplittableRandom random) {
    int edge = (int) Math.ceil(Math.cbrt(atoms) - 1e-9);
    Element[] elements = new Element[atoms];
    double[] positions = new double[3 * atoms];
    for (int i = 0; i < atoms; i++) {
      elements[i] = ELEMENTS[i % ELEMENTS.length];
      int point = i;
      for (int axis = 0; axis < 3; axis++) {
        positions[3 * i + axis] = SPACING * (point % edge) + JITTER * random.nextGaussian();
        point /= edge;
      }
    }
    return new Molecule(name, elements, positions);
  }
}

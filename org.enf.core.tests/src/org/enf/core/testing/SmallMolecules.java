package org.enf.core.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.enf.core.dequantization.EnfSettings;
import org.enf.core.molecule.AtomTypes;
import org.enf.core.molecule.Element;
import org.enf.core.molecule.Molecule;
import org.enf.core.training.MoleculeSet;

/** A few molecules of two to four atoms, and the smallest model of them. */
public final class SmallMolecules {
  /** One layer of width 4 in each network. */
  public static final EnfSettings MODEL = EnfSettings.of(AtomTypes.QM9, 1, 4, 1, 4);

  private SmallMolecules() {}

  /** Water-like, ammonia-like and hydrogen-like molecules, slightly different each time. */
  public static List<Molecule> list(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Molecule> molecules = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      int atoms = 2 + k % 3;
      Element[] elements = new Element[atoms];
      double[] positions = new double[3 * atoms];
      for (int i = 0; i < atoms; i++) {
        elements[i] = i > 0 ? Element.H : atoms == 4 ? Element.N : Element.O;
        for (int axis = 0; axis < 3; axis++) {
          positions[3 * i + axis] = (i == 0 || i - 1 != axis ? 0 : 1) + 0.1 * random.nextGaussian();
        }
      }
      molecules.add(new Molecule("m" + k, elements, positions));
    }
    return molecules;
  }

  /** The molecules of {@link #list} as a set. */
  public static MoleculeSet set(int count, long seed) {
    MoleculeSet.Builder builder = new MoleculeSet.Builder(AtomTypes.QM9);
    list(count, seed).forEach(builder::add);
    return builder.build();
  }
}

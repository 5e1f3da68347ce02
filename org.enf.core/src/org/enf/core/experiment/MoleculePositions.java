package org.enf.core.experiment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.enf.core.molecule.Molecule;
import org.enf.core.particles.PositionSet;

/**
 * The positions of molecules with the same number of atoms, in the order of their files.
 *
 * @param all to train on; fewer are the first of them
 * @param validation others
 * @param test further others
 * @param name of the files
 */
public record MoleculePositions(
    PositionSet all, PositionSet validation, PositionSet test, String name)
    implements PositionSource {
  /** Gathers the positions of the molecules that have so many atoms. */
  public static final class Gatherer {
    private final int atoms;
    private final List<double[]> rows = new ArrayList<>();

    /** Gathers molecules of this many atoms. */
    public Gatherer(int atoms) {
      this.atoms = atoms;
    }

    /** Takes a molecule, or passes it over if it is of another size. */
    public void add(Molecule molecule) {
      if (molecule.size() == atoms) {
        rows.add(molecule.positions());
      }
    }

    /** How many were taken. */
    public int size() {
      return rows.size();
    }

    /** The positions taken so far, each with zero mean. */
    public PositionSet set() {
      return set(0, 1);
    }

    /** Every {@code step}-th of them, from {@code first} on. */
    public PositionSet set(int first, int step) {
      int count = Math.max(0, (rows.size() - first + step - 1) / step);
      int width = atoms * Molecule.DIMENSIONS;
      double[] values = new double[count * width];
      for (int k = 0; k < count; k++) {
        System.arraycopy(rows.get(first + k * step), 0, values, k * width, width);
      }
      return PositionSet.of(atoms, Molecule.DIMENSIONS, values);
    }
  }

  @Override
  public int most() {
    return all.size();
  }

  @Override
  public PositionSplit split(int samples) throws IOException {
    if (samples > all.size()) {
      throw new IOException(
          "there are "
              + all.size()
              + " molecules of "
              + all.particles()
              + " atoms to train on; choose at most as many samples");
    }
    return new PositionSplit(all.range(0, samples), validation, test);
  }

  @Override
  public String description() {
    return name
        + ", "
        + validation.size()
        + " molecules for validation, "
        + test.size()
        + " for the test";
  }
}

package org.enf.core.training;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.enf.core.dequantization.MoleculeBatch;
import org.enf.core.dequantization.SizeDistribution;
import org.enf.core.egnn.BatchShape;
import org.enf.core.file.Fingerprint;
import org.enf.core.molecule.AtomTypes;
import org.enf.core.molecule.Molecule;

/**
 * Many molecules in little memory (13 bytes an atom), for drawing batches.
 *
 * <p>Only elements and positions are kept. Immutable once built.
 */
public final class MoleculeSet {
  private static final int N = Molecule.DIMENSIONS;

  private final AtomTypes types;
  private final int[] offsets;
  private final float[] positions;
  private final byte[] typeIndices;

  private MoleculeSet(AtomTypes types, int[] offsets, float[] positions, byte[] typeIndices) {
    this.types = types;
    this.offsets = offsets;
    this.positions = positions;
    this.typeIndices = typeIndices;
  }

  /** Collects molecules. */
  public static final class Builder {
    private final AtomTypes types;
    private int[] offsets = new int[1024];
    private float[] positions = new float[1024 * N];
    private byte[] typeIndices = new byte[1024];
    private int count;

    /** A builder for molecules of these elements. */
    public Builder(AtomTypes types) {
      this.types = types;
    }

    /**
     * Adds a molecule.
     *
     * @return whether it was added: false if it has an element that is not among the types
     */
    public boolean add(Molecule molecule) {
      if (!types.covers(molecule)) {
        return false;
      }
      int from = offsets[count];
      int to = Math.addExact(from, molecule.size());
      if (count + 2 > offsets.length) {
        offsets = Arrays.copyOf(offsets, 2 * offsets.length);
      }
      if (to > typeIndices.length) {
        int capacity = Math.max(to, Math.multiplyExact(2, typeIndices.length));
        typeIndices = Arrays.copyOf(typeIndices, capacity);
        positions = Arrays.copyOf(positions, Math.multiplyExact(capacity, N));
      }
      for (int i = 0; i < molecule.size(); i++) {
        typeIndices[from + i] = (byte) types.indexOf(molecule.element(i));
        for (int axis = 0; axis < N; axis++) {
          positions[(from + i) * N + axis] = (float) molecule.coordinate(i, axis);
        }
      }
      count++;
      offsets[count] = to;
      return true;
    }

    /** The number of molecules so far. */
    public int size() {
      return count;
    }

    /** The set of all molecules added. */
    public MoleculeSet build() {
      int atoms = offsets[count];
      return new MoleculeSet(
          types,
          Arrays.copyOf(offsets, count + 1),
          Arrays.copyOf(positions, atoms * N),
          Arrays.copyOf(typeIndices, atoms));
    }
  }

  /** The elements of the molecules. */
  public AtomTypes types() {
    return types;
  }

  /** The number of molecules. */
  public int size() {
    return offsets.length - 1;
  }

  /** The number of atoms of a molecule. */
  public int atoms(int molecule) {
    return offsets[molecule + 1] - offsets[molecule];
  }

  /** p(M) as observed. */
  public SizeDistribution sizeDistribution() {
    int[] sizes = new int[size()];
    for (int b = 0; b < sizes.length; b++) {
      sizes[b] = atoms(b);
    }
    return SizeDistribution.of(sizes);
  }

  /** The molecules of these indices as a batch, in this order. */
  public MoleculeBatch batch(int... indices) {
    int[] sizes = new int[indices.length];
    for (int b = 0; b < sizes.length; b++) {
      sizes[b] = atoms(indices[b]);
    }
    BatchShape shape = new BatchShape(sizes);
    double[] x = new double[shape.atoms() * N];
    int[] type = new int[shape.atoms()];
    for (int b = 0; b < indices.length; b++) {
      int from = offsets[indices[b]];
      int to = shape.offset(b);
      for (int i = 0; i < sizes[b]; i++) {
        type[to + i] = typeIndices[from + i];
        for (int axis = 0; axis < N; axis++) {
          x[(to + i) * N + axis] = positions[(from + i) * N + axis];
        }
      }
    }
    return MoleculeBatch.centred(shape, x, type);
  }

  /** Up to {@code most} molecules at equal distances in the set, the smallest first. */
  public int[] spread(int most) {
    int count = Math.min(most, size());
    int[] indices = new int[count];
    Arrays.setAll(indices, i -> (int) ((long) i * size() / count));
    SizeOrder.sort(indices, 0, count, this::atoms);
    return indices;
  }

  /**
   * SHA-256 over elements and positions in order, in hexadecimal: says whether data are the same.
   */
  public String fingerprint() {
    Fingerprint fingerprint = new Fingerprint();
    byte[] name = types.toString().getBytes(StandardCharsets.UTF_8);
    fingerprint.add(name, name.length);
    ByteBuffer buffer = ByteBuffer.allocate(Integer.BYTES + Float.BYTES * N);
    for (int b = 0; b < size(); b++) {
      for (int i = offsets[b]; i < offsets[b + 1]; i++) {
        buffer.clear();
        buffer.putInt(typeIndices[i] + (i == offsets[b] ? 256 : 0));
        for (int axis = 0; axis < N; axis++) {
          buffer.putFloat(positions[i * N + axis]);
        }
        fingerprint.add(buffer.array(), buffer.capacity());
      }
    }
    return fingerprint.hex();
  }
}

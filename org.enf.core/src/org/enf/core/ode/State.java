package org.enf.core.ode;

import java.util.Arrays;
import org.enf.core.vector.Vector;

/**
 * What an ODE moves: one or more vectors with their own error norms, for example the atoms of a
 * batch and the log-determinant of each molecule.
 */
public final class State implements AutoCloseable {
  private final Vector[] parts;
  private final int[] blocks;
  private final Vector blockSums;

  /** A state of these vectors, which it takes over. */
  public State(Vector... parts) {
    this(parts, null, null);
  }

  /**
   * A state whose last part has an error norm for each of its blocks.
   *
   * @param blocks where each block begins, and the end
   * @param blockSums scratch with one element a block; it stays the caller's
   */
  State(Vector[] parts, int[] blocks, Vector blockSums) {
    this.parts = parts.clone();
    this.blocks = blocks;
    this.blockSums = blockSums;
  }

  /** Some of the parts, which stay this state's. */
  State view(int from, int to) {
    return new State(Arrays.copyOfRange(parts, from, to));
  }

  /** The number of vectors. */
  public int size() {
    return parts.length;
  }

  /** One of the vectors. */
  public Vector part(int index) {
    return parts[index];
  }

  /** A new state of the same form, all zero. The caller closes it. */
  public State sibling() {
    Vector[] copies = new Vector[parts.length];
    for (int i = 0; i < parts.length; i++) {
      copies[i] = parts[i].sibling();
    }
    return new State(copies, blocks, blockSums);
  }

  /** Copies another state. */
  public void set(State source) {
    for (int i = 0; i < parts.length; i++) {
      parts[i].set(source.parts[i]);
    }
  }

  /** Sets all elements to one value. */
  public void fill(double value) {
    for (Vector part : parts) {
      part.fill(value);
    }
  }

  /** Adds {@code factor · term}. */
  public void add(double factor, State term) {
    for (int i = 0; i < parts.length; i++) {
      parts[i].add(factor, term.parts[i]);
    }
  }

  /**
   * The largest, over the parts, root mean square of {@code error} in units of {@code atol + rtol ·
   * max(|before|, |after|)}; this state is overwritten.
   */
  double weightedNorm(State error, State before, State after, Tolerance tolerance) {
    double largest = 0;
    for (int i = 0; i < parts.length; i++) {
      Vector weighted = parts[i];
      weighted.setWeightedError(
          error.parts[i],
          before.parts[i],
          after.parts[i],
          tolerance.absolute(),
          tolerance.relative());
      // Math.max keeps NaN, so that a broken part is seen
      largest =
          Math.max(
              largest,
              blocks != null && i == parts.length - 1
                  ? blockNorm(weighted)
                  : Math.sqrt(weighted.dot(weighted) / Math.max(1, weighted.length())));
    }
    return largest;
  }

  private double blockNorm(Vector weighted) {
    blockSums.setSegmentDots(weighted, weighted, blocks);
    double[] squares = new double[blockSums.length()];
    blockSums.read(squares);
    double largest = 0;
    for (int b = 0; b < squares.length; b++) {
      largest = Math.max(largest, Math.sqrt(squares[b] / Math.max(1, blocks[b + 1] - blocks[b])));
    }
    return largest;
  }

  @Override
  public void close() {
    for (Vector part : parts) {
      part.close();
    }
  }
}

package org.enf.core.ode;

import java.util.Arrays;
import org.enf.core.vector.Vector;

/**
 * What an ODE moves: one or more vectors with their own error norms, for example the atoms of a
 * batch and the log-determinant of each molecule.
 *
 * <p>Beside them a state may have notes: vectors in which a right-hand side leaves what it found on
 * the way, for its own way back. Notes are copied with the state that they stand in; solvers do not
 * see them.
 */
public final class State implements AutoCloseable {
  private final Vector[] parts;
  private final Vector[] notes;
  private final int[] blocks;
  private final Vector blockSums;

  /** A state of these vectors, which it takes over. */
  public State(Vector... parts) {
    this(parts, new Vector[0]);
  }

  /** A state of these vectors and with these notes, all of which it takes over. */
  public State(Vector[] parts, Vector[] notes) {
    this(parts, notes, null, null);
  }

  /**
   * A state whose last part has an error norm for each of its blocks.
   *
   * @param blocks where each block begins, and the end
   * @param blockSums scratch with one element a block; it stays the caller's
   */
  State(Vector[] parts, Vector[] notes, int[] blocks, Vector blockSums) {
    this.parts = parts.clone();
    this.notes = notes.clone();
    this.blocks = blocks;
    this.blockSums = blockSums;
  }

  /** Some of the parts and all notes, which stay this state's. */
  State view(int from, int to) {
    return new State(Arrays.copyOfRange(parts, from, to), notes);
  }

  /** The number of vectors. */
  public int size() {
    return parts.length;
  }

  /** One of the vectors. */
  public Vector part(int index) {
    return parts[index];
  }

  /** The number of notes. */
  public int notes() {
    return notes.length;
  }

  /** One of the notes. */
  public Vector note(int index) {
    return notes[index];
  }

  /** A new state of the same form, all zero. The caller closes it. */
  public State sibling() {
    return new State(siblings(parts), siblings(notes), blocks, blockSums);
  }

  private static Vector[] siblings(Vector[] vectors) {
    return Arrays.stream(vectors).map(Vector::sibling).toArray(Vector[]::new);
  }

  /** Copies another state with its notes. */
  public void set(State source) {
    set(parts, source.parts);
    set(notes, source.notes);
  }

  private static void set(Vector[] targets, Vector[] sources) {
    for (int i = 0; i < targets.length; i++) {
      targets[i].set(sources[i]);
    }
  }

  /** Sets all elements of all vectors to one value; notes stay. */
  public void fill(double value) {
    for (Vector part : parts) {
      part.fill(value);
    }
  }

  /** Adds {@code factor · term}; notes stay. */
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
    for (Vector note : notes) {
      note.close();
    }
  }
}

package org.enf.core.ode;

import org.enf.core.vector.Vector;

/**
 * What an ODE moves: one or more vectors with their own error norms, for example the atoms of a
 * batch and the log-determinant of each molecule.
 */
public final class State implements AutoCloseable {
  private final Vector[] parts;

  /** A state of these vectors, which it takes over. */
  public State(Vector... parts) {
    this.parts = parts.clone();
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
    return new State(copies);
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
      double rms = Math.sqrt(weighted.dot(weighted) / Math.max(1, weighted.length()));
      // Math.max keeps NaN, so that a broken part is seen
      largest = Math.max(largest, rms);
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

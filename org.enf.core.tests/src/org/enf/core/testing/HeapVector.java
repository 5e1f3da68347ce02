package org.enf.core.testing;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.enf.core.vector.Vector;

/**
 * A vector on the heap in double precision, written as plainly as can be: what other vectors are
 * compared with, and the state of ODEs whose right-hand side needs no engine.
 */
public final class HeapVector implements Vector {
  private final double[] elements;
  private final AtomicInteger open;
  private boolean closed;

  /** A vector with these elements. */
  public HeapVector(double... elements) {
    this(elements.clone(), new AtomicInteger());
  }

  /** A vector of a family whose open members are counted. */
  HeapVector(double[] elements, AtomicInteger open) {
    this.elements = elements;
    this.open = open;
    open.incrementAndGet();
  }

  /**
   * How many vectors that descend from the same first one are not closed yet, that one included.
   */
  public int openInFamily() {
    return open.get();
  }

  /** A copy of the elements. */
  public double[] toArray() {
    return elements.clone();
  }

  /** One element. */
  public double get(int index) {
    return elements[index];
  }

  /** Sets one element. */
  public void put(int index, double value) {
    elements[index] = value;
  }

  @Override
  public int length() {
    return elements.length;
  }

  @Override
  public Vector sibling() {
    return new HeapVector(new double[elements.length], open);
  }

  @Override
  public void fill(double value) {
    Arrays.fill(elements, value);
  }

  @Override
  public void scale(double factor) {
    for (int i = 0; i < elements.length; i++) {
      elements[i] *= factor;
    }
  }

  @Override
  public void set(Vector source) {
    write(((HeapVector) source).elements);
  }

  @Override
  public void add(double factor, Vector term) {
    requireLength(term.length());
    for (int i = 0; i < elements.length; i++) {
      elements[i] += factor * of(term, i);
    }
  }

  @Override
  public void setWeightedError(
      Vector error, Vector before, Vector after, double atol, double rtol) {
    requireLength(error.length());
    requireLength(before.length());
    requireLength(after.length());
    for (int i = 0; i < elements.length; i++) {
      double size = Math.max(Math.abs(of(before, i)), Math.abs(of(after, i)));
      elements[i] = of(error, i) / (atol + rtol * size);
    }
  }

  @Override
  public double dot(Vector other) {
    requireLength(other.length());
    double sum = 0;
    for (int i = 0; i < elements.length; i++) {
      sum += elements[i] * of(other, i);
    }
    return sum;
  }

  @Override
  public void setSegmentDots(Vector a, Vector b, int[] offsets) {
    for (int s = 0; s < elements.length; s++) {
      elements[s] = 0;
      for (int i = offsets[s]; i < offsets[s + 1]; i++) {
        elements[s] += of(a, i) * of(b, i);
      }
    }
  }

  @Override
  public void setSegmentScaled(Vector factors, Vector values, int[] offsets) {
    for (int s = 0; s < offsets.length - 1; s++) {
      for (int i = offsets[s]; i < offsets[s + 1]; i++) {
        elements[i] = of(factors, s) * of(values, i);
      }
    }
  }

  @Override
  public void read(double[] target) {
    requireLength(target.length);
    System.arraycopy(elements, 0, target, 0, elements.length);
  }

  @Override
  public void write(double[] source) {
    requireLength(source.length);
    System.arraycopy(source, 0, elements, 0, elements.length);
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      open.decrementAndGet();
    }
  }

  private void requireLength(int other) {
    if (other != elements.length) {
      throw new IllegalArgumentException(
          "a vector of length " + other + " where " + elements.length + " was expected");
    }
  }

  private static double of(Vector vector, int index) {
    return ((HeapVector) vector).elements[index];
  }
}

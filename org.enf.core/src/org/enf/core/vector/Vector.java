package org.enf.core.vector;

/**
 * A flat array of numbers of fixed length, kept where its engine wants it: on the heap, in native
 * memory or on a device.
 *
 * <p>Solvers, flow and training work on these without knowing the engine. All operands of one call
 * come from one engine and have one length unless the method says otherwise; an operand may be this
 * vector itself only where the method says so. Not safe for use by several threads at once.
 */
public interface Vector extends AutoCloseable {
  /** The number of elements. */
  int length();

  /** A new vector of the same length and kind, filled with zeros. The caller closes it. */
  Vector sibling();

  /** Sets every element to one value. */
  void fill(double value);

  /** Multiplies every element by one factor. */
  void scale(double factor);

  /** Copies all elements of another vector. */
  void set(Vector source);

  /** Adds {@code factor} times {@code term}. */
  void add(double factor, Vector term);

  /**
   * Sets each element to {@code error / (atol + rtol · max(|before|, |after|))}, the weighted error
   * of Hairer, Nørsett and Wanner, "Solving Ordinary Differential Equations I", eq. II.4.10.
   */
  void setWeightedError(Vector error, Vector before, Vector after, double atol, double rtol);

  /** The sum of the products of the elements with those of another vector, or of this one. */
  double dot(Vector other);

  /**
   * Sets element s to the dot product of {@code a} and {@code b} over the elements {@code
   * offsets[s]} (included) to {@code offsets[s + 1]} (excluded).
   *
   * @param offsets one more than this vector's length, ascending, the last one is the length of
   *     {@code a} and {@code b}
   */
  void setSegmentDots(Vector a, Vector b, int[] offsets);

  /**
   * Sets each element of segment s to {@code factors[s]} times the element of {@code values}.
   *
   * @param factors one element a segment
   * @param offsets as in {@link #setSegmentDots}, the last one is this vector's length
   */
  void setSegmentScaled(Vector factors, Vector values, int[] offsets);

  /** Copies all elements out, widened to double. */
  void read(double[] target);

  /** Copies all elements in, rounded to the precision of this vector. */
  void write(double[] source);

  /** Gives the memory back; the vector cannot be used any more. */
  @Override
  void close();
}

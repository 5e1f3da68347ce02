package org.enf.core.egnn.cpu;

import java.util.Arrays;
import org.enf.core.vector.Vector;

/** A vector of floats on the heap; sums are taken in double precision. */
final class CpuVector implements Vector {
  private final float[] elements;

  CpuVector(int length) {
    elements = new float[length];
  }

  /** The elements of a vector of this engine. */
  static float[] of(Vector vector) {
    if (vector instanceof CpuVector own) {
      return own.elements;
    }
    throw new IllegalArgumentException("the vector belongs to another engine");
  }

  private float[] sameLength(Vector other) {
    float[] others = of(other);
    requireLength(others.length);
    return others;
  }

  private void requireLength(int length) {
    if (length != elements.length) {
      throw new IllegalArgumentException(
          "vectors of " + elements.length + " and " + length + " elements do not fit");
    }
  }

  @Override
  public int length() {
    return elements.length;
  }

  @Override
  public Vector sibling() {
    return new CpuVector(elements.length);
  }

  @Override
  public void fill(double value) {
    Arrays.fill(elements, (float) value);
  }

  @Override
  public void scale(double factor) {
    float f = (float) factor;
    for (int i = 0; i < elements.length; i++) {
      elements[i] *= f;
    }
  }

  @Override
  public void set(Vector source) {
    System.arraycopy(sameLength(source), 0, elements, 0, elements.length);
  }

  @Override
  public void add(double factor, Vector term) {
    float[] terms = sameLength(term);
    float f = (float) factor;
    for (int i = 0; i < elements.length; i++) {
      elements[i] += f * terms[i];
    }
  }

  @Override
  public void setWeightedError(
      Vector error, Vector before, Vector after, double atol, double rtol) {
    float[] errors = sameLength(error);
    float[] from = sameLength(before);
    float[] to = sameLength(after);
    float absolute = (float) atol;
    float relative = (float) rtol;
    for (int i = 0; i < elements.length; i++) {
      float scale = absolute + relative * Math.max(Math.abs(from[i]), Math.abs(to[i]));
      elements[i] = errors[i] / scale;
    }
  }

  @Override
  public double dot(Vector other) {
    return dot(elements, sameLength(other), 0, elements.length);
  }

  private static double dot(float[] a, float[] b, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  @Override
  public void setSegmentDots(Vector a, Vector b, int[] offsets) {
    float[] first = of(a);
    float[] second = of(b);
    requireLength(offsets.length - 1);
    if (first.length != second.length || offsets[offsets.length - 1] != first.length) {
      throw new IllegalArgumentException("the segments do not end where the vectors do");
    }
    for (int s = 0; s < elements.length; s++) {
      elements[s] = (float) dot(first, second, offsets[s], offsets[s + 1]);
    }
  }

  @Override
  public void setSegmentScaled(Vector factors, Vector values, int[] offsets) {
    float[] scale = of(factors);
    float[] from = sameLength(values);
    requireLength(offsets[offsets.length - 1]);
    if (scale.length != offsets.length - 1) {
      throw new IllegalArgumentException(
          scale.length + " factors for " + (offsets.length - 1) + " segments");
    }
    for (int s = 0; s < scale.length; s++) {
      for (int i = offsets[s]; i < offsets[s + 1]; i++) {
        elements[i] = scale[s] * from[i];
      }
    }
  }

  @Override
  public void read(double[] target) {
    requireLength(target.length);
    for (int i = 0; i < elements.length; i++) {
      target[i] = elements[i];
    }
  }

  @Override
  public void write(double[] source) {
    requireLength(source.length);
    for (int i = 0; i < elements.length; i++) {
      elements[i] = (float) source[i];
    }
  }

  /** Nothing to give back: the garbage collector takes the array. */
  @Override
  public void close() {
    // on the heap
  }
}

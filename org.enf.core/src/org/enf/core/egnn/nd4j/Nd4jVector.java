package org.enf.core.egnn.nd4j;

import org.enf.core.vector.Vector;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.ops.transforms.Transforms;

/** A vector in the memory of ND4J. */
final class Nd4jVector implements Vector, Leftovers.Resource {
  private final INDArray array;
  private final Leftovers leftovers;

  /**
   * A vector of zeros.
   *
   * @param leftovers of its engine
   */
  Nd4jVector(DataType type, int length, Leftovers leftovers) {
    array = Nd4j.create(type, length);
    this.leftovers = leftovers;
    leftovers.add(this);
  }

  /** The array behind a vector of this engine. */
  static INDArray of(Vector vector) {
    return ((Nd4jVector) vector).array;
  }

  @Override
  public int length() {
    return (int) array.length();
  }

  @Override
  public Vector sibling() {
    return withLength(length());
  }

  /** A vector of zeros of the same engine, with another length. */
  Vector withLength(int length) {
    return new Nd4jVector(array.dataType(), length, leftovers);
  }

  @Override
  public void fill(double value) {
    array.assign(value);
  }

  @Override
  public void scale(double factor) {
    array.muli(factor);
  }

  @Override
  public void set(Vector source) {
    array.assign(sameLength(source));
  }

  @Override
  public void add(double factor, Vector term) {
    Nd4j.getBlasWrapper().level1().axpy(array.length(), factor, sameLength(term), array);
  }

  @Override
  public void setWeightedError(
      Vector error, Vector before, Vector after, double atol, double rtol) {
    INDArray weights = Transforms.abs(sameLength(before), true);
    INDArray other = Transforms.abs(sameLength(after), true);
    Transforms.max(weights, other, false);
    weights.muli(rtol).addi(atol);
    sameLength(error).divi(weights, array);
    weights.close();
    other.close();
  }

  @Override
  public double dot(Vector other) {
    return Nd4j.getBlasWrapper().dot(array, sameLength(other));
  }

  @Override
  public void setSegmentDots(Vector a, Vector b, int[] offsets) {
    INDArray products = of(a).mul(of(b));
    forEachRun(
        offsets,
        (from, to, width) -> {
          INDArray block =
              slice(products, offsets[from], offsets[to]).reshape((long) to - from, width);
          INDArray sums = block.sum(1);
          slice(array, from, to).assign(sums);
          sums.close();
        });
    products.close();
  }

  @Override
  public void setSegmentScaled(Vector factors, Vector values, int[] offsets) {
    forEachRun(
        offsets,
        (from, to, width) -> {
          INDArray block =
              slice(of(values), offsets[from], offsets[to]).reshape((long) to - from, width);
          INDArray scaled =
              block.mulColumnVector(slice(of(factors), from, to).reshape((long) to - from, 1));
          slice(array, offsets[from], offsets[to]).assign(scaled.reshape(scaled.length()));
          scaled.close();
        });
  }

  @Override
  public void read(double[] target) {
    requireLength(target.length);
    for (int i = 0; i < target.length; i++) {
      target[i] = array.data().getDouble(i);
    }
  }

  @Override
  public void write(double[] source) {
    requireLength(source.length);
    for (int i = 0; i < source.length; i++) {
      array.data().put(i, source[i]);
    }
  }

  @Override
  public void close() {
    leftovers.remove(this);
    if (!array.wasClosed()) {
      array.close();
    }
  }

  private INDArray sameLength(Vector other) {
    requireLength(other.length());
    return of(other);
  }

  private void requireLength(int other) {
    if (other != length()) {
      throw new IllegalArgumentException(
          "a vector of length " + other + " where " + length() + " was expected");
    }
  }

  private static INDArray slice(INDArray all, int from, int to) {
    return all.get(NDArrayIndex.interval(from, to));
  }

  /** Calls the visitor for each longest run of consecutive segments of one length above zero. */
  private static void forEachRun(int[] offsets, RunVisitor visitor) {
    int from = 0;
    while (from < offsets.length - 1) {
      int width = offsets[from + 1] - offsets[from];
      int to = from + 1;
      while (to < offsets.length - 1 && offsets[to + 1] - offsets[to] == width) {
        to++;
      }
      visitor.visit(from, to, width);
      from = to;
    }
  }

  private interface RunVisitor {
    void visit(int from, int to, int width);
  }
}

package org.enf.core.model.safetensors;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * An immutable array of numbers with a shape, kept in the very bytes of the file (little-endian,
 * row-major), so that reading and writing changes no bit.
 *
 * <p>A shape without dimensions is a scalar and has one element; a dimension of 0 leaves none.
 */
public final class Tensor {
  private final DType dtype;
  private final Shape shape;
  private final byte[] data;

  /** Takes the array over without a copy. */
  Tensor(DType dtype, Shape shape, byte[] data) {
    if (data.length != shape.byteLength(dtype)) {
      throw new IllegalArgumentException(
          "a tensor of dtype "
              + dtype
              + " and shape "
              + shape
              + " takes "
              + shape.byteLength(dtype)
              + " bytes, not "
              + data.length);
    }
    this.dtype = dtype;
    this.shape = shape;
    this.data = data;
  }

  /**
   * A tensor of {@link DType#F64}.
   *
   * @param values the elements in row-major order; copied
   * @param shape the dimensions; none for a scalar
   * @return the tensor
   * @throws IllegalArgumentException if the shape does not hold exactly these values
   */
  public static Tensor float64(double[] values, long... shape) {
    Shape checked = shapeFor(values.length, shape);
    ByteBuffer bytes = allocate(DType.F64, checked);
    bytes.asDoubleBuffer().put(values);
    return new Tensor(DType.F64, checked, bytes.array());
  }

  /**
   * A tensor of {@link DType#F32}.
   *
   * @param values the elements in row-major order; copied
   * @param shape the dimensions; none for a scalar
   * @return the tensor
   * @throws IllegalArgumentException if the shape does not hold exactly these values
   */
  public static Tensor float32(float[] values, long... shape) {
    Shape checked = shapeFor(values.length, shape);
    ByteBuffer bytes = allocate(DType.F32, checked);
    bytes.asFloatBuffer().put(values);
    return new Tensor(DType.F32, checked, bytes.array());
  }

  /**
   * A tensor of {@link DType#I64}.
   *
   * @param values the elements in row-major order; copied
   * @param shape the dimensions; none for a scalar
   * @return the tensor
   * @throws IllegalArgumentException if the shape does not hold exactly these values
   */
  public static Tensor int64(long[] values, long... shape) {
    Shape checked = shapeFor(values.length, shape);
    ByteBuffer bytes = allocate(DType.I64, checked);
    bytes.asLongBuffer().put(values);
    return new Tensor(DType.I64, checked, bytes.array());
  }

  /**
   * A tensor of {@link DType#I32}.
   *
   * @param values the elements in row-major order; copied
   * @param shape the dimensions; none for a scalar
   * @return the tensor
   * @throws IllegalArgumentException if the shape does not hold exactly these values
   */
  public static Tensor int32(int[] values, long... shape) {
    Shape checked = shapeFor(values.length, shape);
    ByteBuffer bytes = allocate(DType.I32, checked);
    bytes.asIntBuffer().put(values);
    return new Tensor(DType.I32, checked, bytes.array());
  }

  /**
   * A tensor of any dtype from the bytes that the file holds.
   *
   * @param dtype the type of the elements
   * @param littleEndian the elements in row-major order, each little-endian; copied
   * @param shape the dimensions; none for a scalar
   * @return the tensor
   * @throws IllegalArgumentException if the shape does not take exactly these bytes
   */
  public static Tensor ofBytes(DType dtype, byte[] littleEndian, long... shape) {
    return new Tensor(dtype, new Shape(shape), littleEndian.clone());
  }

  private static Shape shapeFor(int values, long[] dimensions) {
    Shape shape = new Shape(dimensions);
    if (shape.elements() != values) {
      throw new IllegalArgumentException(
          "the shape " + shape + " holds " + shape.elements() + " values, not " + values);
    }
    return shape;
  }

  private static ByteBuffer allocate(DType dtype, Shape shape) {
    return ByteBuffer.allocate(shape.byteLength(dtype)).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * The type of the elements.
   *
   * @return the dtype
   */
  public DType dtype() {
    return dtype;
  }

  /**
   * The dimensions, slowest first.
   *
   * @return a copy; empty for a scalar
   */
  public long[] shape() {
    return shape.toArray();
  }

  /**
   * The number of elements.
   *
   * @return the product of all dimensions, 1 for a scalar
   */
  public int size() {
    return data.length / dtype.byteSize();
  }

  /**
   * The elements of a floating point tensor; exact for every such dtype.
   *
   * @return a copy of {@link #size()} values in row-major order
   * @throws IllegalStateException if the dtype is an integer type
   */
  public double[] toDoubles() {
    requireFloating("doubles");
    double[] values = new double[size()];
    if (dtype == DType.F64) {
      bytes().asDoubleBuffer().get(values);
    } else {
      ByteBuffer bytes = bytes();
      for (int i = 0; i < values.length; i++) {
        values[i] = floatAt(bytes, i);
      }
    }
    return values;
  }

  /**
   * The elements of a floating point tensor of at most 32 bits; exact for every such dtype.
   *
   * @return a copy of {@link #size()} values in row-major order
   * @throws IllegalStateException if the dtype is F64, which would be rounded, or an integer type
   */
  public float[] toFloats() {
    requireFloating("floats");
    if (dtype == DType.F64) {
      throw new IllegalStateException("a tensor of dtype F64 is read as doubles, not as floats");
    }
    float[] values = new float[size()];
    if (dtype == DType.F32) {
      bytes().asFloatBuffer().get(values);
    } else {
      ByteBuffer bytes = bytes();
      for (int i = 0; i < values.length; i++) {
        values[i] = floatAt(bytes, i);
      }
    }
    return values;
  }

  /**
   * The elements of an integer tensor; exact for every such dtype.
   *
   * @return a copy of {@link #size()} values in row-major order
   * @throws IllegalStateException if the dtype is a floating point type
   */
  public long[] toLongs() {
    ByteBuffer bytes = bytes();
    long[] values = new long[size()];
    switch (dtype) {
      case I64 -> bytes.asLongBuffer().get(values);
      case I32 -> Arrays.setAll(values, i -> bytes.getInt(4 * i));
      case U8 -> Arrays.setAll(values, i -> Byte.toUnsignedLong(bytes.get(i)));
      default ->
          throw new IllegalStateException(
              "a tensor of dtype " + dtype + " is read as doubles, not as longs");
    }
    return values;
  }

  /**
   * A view of the data.
   *
   * @return a read-only little-endian buffer over all elements in row-major order
   */
  public ByteBuffer bytes() {
    return ByteBuffer.wrap(data).asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Looks for NaN and infinite values.
   *
   * @return the row-major index of the first element that is not finite; empty if all are, as in
   *     every integer tensor
   */
  public OptionalInt firstNonFinite() {
    if (!dtype.isFloating()) {
      return OptionalInt.empty();
    }
    ByteBuffer bytes = bytes();
    int size = size();
    for (int i = 0; i < size; i++) {
      double value = dtype == DType.F64 ? bytes.getDouble(8 * i) : floatAt(bytes, i);
      if (!Double.isFinite(value)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /** The shape as a value. */
  Shape shapeValue() {
    return shape;
  }

  /** The size of the data in bytes. */
  int byteLength() {
    return data.length;
  }

  /** Writes the data as the file holds it. */
  void writeTo(OutputStream out) throws IOException {
    out.write(data);
  }

  private void requireFloating(String wanted) {
    if (!dtype.isFloating()) {
      throw new IllegalStateException(
          "a tensor of dtype " + dtype + " is read as longs, not as " + wanted);
    }
  }

  private float floatAt(ByteBuffer bytes, int index) {
    return switch (dtype) {
      case F32 -> bytes.getFloat(4 * index);
      case F16 -> HalfPrecision.float16(bytes.getShort(2 * index));
      case BF16 -> HalfPrecision.bfloat16(bytes.getShort(2 * index));
      default -> throw new IllegalStateException("dtype " + dtype + " is not widened from float");
    };
  }

  /**
   * Compares dtype, shape and every bit of the data.
   *
   * @return true if both tensors are written as the same bytes
   */
  @Override
  public boolean equals(Object other) {
    return other instanceof Tensor tensor
        && dtype == tensor.dtype
        && shape.equals(tensor.shape)
        && Arrays.equals(data, tensor.data);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * dtype.hashCode() + shape.hashCode()) + Arrays.hashCode(data);
  }

  /**
   * The dtype and the shape.
   *
   * @return for example {@code F32[64, 7]}
   */
  @Override
  public String toString() {
    return dtype + shape.toString();
  }
}

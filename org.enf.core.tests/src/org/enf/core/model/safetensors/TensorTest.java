package org.enf.core.model.safetensors;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ReadOnlyBufferException;
import java.util.OptionalInt;
import org.junit.Test;

public class TensorTest {
  private static final float SIGNALLING_NAN = Float.intBitsToFloat(0x7FA12345);

  @Test
  public void valuesAreKeptLittleEndian() {
    assertArrayEquals(new byte[] {0, 0, (byte) 0x80, 0x3F}, data(Tensor.float32(new float[] {1})));
    assertArrayEquals(
        new byte[] {0, 0, 0, 0, 0, 0, (byte) 0xF0, 0x3F}, data(Tensor.float64(new double[] {1})));
    assertArrayEquals(new byte[] {2, 1, 0, 0}, data(Tensor.int32(new int[] {0x102})));
    assertArrayEquals(
        new byte[] {(byte) 0xFE, -1, -1, -1, -1, -1, -1, -1}, data(Tensor.int64(new long[] {-2})));
  }

  @Test
  public void everyBitOfAFloatSurvives() {
    int[] patterns = {0, 0x80000000, 1, 0x7F800000, 0xFF800000, 0x7FC00001, 0x7FA12345, 0xFFFFFFFF};
    ByteBuffer bytes = ByteBuffer.allocate(4 * patterns.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asIntBuffer().put(patterns);
    float[] values = Tensor.ofBytes(DType.F32, bytes.array(), patterns.length).toFloats();
    assertArrayEquals(bytes.array(), data(Tensor.float32(values, patterns.length)));
  }

  @Test
  public void everyBitOfADoubleSurvives() {
    long[] patterns = {0, Long.MIN_VALUE, 1, 0x7FF0L << 48, 0x7FF0000000000001L, -1L};
    ByteBuffer bytes = ByteBuffer.allocate(8 * patterns.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asLongBuffer().put(patterns);
    double[] values = Tensor.ofBytes(DType.F64, bytes.array(), patterns.length).toDoubles();
    assertArrayEquals(bytes.array(), data(Tensor.float64(values, patterns.length)));
  }

  @Test
  public void everyBitOfALongSurvives() {
    long[] values = {0, -1, Long.MIN_VALUE, Long.MAX_VALUE, 0x0123456789ABCDEFL, (1L << 53) + 1};
    assertArrayEquals(values, Tensor.int64(values, 2, 3).toLongs());
  }

  @Test
  public void smallerIntegersWidenWithTheirSign() {
    assertArrayEquals(
        new long[] {Integer.MIN_VALUE, -1, 7},
        Tensor.int32(new int[] {Integer.MIN_VALUE, -1, 7}, 3).toLongs());
    assertArrayEquals(
        new long[] {0, 127, 128, 255},
        Tensor.ofBytes(DType.U8, new byte[] {0, 127, -128, -1}, 4).toLongs());
  }

  @Test
  public void floatsWidenToDoubles() {
    assertArrayEquals(
        new double[] {0.1f, Float.MIN_VALUE},
        Tensor.float32(new float[] {0.1f, Float.MIN_VALUE}, 2).toDoubles(),
        0);
  }

  @Test
  public void everyHalfPrecisionPatternHasItsValue() {
    float[] values = allPatterns(DType.F16).toFloats();
    for (int pattern = 0; pattern < values.length; pattern++) {
      assertEquals("pattern " + pattern, half(pattern), values[pattern], 0);
    }
    assertEquals(-0f, values[0x8000], 0);
    assertEquals("65504 is the largest", 65504f, values[0x7BFF], 0);
  }

  /** The definition: sign, 5 bits of exponent with bias 15, 10 bits of fraction. */
  private static float half(int pattern) {
    int exponent = pattern >> 10 & 31;
    int fraction = pattern & 1023;
    double sign = pattern >> 15 == 0 ? 1 : -1;
    if (exponent == 31) {
      return fraction == 0 ? (float) (sign / 0.0) : Float.NaN;
    }
    double mantissa = exponent == 0 ? fraction / 1024.0 : 1 + fraction / 1024.0;
    return (float) (sign * Math.scalb(mantissa, Math.max(exponent, 1) - 15));
  }

  @Test
  public void everyBfloatPatternIsTheUpperHalfOfAFloat() {
    float[] values = allPatterns(DType.BF16).toFloats();
    for (int pattern = 0; pattern < values.length; pattern++) {
      assertEquals(Float.intBitsToFloat(pattern << 16), values[pattern], 0);
    }
    assertEquals(-1.5, allPatterns(DType.BF16).toDoubles()[0xBFC0], 0);
  }

  private static Tensor allPatterns(DType dtype) {
    ByteBuffer bytes = ByteBuffer.allocate(2 << 16).order(ByteOrder.LITTLE_ENDIAN);
    for (int pattern = 0; pattern < 1 << 16; pattern++) {
      bytes.putShort((short) pattern);
    }
    return Tensor.ofBytes(dtype, bytes.array(), 256, 256);
  }

  @Test
  public void aTensorWithoutDimensionsIsAScalar() {
    Tensor scalar = Tensor.int64(new long[] {42});
    assertEquals(1, scalar.size());
    assertEquals(0, scalar.shape().length);
    assertEquals("I64[]", scalar.toString());
  }

  @Test
  public void aDimensionOfZeroLeavesNoElement() {
    Tensor empty = Tensor.float32(new float[0], 3, 0, 5_000_000_000L);
    assertEquals(0, empty.size());
    assertEquals(0, empty.toFloats().length);
    assertArrayEquals(new long[] {3, 0, 5_000_000_000L}, empty.shape());
  }

  @Test
  public void aShapeThatDoesNotFitItsValuesIsRefused() {
    assertRefused("the shape [2, 2] holds 4 values, not 3", new float[3], 2, 2);
    assertRefused("the shape [] holds 1 values, not 3", new float[3]);
    assertRefused("a negative dimension in its shape [-3]", new float[3], -3);
    assertRefused("the shape [4294967296, 4294967296], whose", new float[0], 1L << 32, 1L << 32);
    assertRefused("a shape of 65 dimensions", new float[0], new long[65]);
    assertThrows(IllegalArgumentException.class, () -> Tensor.ofBytes(DType.F64, new byte[12], 2));
  }

  private static void assertRefused(String message, float[] values, long... shape) {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> Tensor.float32(values, shape));
    assertTrue(refusal.getMessage(), refusal.getMessage().startsWith(message));
  }

  @Test
  public void nothingIsRoundedSilently() {
    Tensor doubles = Tensor.float64(new double[] {0.1});
    Tensor longs = Tensor.int64(new long[] {1});
    Tensor floats = Tensor.float32(new float[] {0.1f});
    assertThrows(IllegalStateException.class, doubles::toFloats);
    assertThrows(IllegalStateException.class, doubles::toLongs);
    assertThrows(IllegalStateException.class, floats::toLongs);
    assertThrows(IllegalStateException.class, longs::toDoubles);
    assertThrows(IllegalStateException.class, longs::toFloats);
  }

  @Test
  public void nobodyCanChangeATensor() {
    float[] values = {1, 2};
    long[] shape = {2};
    Tensor tensor = Tensor.float32(values, shape);
    values[0] = 9;
    shape[0] = 9;
    tensor.toFloats()[0] = 9;
    tensor.shape()[0] = 9;
    assertEquals(Tensor.float32(new float[] {1, 2}, 2), tensor);
    byte[] bytes = {1, 2};
    Tensor raw = Tensor.ofBytes(DType.U8, bytes, 2);
    bytes[0] = 9;
    assertArrayEquals(new long[] {1, 2}, raw.toLongs());
    assertThrows(ReadOnlyBufferException.class, () -> tensor.bytes().put((byte) 9));
  }

  @Test
  public void equalMeansTheSameBits() {
    Tensor tensor = Tensor.float32(new float[] {0, SIGNALLING_NAN}, 2);
    assertEquals(Tensor.float32(new float[] {0, SIGNALLING_NAN}, 2), tensor);
    assertEquals(Tensor.float32(new float[] {0, SIGNALLING_NAN}, 2).hashCode(), tensor.hashCode());
    assertNotEquals(Tensor.float32(new float[] {-0f, SIGNALLING_NAN}, 2), tensor);
    assertNotEquals(Tensor.float32(new float[] {0, SIGNALLING_NAN}, 1, 2), tensor);
    assertNotEquals(Tensor.ofBytes(DType.I32, data(tensor), 2), tensor);
  }

  @Test
  public void theFirstValueThatIsNotFiniteIsFound() {
    double nan = Double.NaN;
    double infinity = Double.NEGATIVE_INFINITY;
    assertEquals(
        OptionalInt.of(2), Tensor.float64(new double[] {1, 2, nan, infinity}, 4).firstNonFinite());
    assertEquals(
        OptionalInt.of(1),
        Tensor.float32(new float[] {Float.MAX_VALUE, (float) infinity}, 2).firstNonFinite());
    assertEquals(OptionalInt.of(0x7C00), allPatterns(DType.F16).firstNonFinite());
    assertEquals(OptionalInt.of(0x7F80), allPatterns(DType.BF16).firstNonFinite());
    assertEquals(
        OptionalInt.empty(),
        Tensor.float64(new double[] {Double.MAX_VALUE, Double.MIN_VALUE}, 2).firstNonFinite());
    assertEquals(OptionalInt.empty(), Tensor.int64(new long[] {0x7FF8L << 48}).firstNonFinite());
  }

  private static byte[] data(Tensor tensor) {
    byte[] data = new byte[tensor.bytes().remaining()];
    tensor.bytes().get(data);
    return data;
  }
}

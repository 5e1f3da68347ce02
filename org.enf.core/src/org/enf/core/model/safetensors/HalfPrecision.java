package org.enf.core.model.safetensors;

/** Widens the two 16-bit floating point formats to float; every value is exact. */
final class HalfPrecision {
  private static final int EXPONENT_ALL_ONES = 0x1F;
  private static final int FRACTION_BITS_ADDED = 23 - 10;
  private static final int EXPONENT_BIAS_ADDED = 127 - 15;

  private HalfPrecision() {}

  /** The value of an IEEE 754 binary16 bit pattern. */
  static float float16(short bits) {
    int sign = (bits & 0x8000) << 16;
    int exponent = bits >>> 10 & EXPONENT_ALL_ONES;
    int fraction = bits & 0x3FF;
    if (exponent == 0) {
      float magnitude = fraction * 0x1p-24f;
      return sign == 0 ? magnitude : -magnitude;
    }
    int widened = exponent == EXPONENT_ALL_ONES ? 0xFF : exponent + EXPONENT_BIAS_ADDED;
    return Float.intBitsToFloat(sign | widened << 23 | fraction << FRACTION_BITS_ADDED);
  }

  /** The value of a bfloat16 bit pattern, which is a float without its lower half. */
  static float bfloat16(short bits) {
    return Float.intBitsToFloat(bits << 16);
  }
}

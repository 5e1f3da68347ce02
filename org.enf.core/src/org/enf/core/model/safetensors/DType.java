package org.enf.core.model.safetensors;

import java.util.Arrays;
import java.util.Optional;

/** The type of a tensor's elements; the constants have the names that the format uses. */
public enum DType {
  /** 64-bit IEEE 754 number. */
  F64(8, true),
  /** 32-bit IEEE 754 number. */
  F32(4, true),
  /** 16-bit IEEE 754 number: 5 bits exponent, 10 bits fraction. */
  F16(2, true),
  /** The upper 16 bits of an {@link #F32}. */
  BF16(2, true),
  /** 64-bit two's complement integer. */
  I64(8, false),
  /** 32-bit two's complement integer. */
  I32(4, false),
  /** 8-bit unsigned integer. */
  U8(1, false);

  private final int byteSize;
  private final boolean floating;

  DType(int byteSize, boolean floating) {
    this.byteSize = byteSize;
    this.floating = floating;
  }

  /**
   * The size of one element.
   *
   * @return the size in bytes
   */
  public int byteSize() {
    return byteSize;
  }

  /**
   * Tells the floating point types from the integer types.
   *
   * @return true for F64, F32, F16 and BF16
   */
  public boolean isFloating() {
    return floating;
  }

  /** The constant that the format calls so, if there is one; case matters. */
  static Optional<DType> named(String name) {
    return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
  }
}

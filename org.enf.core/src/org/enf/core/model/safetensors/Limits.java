package org.enf.core.model.safetensors;

/** What a file may ask for; the reader refuses more and the writer never writes more. */
final class Limits {
  /**
   * Longest header in bytes: far more than a model needs, and so little that parsing it always fits
   * into memory. The format's own library reads up to 100,000,000.
   */
  static final int HEADER_BYTES = 1 << 24;

  /** Most tensors in one file. */
  static final int TENSORS = 100_000;

  /** Most metadata entries in one file. */
  static final int METADATA_ENTRIES = 100_000;

  /** Most dimensions of one tensor. */
  static final int RANK = 64;

  /** Longest tensor name or metadata key in UTF-16 units. */
  static final int NAME_LENGTH = 10_000;

  /** Longest number in the header; 19 digits are enough for every valid one. */
  static final int NUMBER_LENGTH = 100;

  /** Most data of one tensor in bytes: what one Java array can hold. */
  static final int TENSOR_BYTES = Integer.MAX_VALUE - 8;

  /** How much memory a content takes with the arrays that are made of it, in its own sizes. */
  static final int MEMORY_FACTOR = 3;

  private Limits() {}
}

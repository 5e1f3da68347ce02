package org.enf.core.model.safetensors;

/** What a file may ask for; the reader refuses more and the writer never writes more. */
final class Limits {
  /** Longest header in bytes, the limit of the format's own library. */
  static final int HEADER_BYTES = 100_000_000;

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

  private Limits() {}
}

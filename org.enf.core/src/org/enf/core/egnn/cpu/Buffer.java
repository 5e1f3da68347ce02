package org.enf.core.egnn.cpu;

/** An array that grows when more is needed and is never given back. */
final class Buffer {
  private float[] elements = {};

  /** An array of at least this many elements; what was in it may be lost. */
  float[] atLeast(int length) {
    if (elements.length < length) {
      elements = new float[length];
    }
    return elements;
  }
}

package org.enf.core.gpu;

import java.util.Comparator;

/** The generation of a GPU as NVIDIA counts it, for example 8.6; it decides which kernels run. */
public record ComputeCapability(int major, int minor) implements Comparable<ComputeCapability> {
  /**
   * The capability behind {@code 8.6}.
   *
   * @throws IllegalArgumentException if the text is no such thing
   */
  public static ComputeCapability parse(String text) {
    int point = text.indexOf('.');
    return new ComputeCapability(
        Integer.parseInt(text.substring(0, Math.max(0, point))),
        Integer.parseInt(text.substring(point + 1)));
  }

  @Override
  public int compareTo(ComputeCapability other) {
    return Comparator.comparingInt(ComputeCapability::major)
        .thenComparingInt(ComputeCapability::minor)
        .compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}

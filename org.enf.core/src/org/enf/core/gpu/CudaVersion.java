package org.enf.core.gpu;

import java.util.Comparator;

/** A version of CUDA; that of a driver is the newest one whose programs it runs. */
public record CudaVersion(int major, int minor) implements Comparable<CudaVersion> {
  /** The version behind CUDA's number for it, for example 12.4 behind 12040. */
  static CudaVersion ofNumber(int number) {
    return new CudaVersion(number / 1000, number % 1000 / 10);
  }

  @Override
  public int compareTo(CudaVersion other) {
    return Comparator.comparingInt(CudaVersion::major)
        .thenComparingInt(CudaVersion::minor)
        .compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}

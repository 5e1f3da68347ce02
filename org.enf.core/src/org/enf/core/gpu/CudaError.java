package org.enf.core.gpu;

import java.util.Map;

/** What a function of the driver returns where it fails. */
public record CudaError(int code) {
  static final int NO_DEVICE = 100;
  static final int STUB_LIBRARY = 34;

  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(1, "CUDA_ERROR_INVALID_VALUE"),
          Map.entry(2, "CUDA_ERROR_OUT_OF_MEMORY"),
          Map.entry(3, "CUDA_ERROR_NOT_INITIALIZED"),
          Map.entry(STUB_LIBRARY, "CUDA_ERROR_STUB_LIBRARY"),
          Map.entry(46, "CUDA_ERROR_DEVICE_UNAVAILABLE"),
          Map.entry(NO_DEVICE, "CUDA_ERROR_NO_DEVICE"),
          Map.entry(101, "CUDA_ERROR_INVALID_DEVICE"),
          Map.entry(304, "CUDA_ERROR_OPERATING_SYSTEM"),
          Map.entry(802, "CUDA_ERROR_SYSTEM_NOT_READY"),
          Map.entry(803, "CUDA_ERROR_SYSTEM_DRIVER_MISMATCH"),
          Map.entry(804, "CUDA_ERROR_COMPAT_NOT_SUPPORTED_ON_DEVICE"),
          Map.entry(999, "CUDA_ERROR_UNKNOWN"));

  /** Its name in CUDA's documentation, with the number. */
  @Override
  public String toString() {
    return NAMES.containsKey(code) ? NAMES.get(code) + ", " + code : "CUDA error " + code;
  }
}

package org.enf.core.gpu;

/** A function of the driver has failed. */
final class DriverException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int code;

  private DriverException(int code) {
    super(new CudaError(code).toString());
    this.code = code;
  }

  /** Throws one unless the result of a function is 0. */
  static void check(int result) throws DriverException {
    if (result != 0) {
      throw new DriverException(result);
    }
  }

  CudaError error() {
    return new CudaError(code);
  }
}

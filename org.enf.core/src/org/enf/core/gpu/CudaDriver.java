package org.enf.core.gpu;

import com.sun.jna.Library;

/**
 * The few functions of the CUDA driver that are needed to learn about GPUs, with the names and the
 * meaning they have there: each returns 0 or the code of an error, and writes its result into the
 * first element of an array. JNA implements it; whatever else does plays a driver.
 *
 * <p>See NVIDIA's <a href="https://docs.nvidia.com/cuda/cuda-driver-api/">CUDA driver API</a>.
 */
public interface CudaDriver extends Library {
  /** The attribute of a device that is its major compute capability. */
  int CAPABILITY_MAJOR = 75;

  /** The attribute of a device that is its minor compute capability. */
  int CAPABILITY_MINOR = 76;

  /**
   * Starts the driver in this process; again does nothing.
   *
   * @param flags 0
   */
  int cuInit(int flags);

  /** The newest CUDA that the driver knows, as 1000 · major + 10 · minor. */
  int cuDriverGetVersion(int[] version);

  /** How many devices there are. */
  int cuDeviceGetCount(int[] count);

  /** The handle of a device. */
  int cuDeviceGet(int[] device, int ordinal);

  /** The name of a device, ended by a zero. */
  int cuDeviceGetName(byte[] name, int length, int device);

  /** An attribute of a device. */
  int cuDeviceGetAttribute(int[] value, int attribute, int device);

  /** The memory of a device in bytes. */
  int cuDeviceTotalMem_v2(long[] bytes, int device);

  /** The context that all users of a device in this process share; it has to be released. */
  int cuDevicePrimaryCtxRetain(long[] context, int device);

  /** Gives the shared context back, which ends it unless others use it. */
  int cuDevicePrimaryCtxRelease_v2(int device);

  /** Makes a context the one of this thread. */
  int cuCtxPushCurrent_v2(long context);

  /** Gives this thread back the context that it had before. */
  int cuCtxPopCurrent_v2(long[] context);

  /** Free and whole memory, in bytes, of the device of this thread's context. */
  int cuMemGetInfo_v2(long[] free, long[] total);
}

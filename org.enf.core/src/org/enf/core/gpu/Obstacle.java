package org.enf.core.gpu;

/** Why a GPU cannot be used, for programs; people read {@link Refusal#reason}. */
public enum Obstacle {
  /** There are no NVIDIA drivers for this operating system. */
  SYSTEM,
  /** No driver is installed. */
  NO_DRIVER,
  /** The driver is installed but does not work. */
  DRIVER_FAILS,
  /** The driver is too old for the kernels. */
  DRIVER_TOO_OLD,
  /** The driver finds no GPU. */
  NO_GPU,
  /** The GPU is older than the kernels. */
  GPU_TOO_OLD,
  /** The GPU is newer than the kernels, or they leave it out. */
  NO_KERNELS,
  /** The GPU cannot be opened now. */
  BUSY,
  /** Too little memory of the GPU is free. */
  LITTLE_MEMORY,
  /** The libraries are not installed that compute on a GPU. */
  NOT_INSTALLED,
  /** All seemed to be there, but the engine does not start. */
  ENGINE_FAILS
}

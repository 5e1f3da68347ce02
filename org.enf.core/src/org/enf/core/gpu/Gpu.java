package org.enf.core.gpu;

/**
 * A GPU as the driver describes it.
 *
 * @param index its number, from 0, by which CUDA programs choose it
 * @param name for example {@code NVIDIA RTX A4000}
 * @param capability which kernels it runs
 * @param totalMemory in bytes
 * @param memory that is free now, or why nobody can say
 */
public record Gpu(
    int index, String name, ComputeCapability capability, long totalMemory, FreeMemory memory) {
  /** How much memory is free. */
  public sealed interface FreeMemory {}

  /** So many bytes. */
  public record Free(long bytes) implements FreeMemory {}

  /** The GPU cannot be opened, for example because another program has it for itself. */
  public record Closed(CudaError error) implements FreeMemory {}

  /** Nobody asked: the driver is too old for the question. */
  public record NotAsked() implements FreeMemory {}
}

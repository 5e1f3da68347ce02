package org.enf.core.gpu;

import java.util.List;

/** What there is of GPUs. */
public sealed interface GpuStatus {
  /**
   * A driver that answers.
   *
   * @param driver the newest CUDA that it knows
   * @param gpus at least one, by their numbers
   */
  record Present(CudaVersion driver, List<Gpu> gpus) implements GpuStatus {
    /** Copies the list. */
    public Present {
      gpus = List.copyOf(gpus);
    }
  }

  /** There is none that could be asked. */
  record Absent(Refusal refusal) implements GpuStatus {}
}

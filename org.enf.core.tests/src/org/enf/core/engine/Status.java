package org.enf.core.engine;

import java.util.List;
import org.enf.core.gpu.ComputeCapability;
import org.enf.core.gpu.CudaVersion;
import org.enf.core.gpu.Gpu;
import org.enf.core.gpu.GpuStatus;

/** What drivers may tell. */
final class Status {
  private Status() {}

  /** A card with 8 GiB of free memory. */
  static GpuStatus oneCard(String name, String capability) {
    long memory = 8L << 30;
    return new GpuStatus.Present(
        new CudaVersion(12, 4),
        List.of(
            new Gpu(3, name, ComputeCapability.parse(capability), memory, new Gpu.Free(memory))));
  }
}

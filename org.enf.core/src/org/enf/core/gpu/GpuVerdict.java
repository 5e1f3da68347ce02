package org.enf.core.gpu;

/** Whether an engine can run on a GPU of this machine. */
public sealed interface GpuVerdict {
  /** It can, as far as the driver can tell, on this one. */
  record Usable(Gpu gpu) implements GpuVerdict {}

  /** It cannot. */
  record Unusable(Refusal refusal) implements GpuVerdict {}
}

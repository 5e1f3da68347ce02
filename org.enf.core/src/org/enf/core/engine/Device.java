package org.enf.core.engine;

import java.util.Optional;
import java.util.function.IntFunction;
import org.enf.core.egnn.Engine;
import org.enf.core.egnn.nd4j.Nd4jEngine;
import org.enf.core.gpu.GpuVerdict;
import org.enf.core.gpu.GpuVerdict.Unusable;
import org.enf.core.gpu.GpuVerdict.Usable;
import org.enf.core.gpu.Refusal;
import org.enf.core.vector.Precision;

/** On what a model is computed, in single precision. */
public enum Device {
  /** The GPU if one can be used, or else the processor. */
  AUTO,
  /** The processor, by fused kernels. */
  CPU,
  /** A graphics processor by CUDA. */
  GPU;

  private static final String CHOOSE_CPU = "choose the device CPU";
  private static final String INSTEAD = "the processor computes";

  /**
   * An engine on a device.
   *
   * @param engine to be closed by its user
   * @param remark why it is not the device that was hoped for, if so
   */
  public record Opened(Engine engine, Optional<String> remark) {}

  /**
   * Opens an engine on this device.
   *
   * @param threads how many threads of the processor it may use, at least 1
   * @throws IllegalStateException if the device cannot be used; the message says why and what to do
   */
  public Opened open(int threads) {
    return open(
        threads, GpuPreflight.ofMachine(), device -> Nd4jEngine.onGpu(Precision.FLOAT, device));
  }

  /** The same with another preflight and other engines on GPUs, which are opened by number. */
  Opened open(int threads, GpuPreflight preflight, IntFunction<Engine> onGpu) {
    if (this == CPU) {
      return new Opened(processor(threads), Optional.empty());
    }
    GpuVerdict verdict = preflight.verdict();
    if (verdict instanceof Unusable unusable) {
      return without(unusable.refusal(), threads);
    }
    try {
      Engine engine = onGpu.apply(((Usable) verdict).gpu().index());
      return new Opened(engine, Optional.empty());
    } catch (IllegalStateException e) {
      return without(Refusal.atStart(e.getMessage()), threads);
    }
  }

  private Opened without(Refusal refusal, int threads) {
    if (this == GPU) {
      throw new IllegalStateException(refusal.sentence(CHOOSE_CPU));
    }
    return new Opened(processor(threads), Optional.of(refusal.remark(INSTEAD)));
  }

  private static Engine processor(int threads) {
    return Engines.open(Engines.AUTO, Precision.FLOAT, threads);
  }
}

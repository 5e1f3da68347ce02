package org.enf.core.engine;

import java.util.Optional;
import org.enf.core.egnn.Engine;
import org.enf.core.vector.Precision;

/** On what a model is computed, in single precision. */
public enum Device {
  /** The GPU if one can be used, or else the processor. */
  AUTO,
  /** The processor, by fused kernels. */
  CPU,
  /** A graphics processor by CUDA. */
  GPU;

  private static final String NO_GPU =
      "no GPU can be used: this release computes on the processor only";

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
    return switch (this) {
      case CPU -> new Opened(processor(threads), Optional.empty());
      case AUTO -> new Opened(processor(threads), Optional.of(NO_GPU));
      case GPU -> throw new IllegalStateException(NO_GPU + "; choose the device CPU");
    };
  }

  private static Engine processor(int threads) {
    return Engines.open(Engines.AUTO, Precision.FLOAT, threads);
  }
}

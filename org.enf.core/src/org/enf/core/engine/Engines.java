package org.enf.core.engine;

import java.util.List;
import org.enf.core.egnn.Engine;
import org.enf.core.egnn.cpu.CpuEngine;
import org.enf.core.egnn.nd4j.Nd4jEngine;
import org.enf.core.gpu.GpuVerdict;
import org.enf.core.gpu.GpuVerdict.Unusable;
import org.enf.core.gpu.GpuVerdict.Usable;
import org.enf.core.gpu.Refusal;
import org.enf.core.vector.Precision;

/** The engines of this release. */
public final class Engines {
  /** Takes the fastest engine that works here. */
  public static final String AUTO = "auto";

  private static final String CHOOSE_CPU = "choose the engine cpu";

  private Engines() {}

  /** The names that {@link #open} knows. */
  public static List<String> names() {
    return List.of(AUTO, CpuEngine.NAME, Nd4jEngine.NAME, Nd4jEngine.CUDA_NAME);
  }

  /**
   * Opens an engine; the caller closes it. {@link #AUTO} is the engine of fused kernels in single
   * precision and that of ND4J in double precision.
   *
   * @param threads how many threads an engine that can share its work uses, at least 1
   * @throws IllegalArgumentException if there is none of this name, or it does not have the
   *     precision; the message says what there is
   * @throws IllegalStateException if it does not run here; the message says why
   */
  public static Engine open(String name, Precision precision, int threads) {
    boolean single = precision == Precision.FLOAT;
    if (name.equals(CpuEngine.NAME) || name.equals(AUTO) && single) {
      if (!single) {
        throw new IllegalArgumentException(
            "the engine cpu computes in float; for double choose the engine nd4j");
      }
      return new CpuEngine(threads);
    }
    if (name.equals(Nd4jEngine.NAME) || name.equals(AUTO)) {
      return new Nd4jEngine(precision);
    }
    if (name.equals(Nd4jEngine.CUDA_NAME)) {
      return onGpu(precision, GpuPreflight.ofMachine());
    }
    throw new IllegalArgumentException(
        "there is no engine '" + name + "'; choose one of " + String.join(", ", names()));
  }

  private static Engine onGpu(Precision precision, GpuPreflight preflight) {
    GpuVerdict verdict = preflight.verdict();
    if (verdict instanceof Unusable unusable) {
      throw new IllegalStateException(unusable.refusal().sentence(CHOOSE_CPU));
    }
    try {
      return Nd4jEngine.onGpu(precision, ((Usable) verdict).gpu().index());
    } catch (IllegalStateException e) {
      throw new IllegalStateException(Refusal.atStart(e.getMessage()).sentence(CHOOSE_CPU), e);
    }
  }
}

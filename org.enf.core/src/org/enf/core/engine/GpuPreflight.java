package org.enf.core.engine;

import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.enf.core.egnn.nd4j.Nd4jEngine;
import org.enf.core.gpu.CudaVersion;
import org.enf.core.gpu.GpuProbe;
import org.enf.core.gpu.GpuRequirements;
import org.enf.core.gpu.GpuStatus;
import org.enf.core.gpu.GpuVerdict;
import org.enf.core.gpu.GpuVerdict.Usable;
import org.enf.core.gpu.KernelTargets;
import org.enf.core.gpu.Obstacle;
import org.enf.core.gpu.Refusal;

/**
 * Whether the engine {@code nd4j-cuda} can run here, found out before any of its libraries is
 * loaded.
 */
public final class GpuPreflight {
  /** The feature that has the engine's libraries, as users find it at the update site. */
  public static final String FEATURE = "E-NF GPU support (CUDA)";

  /** What the machine code in ND4J's library for Linux is made for. */
  private static final String LINUX = "3.7 5.0 5.2 6.0 6.1 7.0 7.5 8.0 8.6";

  /** The same for Windows. */
  private static final String WINDOWS = "5.0 5.2 6.1 7.5 8.6";

  /** All of CUDA 11 runs what is compiled for one of its releases. */
  private static final CudaVersion DRIVER = new CudaVersion(11, 0);

  private static final long MEMORY = 1L << 30;

  private final Supplier<GpuStatus> probe;
  private final BooleanSupplier installed;
  private final GpuRequirements requirements;

  /**
   * A preflight.
   *
   * @param system the name of the operating system
   * @param probe tells what GPUs there are
   * @param installed tells whether the libraries are
   */
  GpuPreflight(String system, Supplier<GpuStatus> probe, BooleanSupplier installed) {
    this.probe = probe;
    this.installed = installed;
    requirements = requirements(system);
  }

  /** The preflight of this machine. */
  public static GpuPreflight ofMachine() {
    return new GpuPreflight(
        System.getProperty("os.name"), GpuProbe::ofMachine, Nd4jEngine::hasGpuLibraries);
  }

  private static GpuRequirements requirements(String system) {
    boolean windows = system.toLowerCase(Locale.ROOT).startsWith("windows");
    return new GpuRequirements(DRIVER, KernelTargets.compiled(windows ? WINDOWS : LINUX), MEMORY);
  }

  /** What the driver tells. */
  public GpuStatus status() {
    return probe.get();
  }

  /** What the engine needs. */
  public GpuRequirements requirements() {
    return requirements;
  }

  /** Whether the engine can run, as far as that can be known before it starts. */
  public GpuVerdict verdict() {
    return verdict(status());
  }

  /** The same for what the driver told before. Only a fit GPU is worth the libraries. */
  public GpuVerdict verdict(GpuStatus status) {
    GpuVerdict verdict = requirements.judge(status);
    return verdict instanceof Usable usable && !installed.getAsBoolean()
        ? new GpuVerdict.Unusable(
            new Refusal(
                Obstacle.NOT_INSTALLED,
                FEATURE + " is not installed, which the " + usable.gpu().name() + " could use",
                "install that feature"))
        : verdict;
  }
}

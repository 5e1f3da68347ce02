package org.enf.core.cli;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Supplier;
import javax.management.JMException;
import javax.management.ObjectName;
import org.enf.core.bench.Machine;
import org.enf.core.egnn.Engine;
import org.enf.core.egnn.cpu.CpuEngine;
import org.enf.core.egnn.nd4j.Nd4jEngine;
import org.enf.core.engine.Engines;
import org.enf.core.engine.GpuPreflight;
import org.enf.core.file.CacheFolder;
import org.enf.core.gpu.Gpu;
import org.enf.core.gpu.GpuStatus;
import org.enf.core.gpu.GpuVerdict;
import org.enf.core.gpu.GpuVerdict.Unusable;
import org.enf.core.gpu.GpuVerdict.Usable;
import org.enf.core.gpu.Refusal;
import org.enf.core.model.LibraryVersion;
import org.enf.core.vector.Precision;

/**
 * What of this library works on a machine.
 *
 * @param version of the library
 * @param machine processor, system, Java
 * @param vectorBits the width of the vectors that the kernels use; nothing without the Vector API
 * @param memory of the machine in bytes, if it tells
 * @param javaHome where Java is
 * @param cache the folder for what can be made again
 * @param engines all of them
 * @param gpus what the driver of GPUs tells
 * @param judgements why each of the GPUs cannot be used, if so; in their order
 */
record Diagnosis(
    String version,
    Machine machine,
    OptionalInt vectorBits,
    OptionalLong memory,
    String javaHome,
    CacheFolder.State cache,
    List<EngineState> engines,
    GpuStatus gpus,
    List<Optional<Refusal>> judgements) {
  /**
   * An engine.
   *
   * @param name by which users choose it
   * @param runs whether it does here
   * @param words what it is, or why it does not run
   */
  record EngineState(String name, boolean runs, String words) {}

  /** Looks at this machine. Starts the engines of the processor, and of GPUs the driver alone. */
  static Diagnosis of(CacheFolder cache, GpuPreflight preflight) {
    GpuStatus gpus = preflight.status();
    List<EngineState> engines = new ArrayList<>();
    for (String name : Engines.names()) {
      if (name.equals(Nd4jEngine.CUDA_NAME)) {
        engines.add(gpuEngine(preflight.verdict(gpus)));
      } else if (!name.equals(Engines.AUTO)) {
        engines.add(engine(name, () -> Engines.open(name, Precision.FLOAT, threads())));
      }
    }
    List<Gpu> found = gpus instanceof GpuStatus.Present present ? present.gpus() : List.of();
    return new Diagnosis(
        LibraryVersion.CURRENT,
        Machine.here(),
        CpuEngine.vectorBits(),
        memoryHere(),
        System.getProperty("java.home"),
        cache.state(),
        List.copyOf(engines),
        gpus,
        found.stream().map(preflight.requirements()::refusal).toList());
  }

  private static int threads() {
    return Runtime.getRuntime().availableProcessors();
  }

  /** The state of an engine that this opens and closes. */
  static EngineState engine(String name, Supplier<Engine> engines) {
    try (Engine engine = engines.get()) {
      return new EngineState(name, true, engine.description());
    } catch (IllegalStateException | LinkageError e) {
      return new EngineState(name, false, ErrorSentence.of(e));
    }
  }

  private static EngineState gpuEngine(GpuVerdict verdict) {
    if (verdict instanceof Unusable unusable) {
      Refusal refusal = unusable.refusal();
      return new EngineState(
          Nd4jEngine.CUDA_NAME,
          false,
          refusal.reason() + refusal.remedy().map(text -> "; " + text).orElse(""));
    }
    return new EngineState(
        Nd4jEngine.CUDA_NAME,
        true,
        "as far as the driver can tell, on the " + ((Usable) verdict).gpu().name());
  }

  private static OptionalLong memoryHere() {
    try {
      Object bytes =
          ManagementFactory.getPlatformMBeanServer()
              .getAttribute(
                  new ObjectName("java.lang:type=OperatingSystem"), "TotalPhysicalMemorySize");
      return OptionalLong.of((Long) bytes);
    } catch (JMException e) {
      return OptionalLong.empty();
    }
  }

  /** Whether the engine runs that everything needs at least. */
  boolean isWell() {
    return engines.stream()
        .anyMatch(engine -> engine.name().equals(CpuEngine.NAME) && engine.runs());
  }
}

package org.enf.core.gpu;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.enf.core.gpu.GpuStatus.Absent;
import org.enf.core.gpu.GpuStatus.Present;

/**
 * What an engine needs of a GPU and its driver.
 *
 * @param driver the oldest CUDA that the driver has to know
 * @param kernels for which GPUs there are any
 * @param memory the least bytes that have to be free
 */
public record GpuRequirements(CudaVersion driver, KernelTargets kernels, long memory) {
  private static final double GIBI = 1L << 30;

  /** Which GPU the engine can use: of several the one with the most free memory. */
  public GpuVerdict judge(GpuStatus status) {
    if (status instanceof Absent absent) {
      return new GpuVerdict.Unusable(absent.refusal());
    }
    Present present = (Present) status;
    if (present.driver().compareTo(driver) < 0) {
      return new GpuVerdict.Unusable(
          new Refusal(
              Obstacle.DRIVER_TOO_OLD,
              "the NVIDIA driver is made for CUDA "
                  + present.driver()
                  + " and this release needs one for CUDA "
                  + driver
                  + " or newer",
              "install a newer driver"));
    }
    List<Refusal> refusals = new ArrayList<>();
    List<Gpu> usable = new ArrayList<>();
    for (Gpu gpu : present.gpus()) {
      refusal(gpu).ifPresentOrElse(refusals::add, () -> usable.add(gpu));
    }
    return usable.stream()
        .max(Comparator.comparingLong(GpuRequirements::free).thenComparing(gpu -> -gpu.index()))
        .<GpuVerdict>map(GpuVerdict.Usable::new)
        .orElseGet(() -> new GpuVerdict.Unusable(together(refusals)));
  }

  private static long free(Gpu gpu) {
    return gpu.memory() instanceof Gpu.Free free ? free.bytes() : 0;
  }

  /** Why a GPU cannot be used, or nothing if it can. */
  public Optional<Refusal> refusal(Gpu gpu) {
    if (!kernels.cover(gpu.capability())) {
      return Optional.of(
          new Refusal(
              kernels.areAllNewerThan(gpu.capability())
                  ? Obstacle.GPU_TOO_OLD
                  : Obstacle.NO_KERNELS,
              "the "
                  + gpu.name()
                  + " has compute capability "
                  + gpu.capability()
                  + ", and the kernels of this release are built for "
                  + kernels.words()));
    }
    if (gpu.memory() instanceof Gpu.Closed closed) {
      return Optional.of(
          new Refusal(
              Obstacle.BUSY,
              "the "
                  + gpu.name()
                  + " cannot be opened ("
                  + closed.error()
                  + "), as if another program had it for itself or had filled its memory",
              "end that program"));
    }
    if (free(gpu) < memory) {
      return Optional.of(
          new Refusal(
              Obstacle.LITTLE_MEMORY,
              String.format(
                  Locale.ROOT,
                  "the %s has %.1f GiB of free memory, and %.1f GiB are needed",
                  gpu.name(),
                  free(gpu) / GIBI,
                  memory / GIBI),
              "end other programs that use it"));
    }
    return Optional.empty();
  }

  private static Refusal together(List<Refusal> refusals) {
    if (refusals.size() == 1) {
      return refusals.get(0);
    }
    return new Refusal(
        refusals.get(0).obstacle(),
        "none of the "
            + refusals.size()
            + " GPUs is fit: "
            + String.join("; ", refusals.stream().map(Refusal::reason).toList()),
        refusals.stream().map(Refusal::remedy).flatMap(Optional::stream).findFirst());
  }
}

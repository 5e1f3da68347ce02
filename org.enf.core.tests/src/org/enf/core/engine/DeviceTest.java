package org.enf.core.engine;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;

import java.util.Optional;
import java.util.function.IntFunction;
import org.enf.core.egnn.Engine;
import org.enf.core.egnn.cpu.CpuEngine;
import org.enf.core.gpu.GpuStatus;
import org.enf.core.testing.PlainEngine;
import org.junit.Test;

/** Devices with and without a GPU; which GPUs there are is played. */
public class DeviceTest {
  private static final GpuStatus FIT = Status.oneCard("NVIDIA RTX A4000", "8.6");
  private static final GpuStatus TOO_NEW = Status.oneCard("NVIDIA H100", "9.0");

  private final Engine onGpu = new PlainEngine();

  private static GpuPreflight preflight(GpuStatus status, boolean installed) {
    return new GpuPreflight("Linux", () -> status, () -> installed);
  }

  private IntFunction<Engine> engines() {
    return device -> {
      assertEquals("the number of the card", 3, device);
      return onGpu;
    };
  }

  private static IntFunction<Engine> broken() {
    return device -> {
      throw new IllegalStateException("ND4J computes on the processor already");
    };
  }

  private String failure(GpuPreflight preflight, IntFunction<Engine> engines) {
    return assertThrows(IllegalStateException.class, () -> Device.GPU.open(1, preflight, engines))
        .getMessage();
  }

  private String fallBack(GpuPreflight preflight, IntFunction<Engine> engines) {
    Device.Opened opened = Device.AUTO.open(1, preflight, engines);
    try (Engine engine = opened.engine()) {
      assertEquals(CpuEngine.NAME, engine.name());
    }
    return opened.remark().orElseThrow();
  }

  @Test
  public void fitGpuIsTakenWithoutRemark() {
    for (Device device : new Device[] {Device.GPU, Device.AUTO}) {
      Device.Opened opened = device.open(1, preflight(FIT, true), engines());
      assertSame(onGpu, opened.engine());
      assertEquals(Optional.empty(), opened.remark());
    }
  }

  @Test
  public void processorAsksForNoGpu() {
    GpuPreflight never =
        new GpuPreflight(
            "Linux",
            () -> {
              throw new AssertionError("nobody wants a GPU");
            },
            () -> true);
    try (Engine engine = Device.CPU.open(1, never, engines()).engine()) {
      assertEquals(CpuEngine.NAME, engine.name());
    }
  }

  @Test
  public void unfitGpuIsAReason() {
    assertEquals(
        "no GPU can be used: the NVIDIA H100 has compute capability 9.0, and the kernels of this"
            + " release are built for 3.7 to 8.9; choose the device CPU",
        failure(preflight(TOO_NEW, true), engines()));
    assertEquals(
        "no GPU can be used: the NVIDIA H100 has compute capability 9.0, and the kernels of this"
            + " release are built for 3.7 to 8.9, so the processor computes",
        fallBack(preflight(TOO_NEW, true), engines()));
  }

  @Test
  public void missingLibrariesAreAReasonOfTheirOwn() {
    assertEquals(
        "no GPU can be used: E-NF GPU support (CUDA) is not installed, which the NVIDIA RTX A4000"
            + " could use; install that feature, or choose the device CPU",
        failure(preflight(FIT, false), engines()));
    assertEquals(
        "no GPU can be used: E-NF GPU support (CUDA) is not installed, which the NVIDIA RTX A4000"
            + " could use, so the processor computes; install that feature",
        fallBack(preflight(FIT, false), engines()));
  }

  @Test
  public void unfitGpuNeedsNoLibraries() {
    assertEquals(
        failure(preflight(TOO_NEW, true), engines()),
        failure(preflight(TOO_NEW, false), engines()));
  }

  @Test
  public void engineThatDoesNotStartIsAReason() {
    assertEquals(
        "no GPU can be used: ND4J computes on the processor already; choose the device CPU",
        failure(preflight(FIT, true), broken()));
    assertEquals(
        "no GPU can be used: ND4J computes on the processor already, so the processor computes",
        fallBack(preflight(FIT, true), broken()));
  }

  @Test
  public void kernelsForWindowsAreFewer() {
    GpuStatus a100 = Status.oneCard("NVIDIA A100", "8.0");
    GpuPreflight windows = new GpuPreflight("Windows 11", () -> a100, () -> true);
    assertEquals(
        "no GPU can be used: the NVIDIA A100 has compute capability 8.0, and the kernels of this"
            + " release are built for 5.0 to 5.3, 6.1 to 6.2, 7.5, 8.6 to 8.9; choose the device"
            + " CPU",
        failure(windows, engines()));
    assertSame(
        onGpu,
        Device.GPU.open(1, new GpuPreflight("Linux", () -> a100, () -> true), engines()).engine());
  }
}

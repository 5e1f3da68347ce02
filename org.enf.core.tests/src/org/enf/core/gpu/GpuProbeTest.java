package org.enf.core.gpu;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.enf.core.gpu.GpuStatus.Absent;
import org.enf.core.gpu.GpuStatus.Present;
import org.junit.Test;

/** What is learnt from drivers that work and from those that do not. */
public class GpuProbeTest {
  private static Refusal refusal(GpuStatus status) {
    return ((Absent) status).refusal();
  }

  @Test
  public void cardsAreDescribedAsTheDriverDoes() {
    GpuStatus status =
        new FakeDriver(12040)
            .card("NVIDIA A100", "8.0", 39.5)
            .card("Tesla K80", "3.7", 11)
            .status();
    Present present = (Present) status;
    assertEquals("12.4", present.driver().toString());
    assertEquals(
        List.of(
            new Gpu(
                0,
                "NVIDIA A100",
                new ComputeCapability(8, 0),
                24 * FakeDriver.GIBI,
                new Gpu.Free(39 * FakeDriver.GIBI + FakeDriver.GIBI / 2)),
            new Gpu(
                1,
                "Tesla K80",
                new ComputeCapability(3, 7),
                24 * FakeDriver.GIBI,
                new Gpu.Free(11 * FakeDriver.GIBI))),
        present.gpus());
  }

  @Test
  public void contextsAreGivenBack() {
    FakeDriver driver = new FakeDriver(11060).card("A", "8.6", 8).card("B", "8.6", 4);
    driver.status();
    assertEquals(2, driver.opened());
    assertEquals(0, driver.held());
  }

  @Test
  public void contextIsGivenBackIfItsMemoryIsUnknown() {
    FakeDriver driver = new FakeDriver(11060).card("A", "8.6", 8).memoryFails(999);
    Present present = (Present) driver.status();
    assertEquals(new Gpu.Closed(new CudaError(999)), present.gpus().get(0).memory());
    assertEquals(1, driver.opened());
    assertEquals(0, driver.held());
  }

  @Test
  public void cardThatCannotBeOpenedIsStillThere() {
    Present present = (Present) new FakeDriver(11060).closedCard("A", "8.6", 46).status();
    assertEquals(new Gpu.Closed(new CudaError(46)), present.gpus().get(0).memory());
  }

  @Test
  public void oldDriverIsNotAskedWhatItDoesNotKnow() {
    FakeDriver driver = new FakeDriver(10020).card("A", "6.1", 8);
    Present present = (Present) driver.status();
    assertEquals(new Gpu.NotAsked(), present.gpus().get(0).memory());
    assertEquals(0, driver.opened());
  }

  @Test
  public void withoutDriverItsLibraryIsNamed() {
    GpuProbe probe =
        new GpuProbe(
            "libcuda.so.1",
            () -> {
              throw new UnsatisfiedLinkError("libcuda.so.1: cannot open shared object file");
            });
    Refusal refusal = refusal(probe.look());
    assertEquals(Obstacle.NO_DRIVER, refusal.obstacle());
    assertEquals(
        "no GPU can be used: no NVIDIA driver was found (no libcuda.so.1 can be loaded); install NVIDIA's"
            + " driver if there is an NVIDIA card, or choose the device CPU",
        refusal.sentence("choose the device CPU"));
  }

  @Test
  public void missingBridgeIsNoMissingDriver() {
    GpuProbe probe =
        new GpuProbe(
            "libcuda.so.1",
            () -> {
              throw new BridgeError(new Error("another version"));
            });
    Refusal refusal = refusal(probe.look());
    assertEquals(Obstacle.DRIVER_FAILS, refusal.obstacle());
    assertEquals(
        "the NVIDIA driver cannot be asked, as JNA does not start (another version)",
        refusal.reason());
  }

  @Test
  public void driverWithoutCardsSaysSo() {
    for (GpuStatus status :
        List.of(new FakeDriver(12040).status(), new FakeDriver(12040).initFails(100).status())) {
      assertEquals(Obstacle.NO_GPU, refusal(status).obstacle());
      assertEquals(
          "no GPU can be used: the NVIDIA driver finds no GPU, so the processor computes; make sure"
              + " that CUDA_VISIBLE_DEVICES does not hide it",
          refusal(status).remark("the processor computes"));
    }
  }

  @Test
  public void driverThatFailsIsNamedWithItsError() {
    Refusal mismatch = refusal(new FakeDriver(12040).initFails(803).status());
    assertEquals(Obstacle.DRIVER_FAILS, mismatch.obstacle());
    assertTrue(
        mismatch.reason(), mismatch.reason().contains("CUDA_ERROR_SYSTEM_DRIVER_MISMATCH, 803"));
    assertTrue(mismatch.remedy().orElseThrow().contains("restart the computer"));
    Refusal later = refusal(new FakeDriver(12040).card("A", "8.6", 8).namesFail(5555).status());
    assertTrue(later.reason(), later.reason().contains("CUDA error 5555"));
  }

  @Test
  public void libraryOfTheToolkitIsNoDriver() {
    Refusal refusal = refusal(new FakeDriver(12040).initFails(34).status());
    assertEquals(Obstacle.NO_DRIVER, refusal.obstacle());
    assertTrue(refusal.reason(), refusal.reason().contains("stand-in"));
  }

  @Test
  public void driverWithoutAFunctionIsTooOld() {
    GpuStatus status =
        new GpuProbe(
                "libcuda.so.1",
                () ->
                    (CudaDriver)
                        java.lang.reflect.Proxy.newProxyInstance(
                            CudaDriver.class.getClassLoader(),
                            new Class<?>[] {CudaDriver.class},
                            (proxy, method, args) -> {
                              throw new UnsatisfiedLinkError(method.getName());
                            }))
            .look();
    assertEquals(Obstacle.DRIVER_TOO_OLD, refusal(status).obstacle());
    assertTrue(refusal(status).reason().contains("cuInit"));
  }

  @Test
  public void thisMachineGivesAnAnswer() {
    assertNotNull(GpuProbe.ofMachine());
  }
}

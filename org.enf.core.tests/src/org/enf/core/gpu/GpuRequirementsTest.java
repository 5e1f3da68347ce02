package org.enf.core.gpu;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import org.enf.core.gpu.GpuVerdict.Unusable;
import org.enf.core.gpu.GpuVerdict.Usable;
import org.junit.Test;

/** Which cards are fit, and what is said of the others. */
public class GpuRequirementsTest {
  private static final KernelTargets KERNELS =
      KernelTargets.compiled("3.7 5.0 5.2 6.0 6.1 7.0 7.5 8.0 8.6");
  private static final GpuRequirements NEEDED =
      new GpuRequirements(new CudaVersion(11, 0), KERNELS, FakeDriver.GIBI);

  private static Gpu chosen(FakeDriver driver) {
    return ((Usable) NEEDED.judge(driver.status())).gpu();
  }

  private static Refusal refused(FakeDriver driver) {
    return ((Unusable) NEEDED.judge(driver.status())).refusal();
  }

  private static FakeDriver driver() {
    return new FakeDriver(12040);
  }

  @Test
  public void cardWithKernelsIsTaken() {
    for (String capability : new String[] {"3.7", "5.3", "6.2", "7.0", "7.5", "8.6", "8.9"}) {
      assertEquals("X", chosen(driver().card("X", capability, 8)).name());
    }
  }

  @Test
  public void newCardIsRefusedInPlainWords() {
    Refusal refusal = refused(driver().card("NVIDIA H100", "9.0", 79));
    assertEquals(Obstacle.NO_KERNELS, refusal.obstacle());
    assertEquals(
        "no GPU can be used: the NVIDIA H100 has compute capability 9.0, and the kernels of this"
            + " release are built for 3.7 to 8.9; choose the device CPU",
        refusal.sentence("choose the device CPU"));
    assertEquals(
        Obstacle.NO_KERNELS, refused(driver().card("NVIDIA RTX 5090", "12.0", 31)).obstacle());
  }

  @Test
  public void oldCardIsRefusedAsOld() {
    Refusal refusal = refused(driver().card("Tesla K40", "3.5", 11));
    assertEquals(Obstacle.GPU_TOO_OLD, refusal.obstacle());
    assertTrue(refusal.reason(), refusal.reason().contains("capability 3.5"));
  }

  @Test
  public void machineCodeRunsOnLaterCardsOfItsMajorVersionOnly() {
    KernelTargets windows = KernelTargets.compiled("5.0 5.2 6.1 7.5 8.6");
    assertEquals("5.0 to 5.3, 6.1 to 6.2, 7.5, 8.6 to 8.9", windows.words());
    assertFalse("an A100", windows.cover(ComputeCapability.parse("8.0")));
    assertTrue("an RTX 40", windows.cover(ComputeCapability.parse("8.9")));
  }

  @Test
  public void portableKernelsRunOnAllNewerCards() {
    KernelTargets portable = KernelTargets.portableFrom(ComputeCapability.parse("7.5"));
    assertEquals("7.5 and newer", portable.words());
    assertFalse(portable.cover(ComputeCapability.parse("7.0")));
    assertTrue(portable.cover(ComputeCapability.parse("12.0")));
    assertTrue("nobody knows it yet", portable.cover(ComputeCapability.parse("99.0")));
  }

  @Test
  public void oldDriverIsNamedWithWhatIsNeeded() {
    Refusal refusal = refused(new FakeDriver(10020).card("X", "7.5", 8));
    assertEquals(Obstacle.DRIVER_TOO_OLD, refusal.obstacle());
    assertEquals(
        "no GPU can be used: the NVIDIA driver is made for CUDA 10.2 and this release needs one for"
            + " CUDA 11.0 or newer; install a newer driver, or choose the device CPU",
        refusal.sentence("choose the device CPU"));
  }

  @Test
  public void littleFreeMemoryIsCounted() {
    Refusal refusal = refused(driver().card("X", "8.6", 0.25));
    assertEquals(Obstacle.LITTLE_MEMORY, refusal.obstacle());
    assertEquals("the X has 0.3 GiB of free memory, and 1.0 GiB are needed", refusal.reason());
  }

  @Test
  public void cardOfAnotherProgramIsBusy() {
    Refusal refusal = refused(driver().closedCard("X", "8.6", 46));
    assertEquals(Obstacle.BUSY, refusal.obstacle());
    assertTrue(refusal.reason(), refusal.reason().contains("CUDA_ERROR_DEVICE_UNAVAILABLE, 46"));
  }

  @Test
  public void ofSeveralTheFitOneWithTheMostFreeMemoryIsTaken() {
    FakeDriver driver =
        driver()
            .card("H100", "9.0", 79)
            .card("A", "8.6", 4)
            .card("B", "8.6", 8)
            .card("C", "8.6", 8);
    assertEquals("B", chosen(driver).name());
    assertEquals(2, chosen(driver).index());
  }

  @Test
  public void ifNoneIsFitAllAreNamed() {
    Refusal refusal = refused(driver().card("H100", "9.0", 79).card("A", "8.6", 0.5));
    assertTrue(
        refusal.reason(), refusal.reason().startsWith("none of the 2 GPUs is fit: the H100"));
    assertTrue(refusal.reason(), refusal.reason().contains("the A has 0.5 GiB"));
    assertEquals("end other programs that use it", refusal.remedy().orElseThrow());
  }
}

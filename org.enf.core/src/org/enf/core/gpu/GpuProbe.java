package org.enf.core.gpu;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Asks the driver what GPUs there are. It takes a fraction of a second, opens each GPU for a moment
 * to learn how much memory is free, and leaves nothing behind.
 */
public final class GpuProbe {
  private static final int LONGEST_NAME = 256;

  /** The release of the functions that open a GPU. */
  private static final CudaVersion LEAST_TO_OPEN = new CudaVersion(11, 0);

  private final Supplier<CudaDriver> drivers;
  private final String library;

  /**
   * A probe.
   *
   * @param library the name of the driver's library, for messages
   * @param drivers gives the driver, or throws a {@link LinkageError} where there is none
   */
  public GpuProbe(String library, Supplier<CudaDriver> drivers) {
    this.library = library;
    this.drivers = drivers;
  }

  /** What there is on this machine. Never throws because something is missing. */
  public static GpuStatus ofMachine() {
    String system = System.getProperty("os.name");
    return DriverLibrary.name(system)
        .map(name -> new GpuProbe(name, () -> DriverLibrary.load(name)).look())
        .orElseGet(
            () ->
                absent(
                    new Refusal(Obstacle.SYSTEM, "NVIDIA has no driver with CUDA for " + system)));
  }

  /** Asks. */
  public GpuStatus look() {
    CudaDriver driver;
    try {
      driver = drivers.get();
    } catch (BridgeError e) {
      return absent(
          new Refusal(
              Obstacle.DRIVER_FAILS,
              "the NVIDIA driver cannot be asked, as JNA does not start (" + e.getMessage() + ")"));
    } catch (LinkageError e) {
      return noDriver("no NVIDIA driver was found (no " + library + " can be loaded)");
    }
    try {
      return look(driver);
    } catch (LinkageError e) {
      return absent(
          new Refusal(
              Obstacle.DRIVER_TOO_OLD,
              "the NVIDIA driver lacks a function (" + e.getMessage() + ")",
              "install a newer driver"));
    } catch (DriverException e) {
      return failed(e.error());
    }
  }

  private static GpuStatus look(CudaDriver driver) throws DriverException {
    DriverException.check(driver.cuInit(0));
    int[] number = new int[1];
    DriverException.check(driver.cuDriverGetVersion(number));
    CudaVersion version = CudaVersion.ofNumber(number[0]);
    DriverException.check(driver.cuDeviceGetCount(number));
    int count = number[0];
    if (count == 0) {
      return noGpu();
    }
    List<Gpu> gpus = new ArrayList<>();
    for (int index = 0; index < count; index++) {
      gpus.add(gpu(driver, version, index));
    }
    return new GpuStatus.Present(version, gpus);
  }

  private static Gpu gpu(CudaDriver driver, CudaVersion version, int index) throws DriverException {
    int[] number = new int[1];
    DriverException.check(driver.cuDeviceGet(number, index));
    int device = number[0];
    byte[] name = new byte[LONGEST_NAME];
    DriverException.check(driver.cuDeviceGetName(name, name.length, device));
    long[] bytes = new long[1];
    DriverException.check(driver.cuDeviceTotalMem_v2(bytes, device));
    return new Gpu(
        index,
        text(name),
        new ComputeCapability(
            attribute(driver, CudaDriver.CAPABILITY_MAJOR, device),
            attribute(driver, CudaDriver.CAPABILITY_MINOR, device)),
        bytes[0],
        version.compareTo(LEAST_TO_OPEN) < 0 ? new Gpu.NotAsked() : memory(driver, device));
  }

  private static int attribute(CudaDriver driver, int which, int device) throws DriverException {
    int[] value = new int[1];
    DriverException.check(driver.cuDeviceGetAttribute(value, which, device));
    return value[0];
  }

  private static Gpu.FreeMemory memory(CudaDriver driver, int device) {
    long[] context = new long[1];
    int opened = driver.cuDevicePrimaryCtxRetain(context, device);
    if (opened != 0) {
      return new Gpu.Closed(new CudaError(opened));
    }
    try {
      return memoryOfContext(driver, context[0]);
    } finally {
      driver.cuDevicePrimaryCtxRelease_v2(device);
    }
  }

  private static Gpu.FreeMemory memoryOfContext(CudaDriver driver, long context) {
    int pushed = driver.cuCtxPushCurrent_v2(context);
    if (pushed != 0) {
      return new Gpu.Closed(new CudaError(pushed));
    }
    try {
      long[] free = new long[1];
      int told = driver.cuMemGetInfo_v2(free, new long[1]);
      return told == 0 ? new Gpu.Free(free[0]) : new Gpu.Closed(new CudaError(told));
    } finally {
      driver.cuCtxPopCurrent_v2(new long[1]);
    }
  }

  private static String text(byte[] name) {
    int length = 0;
    while (length < name.length && name[length] != 0) {
      length++;
    }
    return new String(name, 0, length, StandardCharsets.UTF_8).strip();
  }

  private GpuStatus failed(CudaError error) {
    return switch (error.code()) {
      case CudaError.NO_DEVICE -> noGpu();
      case CudaError.STUB_LIBRARY ->
          noDriver(
              "no NVIDIA driver was found (" + library + " is a stand-in of the CUDA toolkit)");
      default ->
          absent(
              new Refusal(
                  Obstacle.DRIVER_FAILS,
                  "the NVIDIA driver does not work (" + error + ")",
                  "restart the computer and, if that does not help, install the driver again"));
    };
  }

  private static GpuStatus noDriver(String reason) {
    return absent(
        new Refusal(
            Obstacle.NO_DRIVER, reason, "install NVIDIA's driver if there is an NVIDIA card"));
  }

  private static GpuStatus noGpu() {
    return absent(
        new Refusal(
            Obstacle.NO_GPU,
            "the NVIDIA driver finds no GPU",
            "make sure that CUDA_VISIBLE_DEVICES does not hide it"));
  }

  private static GpuStatus absent(Refusal refusal) {
    return new GpuStatus.Absent(refusal);
  }
}

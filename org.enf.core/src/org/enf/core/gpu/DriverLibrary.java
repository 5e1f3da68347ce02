package org.enf.core.gpu;

import com.sun.jna.Native;
import java.util.Locale;
import java.util.Optional;

/** Where the driver is: the library that comes with it has a fixed name on each system. */
final class DriverLibrary {
  private DriverLibrary() {}

  /**
   * What NVIDIA calls the driver's library on a system; nothing where there is no driver at all.
   */
  static Optional<String> name(String system) {
    String lower = system.toLowerCase(Locale.ROOT);
    if (lower.startsWith("windows")) {
      return Optional.of("nvcuda.dll");
    }
    return lower.startsWith("linux") ? Optional.of("libcuda.so.1") : Optional.empty();
  }

  /**
   * Loads the driver.
   *
   * @param library a name as above, or a path
   * @throws LinkageError if there is none, or, as a {@link BridgeError}, JNA does not start
   */
  static CudaDriver load(String library) {
    startJna();
    return Native.load(library, CudaDriver.class);
  }

  private static void startJna() {
    try {
      Native.getNativeSize(int.class);
    } catch (Error e) {
      // also a bare one, if the host has made JNA take a native part of another version
      if (e instanceof VirtualMachineError) {
        throw e;
      }
      throw new BridgeError(e);
    }
  }
}

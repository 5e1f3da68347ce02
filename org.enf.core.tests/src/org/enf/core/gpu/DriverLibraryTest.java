package org.enf.core.gpu;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assume.assumeNoException;
import static org.junit.Assume.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.enf.core.gpu.GpuStatus.Present;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The way to the native library, with one made by the compiler of this machine. */
public class DriverLibraryTest {
  /** A driver with one card that counts its contexts: releasing more than were taken fails. */
  private static final List<String> SOURCE =
      List.of(
          "#include <string.h>",
          "static int held, current;",
          "int cuInit(unsigned f) { return f; }",
          "int cuDriverGetVersion(int *v) { *v = 12020; return 0; }",
          "int cuDeviceGetCount(int *n) { *n = 1; return 0; }",
          "int cuDeviceGet(int *d, int i) { *d = 40 + i; return 0; }",
          "int cuDeviceGetName(char *s, int n, int d) { strncpy(s, \"Card \\xc3\\xbc\", n);"
              + " return d - 40; }",
          "int cuDeviceGetAttribute(int *v, int a, int d) { *v = a == 75 ? 8 : 6; return d - 40; }",
          "int cuDeviceTotalMem_v2(size_t *b, int d) { *b = 5000000000u; return d - 40; }",
          "int cuDevicePrimaryCtxRetain(void **c, int d) { *c = &held; held++; return d - 40; }",
          "int cuDevicePrimaryCtxRelease_v2(int d) { return held-- > 0 ? 0 : 1; }",
          "int cuCtxPushCurrent_v2(void *c) { current = c == &held; return !current; }",
          "int cuCtxPopCurrent_v2(void **c) { *c = &held; current = 0; return 0; }",
          "int cuMemGetInfo_v2(size_t *f, size_t *t) { *f = 4500000000u - held; *t = 5000000000u;"
              + " return !current; }");

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void eachSystemHasItsName() {
    assertEquals(Optional.of("libcuda.so.1"), DriverLibrary.name("Linux"));
    assertEquals(Optional.of("nvcuda.dll"), DriverLibrary.name("Windows 11"));
    assertEquals(Optional.empty(), DriverLibrary.name("Mac OS X"));
  }

  @Test
  public void missingLibraryIsALinkError() {
    assertThrows(LinkageError.class, () -> DriverLibrary.load("libno-such-driver.so.1"));
  }

  @Test
  public void functionsOfARealLibraryAreCalledAsTheyAreMeant() throws IOException {
    Path library = compile();
    for (int time = 0; time < 2; time++) {
      GpuStatus status = new GpuProbe("fake", () -> DriverLibrary.load(library.toString())).look();
      Present present = (Present) status;
      assertEquals("12.2", present.driver().toString());
      assertEquals(
          "the memory is read while one context is held, every time",
          List.of(
              new Gpu(
                  0,
                  "Card ü",
                  new ComputeCapability(8, 6),
                  5_000_000_000L,
                  new Gpu.Free(4_499_999_999L))),
          present.gpus());
    }
  }

  private Path compile() throws IOException {
    Path source = folder.getRoot().toPath().resolve("driver.c");
    Files.write(source, SOURCE);
    Path library = source.resolveSibling(System.mapLibraryName("fakecuda"));
    Process compiler;
    try {
      compiler =
          new ProcessBuilder("cc", "-shared", "-fPIC", "-o", library.toString(), source.toString())
              .inheritIO()
              .start();
    } catch (IOException e) {
      assumeNoException("there is no C compiler", e);
      throw e;
    }
    try {
      assumeTrue("the C compiler takes too long", compiler.waitFor(1, TimeUnit.MINUTES));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    assertEquals("the library compiles", 0, compiler.exitValue());
    return library;
  }
}

package org.enf.core.egnn.nd4j;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.enf.core.egnn.EgnnSettings;
import org.enf.core.egnn.Network;
import org.enf.core.vector.Precision;
import org.enf.core.vector.Vector;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.nd4j.linalg.api.ndarray.INDArray;

/** On what ND4J computes, and what it leaves behind. */
public class BackendTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  /** A folder on a class path that offers ND4J a backend. */
  private URL offer(String folderName, String... lines) throws IOException {
    Path root = folder.getRoot().toPath().resolve(folderName);
    Path service = root.resolve(BackendLoader.SERVICE);
    Files.createDirectories(service.getParent());
    Files.write(service, List.of(lines));
    return root.toUri().toURL();
  }

  @Test
  public void oneBackendIsSeenWhereverTheOthersAre() throws IOException {
    URL[] offers = {
      offer("cuda", "# a licence", "", "a.CudaBackend"), offer("cpu", "# a licence", "a.CpuBackend")
    };
    try (URLClassLoader all = new URLClassLoader(offers, null)) {
      assertEquals(2, Collections.list(all.getResources(BackendLoader.SERVICE)).size());
      for (int i = 0; i < offers.length; i++) {
        String backend = i == 0 ? "a.CudaBackend" : "a.CpuBackend";
        BackendLoader loader = new BackendLoader(all, backend);
        URL seen = new URL(offers[i], BackendLoader.SERVICE);
        assertEquals(List.of(seen), Collections.list(loader.getResources(BackendLoader.SERVICE)));
        assertEquals(seen, loader.getResource(BackendLoader.SERVICE));
      }
      assertNull(new BackendLoader(all, "a.OtherBackend").getResource(BackendLoader.SERVICE));
    }
  }

  @Test
  public void classesAndOtherResourcesAreThoseOfTheParent() throws Exception {
    ClassLoader parent = INDArray.class.getClassLoader();
    BackendLoader loader = new BackendLoader(parent, "a.CudaBackend");
    assertSame(INDArray.class, loader.loadClass(INDArray.class.getName()));
    String name = INDArray.class.getName().replace('.', '/') + ".class";
    assertEquals(parent.getResource(name), loader.getResource(name));
  }

  @Test
  public void processorIsAlwaysInstalled() {
    assertTrue(Backend.CPU.isInstalled());
  }

  @Test
  public void startsFromAnyContextClassLoaderAndLeavesIt() {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    ClassLoader foreign = new ClassLoader(null) {};
    thread.setContextClassLoader(foreign);
    try (Nd4jEngine engine = new Nd4jEngine(Precision.FLOAT)) {
      assertTrue(engine.description(), engine.description().contains("(CpuBackend), float32"));
      assertSame(foreign, thread.getContextClassLoader());
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  public void gpuAfterTheProcessorIsRefusedAndTheProcessorGoesOn() {
    try (Nd4jEngine processor = new Nd4jEngine(Precision.DOUBLE);
        Vector vector = processor.vector(3)) {
      IllegalStateException refused =
          assertThrows(IllegalStateException.class, () -> Nd4jEngine.onGpu(Precision.DOUBLE, 0));
      assertTrue(
          refused.getMessage(),
          refused
              .getMessage()
              .contains(
                  Nd4jEngine.hasGpuLibraries()
                      ? "ND4J"
                      : "E-NF GPU support (CUDA) is not installed"));
      vector.fill(2);
      assertEquals(12, vector.dot(vector), 0);
    }
  }

  @Test
  public void engineFreesWhatNobodyClosed() {
    Nd4jEngine engine = new Nd4jEngine(Precision.FLOAT);
    Vector forgotten = engine.vector(5);
    Vector sibling = forgotten.sibling();
    Vector closed = engine.vector(2);
    closed.close();
    Network network = engine.network(new EgnnSettings(3, 1, 1, 1, 4, true, true, true, 0));
    assertFalse(Nd4jVector.of(forgotten).wasClosed());
    engine.close();
    assertTrue(Nd4jVector.of(forgotten).wasClosed());
    assertTrue(Nd4jVector.of(sibling).wasClosed());
    network.close();
    engine.close();
  }

  @Test
  public void enginesDoNotCloseEachOthersVectors() {
    try (Nd4jEngine one = new Nd4jEngine(Precision.FLOAT);
        Vector vector = one.vector(2)) {
      new Nd4jEngine(Precision.FLOAT).close();
      vector.fill(1);
      assertEquals(2, vector.dot(vector), 0);
    }
  }
}

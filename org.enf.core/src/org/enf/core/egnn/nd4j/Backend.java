package org.enf.core.egnn.nd4j;

import java.nio.file.Path;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.factory.Nd4jBackend;

/**
 * On what ND4J computes. A process has one ND4J with one backend, which stays what it was at the
 * first call; left alone, ND4J takes that of the GPU wherever its jars are.
 */
enum Backend {
  /** The processor. */
  CPU("org.nd4j.linalg.cpu.nativecpu.CpuBackend", "the processor"),
  /** A GPU by CUDA. */
  CUDA("org.nd4j.linalg.jcublas.JCublasBackend", "the GPU");

  private final String className;
  private final String place;

  Backend(String className, String place) {
    this.className = className;
    this.place = place;
  }

  /** Whether its libraries are here; loads nothing of ND4J. */
  boolean isInstalled() {
    return loader().getResource(className.replace('.', '/') + ".class") != null;
  }

  /**
   * Starts ND4J with this backend unless it runs already, and then does something with it.
   *
   * @throws IllegalStateException if it does not start here, or ND4J runs with another one; the
   *     message says why
   */
  void start(Runnable first) {
    synchronized (Backend.class) {
      startAlone(first);
    }
  }

  private void startAlone(Runnable first) {
    Path libraries = NativeCache.prepare();
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    // ND4J looks for backends where the thread that touches it first finds its classes; under OSGi
    // or in an application server that is not where ND4J is
    BackendLoader loader = new BackendLoader(loader(), className);
    thread.setContextClassLoader(loader);
    try {
      ND4JClassLoading.setNd4jClassloader(loader);
      if (this == CUDA) {
        // a failure inside ND4J's own start would leave it unusable for the rest of the process
        requireToRun(loader);
      }
      Nd4jBackend running = Nd4j.getBackend();
      if (!running.getClass().getName().equals(className)) {
        throw new OtherBackendException(
            "ND4J computes on "
                + other().place
                + " already, and a process has one ND4J: restart the program to compute on "
                + place);
      }
      first.run();
    } catch (OtherBackendException e) {
      throw e;
    } catch (LinkageError | RuntimeException | ReflectiveOperationException e) {
      throw new IllegalStateException(failure(e, libraries), e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private void requireToRun(ClassLoader loader) throws ReflectiveOperationException {
    Class<?> type = Class.forName(className, true, loader);
    ((Nd4jBackend) type.getConstructor().newInstance()).canRun();
  }

  private Backend other() {
    return this == CPU ? CUDA : CPU;
  }

  private String failure(Throwable e, Path libraries) {
    if (this == CUDA) {
      return isInstalled()
          ? "ND4J does not start on the GPU (" + rootMessage(e) + ")"
          : "E-NF GPU support (CUDA) is not installed";
    }
    return "ND4J does not start on "
        + System.getProperty("os.name")
        + " "
        + System.getProperty("os.arch")
        + ": "
        + e
        + ". Is the native fragment for this platform installed, and is there space in "
        + libraries
        + ", from where its libraries are loaded? -D"
        + NativeCache.PROPERTY
        + "=FOLDER names another folder";
  }

  private static String rootMessage(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root instanceof RuntimeException && root.getMessage() != null
        ? root.getMessage()
        : root.toString();
  }

  private static ClassLoader loader() {
    return INDArray.class.getClassLoader();
  }

  /** ND4J runs with another backend. */
  private static final class OtherBackendException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    OtherBackendException(String message) {
      super(message);
    }
  }
}

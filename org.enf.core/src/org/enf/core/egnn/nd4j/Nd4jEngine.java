package org.enf.core.egnn.nd4j;

import java.nio.file.Path;
import org.bytedeco.openblas.presets.openblas_nolapack;
import org.enf.core.egnn.Engine;
import org.enf.core.egnn.Network;
import org.enf.core.egnn.NetworkSettings;
import org.enf.core.vector.Precision;
import org.enf.core.vector.Vector;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/** The engine of ND4J operations on the CPU. */
public final class Nd4jEngine implements Engine {
  /** The name by which users choose this engine. */
  public static final String NAME = "nd4j";

  /**
   * The matrices of a molecule are too small to share: with more threads most of the time goes into
   * waiting for each other, and a lot of it where other programs want the cores too.
   */
  private static final int THREADS = 1;

  private final Precision precision;
  private final String description;

  /**
   * Loads ND4J if that has not happened yet.
   *
   * @throws IllegalStateException if its native libraries cannot be loaded here; the message says
   *     why
   */
  public Nd4jEngine(Precision precision) {
    this.precision = precision;
    String backend = start(NativeCache.prepare());
    description =
        "nd4j 1.0.0-M2.1 ("
            + backend
            + "), "
            + (precision == Precision.FLOAT ? "float32" : "float64")
            + ", 1 thread";
  }

  /**
   * ND4J finds its backend by the context class loader of the thread that touches it first; under
   * OSGi or in an application server that is not its own.
   */
  private static String start(Path libraries) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(INDArray.class.getClassLoader());
    try {
      return warmUp();
    } catch (LinkageError | RuntimeException e) {
      throw new IllegalStateException(
          "ND4J does not start on "
              + System.getProperty("os.name")
              + " "
              + System.getProperty("os.arch")
              + ": "
              + e
              + ". Is the native fragment for this platform installed, and is there space in "
              + libraries
              + ", from where its libraries are loaded? -D"
              + NativeCache.PROPERTY
              + "=FOLDER names another folder",
          e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static String warmUp() {
    try (Vector one = new Nd4jVector(DataType.FLOAT, 1)) {
      one.fill(1);
    }
    Nd4j.getEnvironment().setMaxThreads(THREADS);
    Nd4j.getEnvironment().setMaxMasterThreads(THREADS);
    NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(THREADS);
    openblas_nolapack.blas_set_num_threads(THREADS);
    return Nd4j.getBackend().getClass().getSimpleName();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public Precision precision() {
    return precision;
  }

  @Override
  public Vector vector(int length) {
    return new Nd4jVector(type(), length);
  }

  @Override
  public Network network(NetworkSettings settings) {
    return new Nd4jNetwork(settings, type());
  }

  private DataType type() {
    return precision == Precision.FLOAT ? DataType.FLOAT : DataType.DOUBLE;
  }

  /** Nothing to give back: vectors and networks own what they use. */
  @Override
  public void close() {
    // the library stays loaded for the life of the process
  }
}

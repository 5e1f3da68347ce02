package org.enf.core.egnn.nd4j;

import org.bytedeco.openblas.presets.openblas_nolapack;
import org.enf.core.egnn.Engine;
import org.enf.core.egnn.Network;
import org.enf.core.egnn.NetworkSettings;
import org.enf.core.vector.Precision;
import org.enf.core.vector.Vector;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * The engine of ND4J operations, on the CPU or on a GPU. A process has one ND4J, and the first
 * engine decides on what it computes.
 */
public final class Nd4jEngine implements Engine {
  /** The name by which users choose the engine on the CPU. */
  public static final String NAME = "nd4j";

  /** The name by which users choose the engine on a GPU. */
  public static final String CUDA_NAME = "nd4j-cuda";

  /**
   * The matrices of a molecule are too small to share: with more threads most of the time goes into
   * waiting for each other, and a lot of it where other programs want the cores too.
   */
  private static final int THREADS = 1;

  private final Backend backend;
  private final Precision precision;
  private final String description;
  private final Leftovers leftovers = new Leftovers();

  /**
   * An engine on the CPU. Loads ND4J if that has not happened yet.
   *
   * @throws IllegalStateException if its native libraries cannot be loaded here, or ND4J computes
   *     on a GPU already; the message says why
   */
  public Nd4jEngine(Precision precision) {
    this(Backend.CPU, precision, "1 thread", Nd4jEngine::useOneThread);
  }

  private Nd4jEngine(Backend backend, Precision precision, String place, Runnable setUp) {
    this.backend = backend;
    this.precision = precision;
    backend.start(
        () -> {
          setUp.run();
          warmUp();
        });
    description =
        "nd4j 1.0.0-M2.1 ("
            + Nd4j.getBackend().getClass().getSimpleName()
            + "), "
            + (precision == Precision.FLOAT ? "float32" : "float64")
            + ", "
            + place;
  }

  /**
   * An engine on a GPU, for use by the thread that opens it. Loads ND4J if that has not happened
   * yet. Whether the GPU has kernels is for the caller to know.
   *
   * @param device the number of the GPU
   * @throws IllegalStateException if the libraries for GPUs are not installed or do not start, or
   *     ND4J computes on the CPU already; the message says why
   */
  public static Nd4jEngine onGpu(Precision precision, int device) {
    return new Nd4jEngine(
        Backend.CUDA,
        precision,
        "GPU " + device,
        () -> Nd4j.getAffinityManager().unsafeSetDevice(device));
  }

  /** Whether the libraries for GPUs are installed. Loads none of them. */
  public static boolean hasGpuLibraries() {
    return Backend.CUDA.isInstalled();
  }

  private static void useOneThread() {
    Nd4j.getEnvironment().setMaxThreads(THREADS);
    Nd4j.getEnvironment().setMaxMasterThreads(THREADS);
    NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(THREADS);
    openblas_nolapack.blas_set_num_threads(THREADS);
  }

  private void warmUp() {
    try (Vector one = new Nd4jVector(DataType.FLOAT, 1, leftovers)) {
      one.fill(1);
    }
  }

  @Override
  public String name() {
    return backend == Backend.CPU ? NAME : CUDA_NAME;
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
    return new Nd4jVector(type(), length, leftovers);
  }

  @Override
  public Network network(NetworkSettings settings) {
    return new Nd4jNetwork(settings, type(), leftovers);
  }

  private DataType type() {
    return precision == Precision.FLOAT ? DataType.FLOAT : DataType.DOUBLE;
  }

  /** The library stays loaded for the life of the process; its arrays go. */
  @Override
  public void close() {
    leftovers.close();
  }
}

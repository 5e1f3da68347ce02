package org.enf.core.bench;

import java.util.Arrays;
import java.util.Optional;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.enf.core.egnn.Engine;
import org.enf.core.engine.Engines;
import org.enf.core.vector.Precision;

/**
 * The product of two large square matrices by OpenBLAS on one thread: the yardstick for what a core
 * can multiply in single precision.
 */
final class SquareProduct implements AutoCloseable {
  /** Rows and columns of a matrix. */
  static final int SIZE = 1024;

  /** The engine that brings OpenBLAS. */
  private static final String LIBRARY = "nd4j";

  private final FloatPointer a = matrix(0.5f);
  private final FloatPointer b = matrix(-0.25f);
  private final FloatPointer c = matrix(0);

  private SquareProduct() {}

  /** A product; nothing where ND4J, with which OpenBLAS comes, does not start. */
  static Optional<SquareProduct> open() {
    // loads the native libraries from where they belong
    try (Engine engine = Engines.open(LIBRARY, Precision.FLOAT, 1)) {
      return engine.threads() == 1 ? Optional.of(new SquareProduct()) : Optional.empty();
    } catch (IllegalStateException e) {
      return Optional.empty();
    }
  }

  private static FloatPointer matrix(float value) {
    float[] elements = new float[SIZE * SIZE];
    Arrays.fill(elements, value);
    return new FloatPointer(elements);
  }

  /** The floating-point operations of a product. */
  static double operations() {
    return 2.0 * SIZE * SIZE * SIZE;
  }

  void run() {
    org.bytedeco.openblas.presets.openblas_nolapack.blas_set_num_threads(1);
    openblas_nolapack.cblas_sgemm(
        openblas_nolapack.CblasRowMajor,
        openblas_nolapack.CblasNoTrans,
        openblas_nolapack.CblasNoTrans,
        SIZE,
        SIZE,
        SIZE,
        1,
        a,
        SIZE,
        b,
        SIZE,
        0,
        c,
        SIZE);
  }

  @Override
  public void close() {
    a.close();
    b.close();
    c.close();
  }
}

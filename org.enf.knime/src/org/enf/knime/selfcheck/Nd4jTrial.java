package org.enf.knime.selfcheck;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.enf.core.egnn.Engine;
import org.enf.core.egnn.nd4j.Nd4jEngine;
import org.enf.core.engine.Engines;
import org.enf.core.vector.Precision;
import org.enf.core.vector.Vector;

/** Computes something with ND4J, on a thread that knows nothing of this extension. */
final class Nd4jTrial {
  private static final double[] VALUES = {1, 2, 3};
  private static final double SQUARE = 14;

  /**
   * Computes.
   *
   * @throws IllegalStateException if ND4J does not start or computes something else
   * @throws InterruptedException if the waiting thread is interrupted
   */
  String run() throws InterruptedException {
    FutureTask<String> task = new FutureTask<>(Nd4jTrial::compute);
    Thread thread = new Thread(task, "enf-selfcheck-nd4j");
    thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
    thread.start();
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
    }
  }

  private static String compute() {
    try (Engine engine = Engines.open(Nd4jEngine.NAME, Precision.DOUBLE, 1);
        Vector vector = engine.vector(VALUES)) {
      double square = vector.dot(vector);
      if (square != SQUARE) {
        throw new IllegalStateException("ND4J says " + square + " where it is " + SQUARE);
      }
      return engine.description();
    }
  }
}

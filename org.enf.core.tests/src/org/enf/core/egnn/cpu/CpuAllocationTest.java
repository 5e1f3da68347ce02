package org.enf.core.egnn.cpu;

import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.EgnnSettings;
import org.enf.core.egnn.Engine;
import org.enf.core.egnn.Network;
import org.enf.core.testing.LivelyParameters;
import org.enf.core.testing.Normals;
import org.enf.core.vector.Vector;
import org.junit.Before;
import org.junit.Test;

/** What a call of a network allocates, once the JVM has compiled its kernels. */
public final class CpuAllocationTest {
  /** The call's own small objects; one row of features would be more. */
  private static final double MOST_BYTES_OF_A_CALL = 1024;

  private static final int CALLS_OF_A_ROUND = 50;

  /** The compiler needs some hundred calls; it gets many times as much. */
  private static final int MOST_ROUNDS = 1000;

  private static final BatchShape SHAPE = new BatchShape(9, 9, 18, 18, 1);

  private ThreadMXBean threads;

  @Before
  public void needsAJvmThatCounts() {
    assumeTrue(
        "the JVM was started without jdk.incubator.vector",
        Kernels.Kind.best() == Kernels.Kind.VECTOR);
    assumeTrue(
        "the JVM does not count what a thread allocates",
        ManagementFactory.getThreadMXBean() instanceof ThreadMXBean counting
            && counting.isThreadAllocatedMemorySupported()
            && counting.isThreadAllocatedMemoryEnabled());
    threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  }

  @Test
  public void evaluationsAllocateNoArrays() {
    EgnnSettings settings = EgnnSettings.dynamics(3, 1, 2, 24);
    int rows = SHAPE.atoms() * settings.inputWidth();
    double[] time = new double[SHAPE.molecules()];
    double[] weights = new double[settings.outputWidth()];
    Arrays.fill(weights, 0.1);
    try (Engine engine = new CpuEngine(1, Kernels.Kind.VECTOR);
        Network network = engine.network(settings);
        Vector parameters = engine.vector(LivelyParameters.of(settings, 1));
        Vector input = engine.vector(Normals.of(rows, 2));
        Vector direction = engine.vector(Normals.of(rows, 3));
        Vector output = input.sibling();
        Vector derivative = input.sibling();
        Vector traces = engine.vector(SHAPE.molecules());
        Vector gradient = parameters.sibling()) {
      network.setParameters(parameters);
      allocatesNothing("value", () -> network.value(SHAPE, time, input, output));
      allocatesNothing(
          "value and J·v", () -> network.jvp(SHAPE, time, input, direction, output, derivative));
      allocatesNothing(
          "value and Jᵀa", () -> network.vjp(SHAPE, time, input, direction, output, derivative));
      allocatesNothing(
          "reverse",
          () ->
              network.reverse(
                  SHAPE, time, input, direction, direction, direction, derivative, gradient));
      allocatesNothing(
          "least squares",
          () -> network.leastSquares(SHAPE, time, input, direction, weights, output, gradient));
      allocatesNothing("new parameters", () -> network.setParameters(parameters));
      allocatesNothing("trace", () -> network.trace(SHAPE, time, input, output, traces));
    }
  }

  private void allocatesNothing(String what, Runnable call) {
    long id = Thread.currentThread().getId();
    double least = Double.POSITIVE_INFINITY;
    for (int round = 0; round < MOST_ROUNDS && least > MOST_BYTES_OF_A_CALL; round++) {
      long before = threads.getThreadAllocatedBytes(id);
      for (int k = 0; k < CALLS_OF_A_ROUND; k++) {
        call.run();
      }
      long after = threads.getThreadAllocatedBytes(id);
      least = Math.min(least, (double) (after - before) / CALLS_OF_A_ROUND);
    }
    assertTrue(what + " allocates " + least + " bytes a call", least <= MOST_BYTES_OF_A_CALL);
  }
}

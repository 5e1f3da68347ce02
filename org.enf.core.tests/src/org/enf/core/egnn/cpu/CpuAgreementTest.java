package org.enf.core.egnn.cpu;

import static org.junit.Assume.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import org.enf.core.egnn.Engine;
import org.enf.core.egnn.nd4j.Nd4jEngine;
import org.enf.core.testing.ArrayNetwork;
import org.enf.core.testing.ArrayNetwork.Gradient;
import org.enf.core.testing.ArrayNetwork.Product;
import org.enf.core.testing.Closeness;
import org.enf.core.vector.Precision;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/**
 * The fused kernels in single precision against ND4J's operations in double precision, for random
 * networks and batches.
 */
public final class CpuAgreementTest {
  private static final double TOLERANCE = 1e-4;
  private static final long SEED = 20210610;
  private static final int THREADS = 2;

  /** Multiplications and rows of a trace; more of them would take ND4J too long. */
  private static final double MOST_WORK_OF_A_TRACE = 5e8;

  private static final int MOST_ROWS_OF_A_TRACE = 15_000;

  private static final List<RandomCase> CASES = new ArrayList<>();
  private static final List<Answers> EXPECTED = new ArrayList<>();

  /** All that a network can be asked. */
  private record Answers(
      double[] value, Product product, Gradient ofTheValue, Gradient ofBoth, Product trace) {
    static Answers of(RandomCase c, Engine engine) {
      try (ArrayNetwork network = new ArrayNetwork(engine, c.settings(), c.parameters())) {
        return new Answers(
            network.value(c.shape(), c.time(), c.input()),
            network.jvp(c.shape(), c.time(), c.input(), c.tangent()),
            network.vjp(c.shape(), c.time(), c.input(), c.outputCotangent()),
            network.reverse(
                c.shape(),
                c.time(),
                c.input(),
                c.tangent(),
                c.outputCotangent(),
                c.tangentCotangent()),
            hasQuickTrace(c) ? network.trace(c.shape(), c.time(), c.input()) : none());
      }
    }

    private static Product none() {
      return new Product(new double[0], new double[0]);
    }

    private static boolean hasQuickTrace(RandomCase c) {
      if (c.settings().inputWidth() != c.settings().outputWidth()) {
        return false;
      }
      double edges = 0;
      int most = 0;
      for (int b = 0; b < c.shape().molecules(); b++) {
        most = Math.max(most, c.shape().size(b));
        edges += c.shape().size(b) * (c.shape().size(b) - 1.0);
      }
      double work = edges * c.settings().hidden() * c.settings().hidden() * c.settings().layers();
      int directions = most * c.settings().inputWidth();
      return work * directions <= MOST_WORK_OF_A_TRACE
          && c.shape().atoms() * directions <= MOST_ROWS_OF_A_TRACE;
    }

    void assertCloseTo(Answers expected, RandomCase c) {
      close(c, "value", expected.value, value);
      close(c, "value beside J·v", expected.product.value(), product.value());
      close(c, "J·v", expected.product.tangent(), product.tangent());
      close(c, "Jᵀ·a", expected.ofTheValue.input(), ofTheValue.input());
      close(c, "gradient of ⟨a, f⟩", expected.ofTheValue.parameters(), ofTheValue.parameters());
      close(c, "gradient by the input", expected.ofBoth.input(), ofBoth.input());
      close(c, "gradient by the parameters", expected.ofBoth.parameters(), ofBoth.parameters());
      close(c, "value beside the trace", expected.trace.value(), trace.value());
      close(c, "trace", expected.trace.tangent(), trace.tangent());
    }

    private static void close(RandomCase c, String what, double[] expected, double[] found) {
      Closeness.assertClose(c + ": " + what, expected, found, TOLERANCE);
    }
  }

  @BeforeClass
  public static void ask() {
    CASES.addAll(RandomCase.ofEveryKind(SEED));
    try (Engine engine = new Nd4jEngine(Precision.DOUBLE)) {
      CASES.forEach(c -> EXPECTED.add(Answers.of(c, engine)));
    }
  }

  @AfterClass
  public static void forget() {
    CASES.clear();
    EXPECTED.clear();
  }

  @Test
  public void vectorKernelsAgreeWithNd4jInDouble() {
    assumeTrue(
        "the JVM was started without jdk.incubator.vector",
        Kernels.Kind.best() == Kernels.Kind.VECTOR);
    agree(Kernels.Kind.VECTOR);
  }

  @Test
  public void plainKernelsAgreeWithNd4jInDouble() {
    agree(Kernels.Kind.PLAIN);
  }

  private static void agree(Kernels.Kind kind) {
    try (Engine engine = new CpuEngine(THREADS, kind)) {
      for (int k = 0; k < CASES.size(); k++) {
        RandomCase c = CASES.get(k);
        Answers.of(c, engine).assertCloseTo(EXPECTED.get(k), c);
      }
    }
  }
}

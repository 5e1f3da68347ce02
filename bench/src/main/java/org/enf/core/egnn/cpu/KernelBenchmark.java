package org.enf.core.egnn.cpu;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The inner loops of the engine {@code cpu} on matrices of the size of a chunk of edges, which stay
 * in the cache. A product takes 2·rows·width² floating-point operations.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class KernelBenchmark {
  private static final int CHUNK_ELEMENTS = 16384;

  /** The width of the hidden features. */
  @Param({"32", "64", "128"})
  public int width;

  /** By the Vector API, or in plain Java. */
  @Param({"VECTOR", "PLAIN"})
  public String kind;

  private Kernels kernels;
  private PackedMatrix packed;
  private int rows;
  private float[] a;
  private float[] b;
  private float[] c;
  private float[] square;

  /** Fills the matrices. */
  @Setup
  public void fill() {
    kernels = Kernels.Kind.valueOf(kind).create();
    rows = CHUNK_ELEMENTS / width;
    SplittableRandom random = new SplittableRandom(1);
    a = normals(rows * width, random);
    b = normals(rows * width, random);
    c = new float[rows * width];
    square = new float[width * width];
    packed = kernels.matrices().room(width, width);
    kernels.matrices().pack(normals(width * width, random), 0, packed);
  }

  private static float[] normals(int length, SplittableRandom random) {
    float[] values = new float[length];
    for (int k = 0; k < length; k++) {
      values[k] = (float) random.nextGaussian();
    }
    return values;
  }

  /** A linear map of all rows. */
  @Benchmark
  public float[] multiply() {
    Arrays.fill(c, 0);
    kernels.matrices().multiply(a, 0, rows, packed, c, 0);
    return c;
  }

  /** The gradient by the weights of a linear map. */
  @Benchmark
  public float[] multiplyTransposed() {
    Arrays.fill(square, 0);
    kernels.matrices().multiplyTransposed(a, 0, width, b, 0, width, rows, square, 0);
    return square;
  }

  /** An activation with its slope. */
  @Benchmark
  public float[] silu() {
    kernels.activations().silu(a, 0, a.length, b, 0, c, 0);
    return c;
  }
}

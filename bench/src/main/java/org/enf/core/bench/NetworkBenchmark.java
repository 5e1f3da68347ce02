package org.enf.core.bench;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.enf.core.egnn.Engine;
import org.enf.core.engine.Engines;
import org.enf.core.vector.Precision;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Evaluations of the paper's networks, the same as {@code ./enf bench} measures, each alone. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class NetworkBenchmark {
  /** The case of {@code ./enf bench}. */
  @Param({"dw4", "lj13", "qm9-64", "qm9-128"})
  public String what;

  /** The engine. */
  @Param({"cpu", "nd4j"})
  public String engine;

  /** Threads of the engine. */
  @Param("1")
  public int threads;

  private Engine opened;
  private Evaluation evaluation;

  /** Opens the engine with the network and its batch. */
  @Setup
  public void open() {
    EvaluationCase chosen =
        Arrays.stream(EvaluationCase.values())
            .filter(one -> one.id().equals(what))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("there is no case " + what));
    opened = Engines.open(engine, Precision.FLOAT, threads);
    evaluation = new Evaluation(chosen, opened);
  }

  /** Closes them. */
  @TearDown
  public void close() {
    evaluation.close();
    opened.close();
  }

  /** The value. */
  @Benchmark
  public void value() {
    evaluation.run(Operation.VALUE);
  }

  /** Value and directional derivative. */
  @Benchmark
  public void jvp() {
    evaluation.run(Operation.PRODUCT);
  }

  /** Value and vector-Jacobian product. */
  @Benchmark
  public void vjp() {
    evaluation.run(Operation.COTANGENT_PRODUCT);
  }

  /** The gradient by input and parameters. */
  @Benchmark
  public void reverse() {
    evaluation.run(Operation.REVERSE);
  }
}

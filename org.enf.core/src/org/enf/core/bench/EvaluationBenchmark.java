package org.enf.core.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.enf.core.egnn.Engine;
import org.enf.core.ode.StopSignal;
import org.enf.core.ode.StoppedException;

/** Measures evaluations of networks, all engines in turns. */
public final class EvaluationBenchmark {
  private final List<Engine> engines;
  private final Turns turns;

  /**
   * A benchmark.
   *
   * @param engines not closed by it
   */
  public EvaluationBenchmark(List<Engine> engines, Schedule schedule, StopSignal stop) {
    this.engines = engines;
    turns = new Turns(schedule, stop);
  }

  /**
   * Measures a case.
   *
   * @return one result an engine, in their order
   * @throws StoppedException if asked to stop
   */
  public List<EvaluationResult> run(EvaluationCase what) {
    List<Evaluation> evaluations = new ArrayList<>();
    Optional<SquareProduct> yardstick = SquareProduct.open();
    try {
      List<Runnable> tasks = new ArrayList<>();
      for (Engine engine : engines) {
        Evaluation evaluation = new Evaluation(what, engine);
        evaluations.add(evaluation);
        for (Operation operation : Operation.values()) {
          tasks.add(() -> evaluation.run(operation));
        }
      }
      yardstick.ifPresent(product -> tasks.add(product::run));
      return results(what, turns.medians(tasks), yardstick.isPresent());
    } finally {
      evaluations.forEach(Evaluation::close);
      yardstick.ifPresent(SquareProduct::close);
    }
  }

  private List<EvaluationResult> results(EvaluationCase what, double[] medians, boolean withPeak) {
    double peak = withPeak ? SquareProduct.operations() / medians[medians.length - 1] : Double.NaN;
    List<EvaluationResult> results = new ArrayList<>();
    int task = 0;
    for (Engine engine : engines) {
      Map<Operation, Double> times = new EnumMap<>(Operation.class);
      for (Operation operation : Operation.values()) {
        times.put(operation, medians[task++]);
      }
      results.add(new EvaluationResult(what, engine.name(), engine.threads(), times, peak));
    }
    return results;
  }
}

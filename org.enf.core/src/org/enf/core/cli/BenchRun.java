package org.enf.core.cli;

import java.util.ArrayList;
import java.util.List;
import org.enf.core.bench.BenchmarkReport;
import org.enf.core.bench.EvaluationBenchmark;
import org.enf.core.bench.EvaluationCase;
import org.enf.core.bench.EvaluationResult;
import org.enf.core.bench.Machine;
import org.enf.core.bench.SamplingBenchmark;
import org.enf.core.bench.SamplingResult;
import org.enf.core.bench.Schedule;
import org.enf.core.bench.TrainingBenchmark;
import org.enf.core.bench.TrainingCase;
import org.enf.core.bench.TrainingResult;
import org.enf.core.egnn.Engine;
import org.enf.core.engine.Engines;
import org.enf.core.model.EnfModel;
import org.enf.core.text.Words;
import org.enf.core.vector.Precision;

/** Measures case by case with the engines that are here, and collects the results. */
final class BenchRun implements AutoCloseable {
  private final Session session;
  private final Schedule schedule;
  private final List<Engine> engines = new ArrayList<>();
  private final List<Engine> trainers;
  private final List<EvaluationResult> evaluations = new ArrayList<>();
  private final List<TrainingResult> trainings = new ArrayList<>();
  private final List<SamplingResult> samplings = new ArrayList<>();

  /**
   * A run; single precision throughout.
   *
   * @param names of the engines, empty for all
   * @param threads the numbers of threads, ascending
   * @throws CommandException if a named engine does not start here
   */
  BenchRun(Session session, Schedule schedule, List<String> names, List<Integer> threads) {
    this.session = session;
    this.schedule = schedule;
    String fastest = fastest();
    List<String> wanted =
        Engines.names().stream()
            .filter(name -> names.isEmpty() ? !name.equals(Engines.AUTO) : names.contains(name))
            .toList();
    for (String name : wanted) {
      threads.forEach(count -> open(name, count, !names.isEmpty()));
    }
    trainers =
        engines.stream()
            .filter(engine -> !names.isEmpty() || engine.name().equals(fastest))
            .toList();
    engines.forEach(engine -> session.terminal().say("engine: " + engine.description()));
  }

  private static String fastest() {
    try (Engine engine = Engines.open(Engines.AUTO, Precision.FLOAT, 1)) {
      return engine.name();
    }
  }

  /** Engines that do not share their work are the same with any number of threads. */
  private void open(String name, int threads, boolean required) {
    Engine engine;
    try {
      engine = Engines.open(name, Precision.FLOAT, threads);
    } catch (IllegalStateException e) {
      if (required) {
        throw CommandException.failed(e.getMessage(), e);
      }
      session.terminal().say("the engine " + name + " is left out: " + e.getMessage());
      return;
    }
    boolean known =
        engines.stream()
            .anyMatch(other -> other.name().equals(name) && other.threads() == engine.threads());
    if (known) {
      engine.close();
    } else {
      engines.add(engine);
    }
  }

  void evaluate(EvaluationCase what) {
    session.terminal().say(what.id() + ": " + what.description());
    evaluations.addAll(
        new EvaluationBenchmark(engines, schedule, session.interruption()).run(what));
  }

  /** Large cases with the most threads only. */
  void train(TrainingCase what) {
    int most = trainers.stream().mapToInt(Engine::threads).max().orElse(1);
    for (Engine engine : trainers) {
      if (!what.large() || engine.threads() == most) {
        tell(what.id() + ": " + what.description(), engine);
        trainings.add(new TrainingBenchmark(schedule, session.interruption()).run(what, engine));
      }
    }
  }

  void sample(EnfModel model, int count) {
    for (Engine engine : trainers) {
      tell("sample: " + Words.count(count, "molecule"), engine);
      samplings.add(
          new SamplingBenchmark(model, count, schedule, session.interruption()).run(engine));
    }
  }

  private void tell(String what, Engine engine) {
    session
        .terminal()
        .say(what + ", " + engine.name() + " on " + Words.count(engine.threads(), "thread"));
  }

  BenchmarkReport report() {
    return new BenchmarkReport(
        Machine.here(),
        engines.stream().map(Engine::description).toList(),
        schedule.rounds(),
        evaluations,
        trainings,
        samplings);
  }

  @Override
  public void close() {
    engines.forEach(Engine::close);
  }
}

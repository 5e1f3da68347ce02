package org.enf.core.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.enf.core.egnn.Engine;
import org.enf.core.model.EnfModel;
import org.enf.core.model.MoleculeSampler;
import org.enf.core.molecule.Molecule;
import org.enf.core.ode.Solution;
import org.enf.core.ode.SolverSettings;
import org.enf.core.ode.StopSignal;
import org.enf.core.ode.StoppedException;

/** Measures how fast a model draws molecules, with the paper's solver. */
public final class SamplingBenchmark {
  private static final int BATCH_SIZE = 50;
  private static final int WARM_UP_MOLECULES = 10;

  private final EnfModel model;
  private final int count;
  private final Schedule schedule;
  private final StopSignal stop;

  /**
   * A benchmark.
   *
   * @param count how many molecules to draw, at least 1
   */
  public SamplingBenchmark(EnfModel model, int count, Schedule schedule, StopSignal stop) {
    this.model = model;
    this.count = count;
    this.schedule = schedule;
    this.stop = stop;
  }

  /**
   * Draws molecules, the same ones in each round.
   *
   * @throws StoppedException if asked to stop
   */
  public SamplingResult run(Engine engine) {
    List<Double> seconds = new ArrayList<>();
    double all = 0;
    Counter counter = new Counter();
    try (MoleculeSampler sampler = new MoleculeSampler(model, engine, SolverSettings.PAPER)) {
      sampler.sample(request(Math.min(count, WARM_UP_MOLECULES)), new Counter(), stop);
      while (seconds.size() < schedule.rounds()
          && (seconds.isEmpty() || all < schedule.mostSeconds())) {
        counter = new Counter();
        long begin = System.nanoTime();
        sampler.sample(request(count), counter, stop);
        seconds.add((System.nanoTime() - begin) * 1e-9);
        all += seconds.get(seconds.size() - 1);
      }
    }
    return new SamplingResult(
        engine.name(),
        engine.threads(),
        count,
        counter.failed,
        seconds.size(),
        Turns.median(seconds.stream().mapToDouble(s -> s).toArray()),
        counter.evaluations / count);
  }

  private static MoleculeSampler.Request request(int molecules) {
    return new MoleculeSampler.Request(molecules, 0, OptionalInt.empty(), BATCH_SIZE);
  }

  private static final class Counter implements MoleculeSampler.Listener {
    private double evaluations;
    private int failed;

    @Override
    public void drawn(int number, List<Molecule> frames) {
      // only the time counts
    }

    @Override
    public void failed(int number, String reason) {
      failed++;
    }

    @Override
    public void integrated(int number, Solution solution) {
      evaluations += solution.evaluations();
    }
  }
}

package org.enf.core.bench;

import java.util.ArrayList;
import java.util.List;
import org.enf.core.egnn.Engine;
import org.enf.core.ode.StopSignal;
import org.enf.core.ode.StoppedException;
import org.enf.core.training.Trainer;
import org.enf.core.training.TrainingListener;
import org.enf.core.training.TrainingState;

/** Measures steps of training. */
public final class TrainingBenchmark {
  /** Short steps need many of them before the JVM has compiled what they run. */
  private static final double WARM_UP_SECONDS = 5;

  private final Schedule schedule;
  private final StopSignal stop;

  /** A benchmark. */
  public TrainingBenchmark(Schedule schedule, StopSignal stop) {
    this.schedule = schedule;
    this.stop = stop;
  }

  /**
   * Measures a case.
   *
   * @throws StoppedException if asked to stop
   * @throws IllegalStateException if the loss of a step cannot be computed; the message says why
   */
  public TrainingResult run(TrainingCase what, Engine engine) {
    Recorder recorder = new Recorder(what.large() ? 0 : WARM_UP_SECONDS);
    try (TrainingCase.Trained trained = what.open(engine)) {
      Trainer trainer = new Trainer(trained.objective(), what.settings(), recorder);
      MemoryPeak.reset();
      trainer.run(trainer.start(), null, () -> stop.requested() || recorder.enough());
    }
    if (stop.requested()) {
      throw new StoppedException();
    }
    List<TrainingListener.Step> steps = recorder.steps;
    return new TrainingResult(
        what,
        engine.name(),
        engine.threads(),
        steps.size(),
        Turns.median(steps.stream().mapToDouble(TrainingListener.Step::seconds).toArray()),
        Turns.median(steps.stream().mapToDouble(TrainingListener.Step::evaluations).toArray()),
        MemoryPeak.now());
  }

  /** Keeps the steps after the first ones. */
  private final class Recorder implements TrainingListener {
    private final List<Step> steps = new ArrayList<>();
    private double warmUp;
    private double seconds;

    Recorder(double warmUp) {
      this.warmUp = warmUp;
    }

    @Override
    public void stepDone(Step step, TrainingState state) {
      if (warmUp > 0) {
        warmUp -= step.seconds();
      } else {
        steps.add(step);
        seconds += step.seconds();
      }
    }

    @Override
    public void stepSkipped(Step step, String reason) {
      throw new IllegalStateException("a training step failed: " + reason);
    }

    boolean enough() {
      return steps.size() >= schedule.rounds()
          || !steps.isEmpty() && seconds >= schedule.mostSeconds();
    }
  }
}

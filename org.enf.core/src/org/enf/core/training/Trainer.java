package org.enf.core.training;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.enf.core.dequantization.EnfSettings;
import org.enf.core.dequantization.MoleculeBatch;
import org.enf.core.dequantization.MoleculeFlow;
import org.enf.core.dequantization.SizeDistribution;
import org.enf.core.flow.NoiseKind;
import org.enf.core.ode.OdeException;
import org.enf.core.ode.StopSignal;
import org.enf.core.ode.StoppedException;
import org.enf.core.training.TrainingListener.Step;
import org.enf.core.training.TrainingResult.Ending;
import org.enf.core.training.TrainingState.Position;

/**
 * Trains by maximum likelihood: each step takes the gradient of the mean bound on −log p(x, h, M)
 * over a batch, with Hutchinson's trace (Satorras et al. 2021, §3).
 */
public final class Trainer {
  private static final int MOST_SKIPPED_IN_A_ROW = 10;
  private static final int ACT_NORM_MOLECULES = 512;
  private static final double SMOOTHING = 0.95;

  private final MoleculeFlow flow;
  private final TrainingSettings settings;
  private final MoleculeSet data;
  private final MoleculeSet validation;
  private final SizeDistribution sizes;
  private final TrainingListener listener;
  private Validated validated = new Validated(-1, Double.NaN);

  /**
   * A trainer.
   *
   * @param flow computes bound and gradient; its parameters are overwritten
   * @param validation may be null
   * @throws IllegalArgumentException if there are no molecules
   */
  public Trainer(
      MoleculeFlow flow,
      TrainingSettings settings,
      MoleculeSet data,
      MoleculeSet validation,
      TrainingListener listener) {
    if (data.size() == 0) {
      throw new IllegalArgumentException("there is no molecule to train on");
    }
    this.flow = flow;
    this.settings = settings;
    this.data = data;
    this.validation = validation;
    this.listener = listener;
    sizes = data.sizeDistribution();
  }

  /** A fresh state: random networks, the ActNorm set by molecules from all over the data. */
  public TrainingState start() {
    EnfSettings model = flow.settings();
    double[] parameters =
        model.initialise(
            new SplittableRandom(Seeds.of(settings.seed(), Seeds.Purpose.PARAMETERS, 0)));
    flow.initialiseActNorm(
        parameters,
        data.batch(data.spread(ACT_NORM_MOLECULES)),
        new SplittableRandom(Seeds.of(settings.seed(), Seeds.Purpose.PARAMETERS, 1)));
    return new TrainingState(
        model,
        parameters,
        new AdamW(parameters.length),
        new GradientClipping(),
        Position.START,
        Double.NaN);
  }

  /**
   * Trains until all epochs are done, the time is over, or somebody asks to stop; then evaluates
   * the validation set, unless that was done after the last step or somebody asked to stop.
   *
   * @param state where to begin; changed after each step
   * @param limit the time for training that this call may take, or null
   * @param stop is asked before each evaluation of the network
   */
  public TrainingResult run(TrainingState state, Duration limit, StopSignal stop) {
    long begin = System.nanoTime();
    StopSignal overdue = () -> limit != null && System.nanoTime() - begin >= limit.toNanos();
    Ending ending;
    try {
      ending = train(state, () -> stop.requested() || overdue.requested());
    } catch (StoppedException e) {
      ending = stop.requested() ? Ending.STOPPED : Ending.TIME_LIMIT;
    }
    if (ending != Ending.STOPPED && validated.step() != state.position().step()) {
      try {
        validate(state, stop);
      } catch (StoppedException e) {
        ending = Ending.STOPPED;
      }
    }
    boolean current = validated.step() == state.position().step();
    return new TrainingResult(ending, current ? validated.nll() : Double.NaN);
  }

  private Ending train(TrainingState state, StopSignal stop) {
    double[] gradient = new double[state.parameters().length];
    int skippedInARow = 0;
    while (state.position().epoch() < settings.epochs()) {
      int epoch = state.position().epoch();
      EpochPlan plan = new EpochPlan(data, settings.batchSize(), settings.seed(), epoch);
      while (state.position().batch() < plan.batches()) {
        skippedInARow = step(state, plan, gradient, stop) ? 0 : skippedInARow + 1;
        if (skippedInARow == MOST_SKIPPED_IN_A_ROW) {
          return Ending.DIVERGED;
        }
      }
      state.nextEpoch();
      validate(state, stop);
    }
    return Ending.EPOCHS_DONE;
  }

  private void validate(TrainingState state, StopSignal stop) {
    if (validation == null) {
      return;
    }
    flow.setParameters(state.parameters());
    MeanBound.Result result =
        new MeanBound(flow, sizes, settings.seed())
            .of(validation, settings.validationMolecules(), settings.batchSize(), stop);
    validated = new Validated(state.position().step(), result.nll());
    listener.validated(state, result);
  }

  private record Validated(long step, double nll) {}

  /** Returns whether the parameters were changed. */
  private boolean step(TrainingState state, EpochPlan plan, double[] gradient, StopSignal stop) {
    long begin = System.nanoTime();
    Position p = state.position();
    MoleculeBatch batch = data.batch(plan.batch(p.batch()));
    RandomGenerator random =
        new SplittableRandom(Seeds.of(settings.seed(), Seeds.Purpose.STEP, p.step()));
    double nll = Double.NaN;
    double norm = Double.NaN;
    int evaluations = 0;
    String problem = null;
    flow.setParameters(state.parameters());
    try {
      MoleculeFlow.Bound bound =
          flow.gradient(
              batch,
              flow.dequantizerNoise(batch.shape(), random),
              flow.traceNoise(NoiseKind.RADEMACHER, batch.shape(), random),
              gradient,
              stop);
      nll = MeanBound.negativeMean(bound, batch.shape(), sizes);
      norm = GradientClipping.norm(gradient);
      evaluations = bound.solution().evaluations();
      if (!Double.isFinite(nll) || !Double.isFinite(norm)) {
        problem = "the loss or its gradient is not finite";
      }
    } catch (OdeException e) {
      evaluations = e.solution().evaluations();
      problem = e.getMessage();
    }
    double smoothed = state.smoothedNll();
    if (problem == null) {
      state.clipping().clip(gradient);
      state.optimiser().step(state.parameters(), gradient, settings.learningRate());
      smoothed = Double.isNaN(smoothed) ? nll : SMOOTHING * smoothed + (1 - SMOOTHING) * nll;
    }
    double seconds = (System.nanoTime() - begin) * 1e-9;
    state.advance(
        new Position(
            p.epoch(),
            p.batch() + 1,
            p.step() + 1,
            p.skipped() + (problem == null ? 0 : 1),
            p.seconds() + seconds),
        smoothed);
    Step step =
        new Step(
            p.epoch(),
            p.batch(),
            plan.batches(),
            p.step() + 1,
            nll,
            smoothed,
            norm,
            batch.shape().molecules(),
            evaluations,
            seconds);
    if (problem == null) {
      listener.stepDone(step, state);
    } else {
      listener.stepSkipped(step, problem);
    }
    return problem == null;
  }
}

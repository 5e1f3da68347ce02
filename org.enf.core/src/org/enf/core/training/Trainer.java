package org.enf.core.training;

import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.enf.core.egnn.BatchMemory;
import org.enf.core.ode.StopSignal;
import org.enf.core.ode.StoppedException;
import org.enf.core.training.Objective.Loss;
import org.enf.core.training.Objective.Validation;
import org.enf.core.training.SelectionSettings.Keep;
import org.enf.core.training.TrainingListener.Step;
import org.enf.core.training.TrainingResult.Ending;
import org.enf.core.training.TrainingState.Position;

/** Minimises an {@link Objective} batch by batch. */
public final class Trainer {
  private static final int MOST_SKIPPED_IN_A_ROW = 10;
  private static final double SMOOTHING = 0.95;

  private final Objective objective;
  private final TrainingSettings settings;
  private final HiddenWeights hidden;
  private final TrainingListener listener;
  private final long allSteps;
  private final double[] gradient;
  private Optional<Good> lastGood = Optional.empty();
  private int skippedInARow;
  private Validated validated = new Validated(-1, Double.NaN);
  private Clock clock = Clock.start(null, Duration.ZERO);

  /** A trainer whose optimiser treats all parameters alike. */
  public Trainer(Objective objective, TrainingSettings settings, TrainingListener listener) {
    this(objective, settings, HiddenWeights.none(), listener);
  }

  /**
   * A trainer.
   *
   * @param hidden the weights that Muon moves, if the settings ask for it
   * @throws IllegalArgumentException if there are too few samples for a batch, or the settings need
   *     a validation set or hidden weights and there are none
   */
  public Trainer(
      Objective objective,
      TrainingSettings settings,
      HiddenWeights hidden,
      TrainingListener listener) {
    int batches = EpochPlan.batches(objective.samples(), settings);
    if (batches == 0) {
      throw new IllegalArgumentException(
          objective.samples() == 0
              ? "there is no sample to train on"
              : objective.samples()
                  + " samples fill no batch of "
                  + settings.batchSize()
                  + "; choose a smaller batch size, or keep the last batch");
    }
    if (settings.selection().patience() > 0 && !objective.hasValidation()) {
      throw new IllegalArgumentException("patience needs a validation set");
    }
    if (settings.optimiser().rule() == OptimiserSettings.Rule.MUON && hidden.isEmpty()) {
      throw new IllegalArgumentException("Muon needs hidden weights; choose AdamW");
    }
    this.objective = objective;
    this.settings = settings;
    this.hidden = hidden;
    this.listener = listener;
    allSteps = (long) settings.epochs() * batches;
    gradient = new double[objective.parameterCount()];
  }

  /** A fresh state. */
  public TrainingState start() {
    return start(objective.start(settings.seed()));
  }

  /**
   * A fresh state with these parameters, for example those of a model that was trained before.
   *
   * @throws IllegalArgumentException if there are too few or too many
   */
  public TrainingState start(double[] parameters) {
    if (parameters.length != objective.parameterCount()) {
      throw new IllegalArgumentException(
          "there are "
              + objective.parameterCount()
              + " parameters to train, not "
              + parameters.length);
    }
    return TrainingState.start(settings, parameters.clone());
  }

  /**
   * Trains until all epochs are done, the validation makes no progress, the time is over, or
   * somebody asks to stop; then evaluates the validation set, unless that was done after the last
   * step or somebody asked to stop.
   *
   * <p>This last evaluation is no part of the state, so that a run in parts equals one in a piece.
   *
   * @param state where to begin; changed after each step
   * @param limit the time for training that this call may take, or null
   * @param stop is asked before each evaluation of the network
   */
  public TrainingResult run(TrainingState state, Duration limit, StopSignal stop) {
    return run(state, limit, Duration.ZERO, stop);
  }

  /**
   * The same where earlier calls took a part of the time.
   *
   * @param limit the time for training that all calls may take, or null
   * @param gone what the earlier ones took
   */
  public TrainingResult run(TrainingState state, Duration limit, Duration gone, StopSignal stop) {
    clock = Clock.start(limit, gone);
    StopSignal overdue = () -> clock.gone() >= 1;
    skippedInARow = 0;
    objective.firstStep().set(state.firstStep());
    Ending ending;
    try {
      ending = train(state, () -> stop.requested() || overdue.requested());
    } catch (StoppedException e) {
      ending = stop.requested() ? Ending.STOPPED : Ending.TIME_LIMIT;
    }
    return result(state, ending, stop);
  }

  private TrainingResult result(TrainingState state, Ending ending, StopSignal stop) {
    boolean diverged = ending == Ending.DIVERGED;
    Good now = new Good(state.weights(), state.position().step());
    Good last = diverged ? lastGood.orElse(now) : now;
    Ending reason = ending;
    double nll = Double.NaN;
    if (!diverged && validated.step() == state.position().step()) {
      nll = validated.nll();
    } else if (objective.hasValidation() && ending != Ending.STOPPED) {
      try {
        Validation validation = validate(last.weights(), stop);
        nll = validation.nll();
        listener.validated(state, validation);
      } catch (StoppedException e) {
        // what diverged is no state to go on from
        reason = diverged ? Ending.DIVERGED : Ending.STOPPED;
      }
    }
    Optional<BestWeights> best = state.selection().best();
    if (best.isPresent()
        && objective.hasValidation()
        && settings.selection().keep() == Keep.BEST
        && !(nll < best.get().nll())) {
      BestWeights chosen = best.get();
      return new TrainingResult(reason, chosen.weights(), chosen.step(), chosen.nll());
    }
    return new TrainingResult(reason, last.weights().clone(), last.step(), nll);
  }

  private Ending train(TrainingState state, StopSignal stop) {
    while (true) {
      validateIfDue(state, stop);
      if (patienceIsOver(state)) {
        return Ending.NO_PROGRESS;
      }
      if (state.position().epoch() >= settings.epochs()) {
        return Ending.EPOCHS_DONE;
      }
      if (!epoch(state, stop)) {
        return Ending.DIVERGED;
      }
      state.nextEpoch();
    }
  }

  private boolean patienceIsOver(TrainingState state) {
    int patience = settings.selection().patience();
    return patience > 0 && state.selection().withoutBest() >= patience;
  }

  /** Returns whether it came to its end. */
  private boolean epoch(TrainingState state, StopSignal stop) {
    EpochPlan plan = new EpochPlan(objective, settings, state.position().epoch());
    while (state.position().batch() < plan.batches()) {
      skippedInARow = step(state, plan, stop) ? 0 : skippedInARow + 1;
      if (skippedInARow == MOST_SKIPPED_IN_A_ROW) {
        return false;
      }
    }
    return true;
  }

  private void validateIfDue(TrainingState state, StopSignal stop) {
    Position p = state.position();
    if (!objective.hasValidation()
        || p.batch() > 0
        || p.epoch() % settings.selection().validateEvery() != 0
        || p.epoch() <= state.selection().validatedEpochs()) {
      return;
    }
    Validation validation = validate(state.weights(), stop);
    validated = new Validated(p.step(), validation.nll());
    state.validated(validation.nll());
    listener.validated(state, validation);
  }

  private Validation validate(double[] weights, StopSignal stop) {
    return BatchMemory.with(settings.batchSize(), () -> objective.validate(weights, stop));
  }

  private record Validated(long step, double nll) {}

  /** The time for training, in nanoseconds. */
  private record Clock(long begin, double limit) {
    static Clock start(Duration limit, Duration gone) {
      return new Clock(
          System.nanoTime() - gone.toNanos(),
          limit == null ? Double.POSITIVE_INFINITY : limit.toNanos());
    }

    /** The share that is over. */
    double gone() {
      return (System.nanoTime() - begin) / limit;
    }
  }

  /** Returns whether the parameters were changed. */
  private boolean step(TrainingState state, EpochPlan plan, StopSignal stop) {
    if (stop.requested()) {
      throw new StoppedException();
    }
    long begin = System.nanoTime();
    Position p = state.position();
    int[] samples = plan.batch(p.batch());
    RandomGenerator random =
        new SplittableRandom(Seeds.of(settings.seed(), Seeds.Purpose.STEP, p.step()));
    Attempt attempt = attempt(state, samples, random, stop);
    double rate =
        settings.learningRate() * settings.schedule().factor(p.step(), allSteps, clock.gone());
    double smoothed = state.smoothedNll();
    boolean good = attempt.problem().isEmpty();
    double nll = good ? attempt.loss().nll() : Double.NaN;
    if (good) {
      remember(state);
      update(state, rate);
      smoothed = Double.isNaN(smoothed) ? nll : SMOOTHING * smoothed + (1 - SMOOTHING) * nll;
    }
    double seconds = (System.nanoTime() - begin) * 1e-9;
    state.advance(
        new Position(
            p.epoch(),
            p.batch() + 1,
            p.step() + 1,
            p.skipped() + (good ? 0 : 1),
            p.seconds() + seconds),
        smoothed,
        objective.firstStep().length());
    Step step =
        new Step(
            p.epoch(),
            p.batch(),
            plan.batches(),
            p.step() + 1,
            nll,
            good ? attempt.loss().extra() : Double.NaN,
            smoothed,
            attempt.norm(),
            rate,
            samples.length,
            attempt.loss().evaluations(),
            seconds);
    if (good) {
      listener.stepDone(step, state);
    } else {
      listener.stepSkipped(step, attempt.problem().get());
    }
    return good;
  }

  /** A loss with its gradient, which may be of no use. */
  private record Attempt(Loss loss, double norm, Optional<String> problem) {}

  private Attempt attempt(
      TrainingState state, int[] samples, RandomGenerator random, StopSignal stop) {
    try {
      Loss loss =
          BatchMemory.with(
              samples.length,
              () -> objective.gradient(state.parameters(), samples, random, gradient, stop));
      double norm = GradientClipping.norm(gradient, gradient.length);
      boolean finite = loss.isFinite() && Double.isFinite(norm);
      return new Attempt(
          loss,
          norm,
          finite ? Optional.empty() : Optional.of("the loss or its gradient is not finite"));
    } catch (LossException e) {
      Loss none = new Loss(Double.NaN, Double.NaN, samples.length, e.evaluations());
      return new Attempt(none, Double.NaN, Optional.of(e.getMessage()));
    }
  }

  /** Weights whose loss was finite, and the number of steps that led to them. */
  private record Good(double[] weights, long step) {}

  /** Nobody knows yet whether the loss of the next weights is finite; that of these was. */
  private void remember(TrainingState state) {
    double[] weights = lastGood.map(Good::weights).orElseGet(() -> new double[gradient.length]);
    System.arraycopy(state.weights(), 0, weights, 0, weights.length);
    lastGood = Optional.of(new Good(weights, state.position().step()));
  }

  private void update(TrainingState state, double rate) {
    boolean flowOnly = settings.clipping().scope() == ClippingSettings.Scope.FLOW;
    state
        .clipping()
        .clip(gradient, flowOnly ? objective.flowParameterCount() : objective.parameterCount());
    state
        .optimiser()
        .step(state.parameters(), gradient, objective.trainedParameterCount(), rate, hidden);
    state
        .average()
        .ifPresent(average -> average.add(state.parameters(), state.optimiser().steps()));
  }
}

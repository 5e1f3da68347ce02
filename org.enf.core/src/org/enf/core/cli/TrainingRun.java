package org.enf.core.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.enf.core.dequantization.EnfSettings;
import org.enf.core.dequantization.MoleculeFlow;
import org.enf.core.dequantization.SizeDistribution;
import org.enf.core.egnn.Engine;
import org.enf.core.flow.GradientMethod;
import org.enf.core.model.Checkpoint;
import org.enf.core.model.EnfModel;
import org.enf.core.model.EnfModelFile;
import org.enf.core.model.LibraryVersion;
import org.enf.core.model.Provenance;
import org.enf.core.ode.SolverSettings;
import org.enf.core.training.LikelihoodSettings;
import org.enf.core.training.MatchingSettings;
import org.enf.core.training.MoleculeLikelihood;
import org.enf.core.training.MoleculeMatching;
import org.enf.core.training.MoleculeSet;
import org.enf.core.training.Objective;
import org.enf.core.training.Trainer;
import org.enf.core.training.TrainingListener;
import org.enf.core.training.TrainingResult;
import org.enf.core.training.TrainingSettings;
import org.enf.core.training.TrainingState;

/**
 * Trains a model and writes it, with a checkpoint beside it that is written again and again and at
 * the end, however that comes.
 */
final class TrainingRun {
  static final String TRAINING_NLL = "training NLL, running mean (nats)";
  static final String TRAINING_LOSS = "training loss of flow matching, running mean";
  static final String VALIDATION_NLL = "validation NLL (nats)";

  private final Session session;
  private final Plan plan;
  private final Engine engine;
  private final String fingerprint;
  private final SizeDistribution sizes;
  private String startedFrom = Provenance.RANDOM_WEIGHTS;

  /**
   * What to do.
   *
   * @param model the architecture
   * @param training how to train
   * @param solver the solver in training
   * @param data the molecules
   * @param dataName the name of their file
   * @param validation further molecules
   * @param initial whose weights a fresh run starts from, in place of random ones
   * @param files what to write
   * @param log where to write a line for each step
   * @param checks what is looked at while it goes on
   * @param limit the time for training, or null
   * @param checkpointEvery the time between two checkpoints
   */
  record Plan(
      EnfSettings model,
      TrainingSettings training,
      SolverSettings solver,
      MoleculeSet data,
      String dataName,
      Optional<MoleculeSet> validation,
      Optional<InitialModel> initial,
      TrainingFiles files,
      Optional<Path> log,
      CheckOptions.Checks checks,
      Duration limit,
      Duration checkpointEvery) {
    /** Whether it trains by flow matching. */
    boolean matches() {
      return training.loss() instanceof MatchingSettings;
    }
  }

  /**
   * What came of it.
   *
   * @param model as it was written
   * @param state of the training
   * @param result how it ended
   */
  record Outcome(EnfModel model, TrainingState state, TrainingResult result) {}

  TrainingRun(Session session, Plan plan, Engine engine) {
    this.session = session;
    this.plan = plan;
    this.engine = engine;
    fingerprint = plan.data().fingerprint();
    sizes = plan.data().sizeDistribution();
  }

  private String startedFrom(Optional<Checkpoint> from) {
    return from.map(checkpoint -> checkpoint.trained().startedFrom())
        .orElseGet(() -> plan.initial().map(InitialModel::words).orElse(Provenance.RANDOM_WEIGHTS));
  }

  /**
   * Trains, from the start or from a checkpoint.
   *
   * @throws IOException if a file cannot be written
   */
  Outcome run(Optional<Checkpoint> from) throws IOException {
    startedFrom = startedFrom(from);
    try (MoleculeFlow flow = flow()) {
      Objective objective = objective(flow);
      return run(objective, from);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private Outcome run(Objective objective, Optional<Checkpoint> from) throws IOException {
    try (TrainingProgress progress =
            new TrainingProgress(session.terminal(), plan.training(), plan.limit());
        TrainingChecks checks = checks(objective, from)) {
      List<TrainingListener> listeners =
          new ArrayList<>(List.of(progress, checks, new Saver(objective)));
      if (plan.log().isEmpty()) {
        return run(objective, from, listeners);
      }
      try (TrainingLog log = log(plan.log().get(), from)) {
        listeners.add(log);
        return run(objective, from, listeners);
      }
    }
  }

  private TrainingChecks checks(Objective objective, Optional<Checkpoint> from) throws IOException {
    return new TrainingChecks(
        session,
        engine,
        plan.training(),
        plan.validation().isPresent(),
        plan.checks(),
        state -> model(objective, state, state.weights(), Double.NaN),
        from.map(checkpoint -> checkpoint.state().position().step()).orElse(0L));
  }

  private Objective objective(MoleculeFlow flow) {
    return plan.training().loss() instanceof LikelihoodSettings
        ? new MoleculeLikelihood(flow, plan.data(), plan.validation(), plan.training())
        : new MoleculeMatching(flow, engine, plan.data(), plan.validation(), plan.training());
  }

  private MoleculeFlow flow() {
    return CommandException.usageIfIllegal(
        () ->
            new MoleculeFlow(
                plan.model(),
                engine,
                plan.solver().solver(),
                plan.training().loss() instanceof LikelihoodSettings likelihood
                    ? likelihood.gradientMethod()
                    : GradientMethod.DISCRETE));
  }

  private static TrainingLog log(Path path, Optional<Checkpoint> from) throws IOException {
    return from.isPresent()
        ? TrainingLog.goOn(path, from.get().state().position().step())
        : TrainingLog.begin(path);
  }

  private Outcome run(
      Objective objective, Optional<Checkpoint> from, List<TrainingListener> listeners)
      throws IOException {
    Trainer trainer =
        CommandException.usageIfIllegal(
            () -> new Trainer(objective, plan.training(), new TrainingListeners(listeners)));
    TrainingState state = from.map(Checkpoint::state).orElseGet(() -> start(trainer));
    if (from.isEmpty()) {
      // after a crash nobody shall go on from the checkpoint of another run
      Files.deleteIfExists(plan.files().checkpoint());
    }
    TrainingResult result = trainer.run(state, plan.limit(), session.interruption());
    EnfModel model = model(objective, state, result.weights(), result.validationNll());
    new Checkpoint(model, state).write(plan.files().checkpoint());
    EnfModelFile.write(model, plan.files().model());
    return new Outcome(model, state, result);
  }

  private TrainingState start(Trainer trainer) {
    return plan.initial()
        .map(initial -> trainer.start(initial.model().parameters()))
        .orElseGet(trainer::start);
  }

  private EnfModel model(
      Objective objective, TrainingState state, double[] weights, double validationNll) {
    Map<String, Double> metrics = new HashMap<>();
    putIfNumber(metrics, plan.matches() ? TRAINING_LOSS : TRAINING_NLL, state.smoothedNll());
    putIfNumber(metrics, VALIDATION_NLL, validationNll);
    return new EnfModel(
        plan.model(),
        sizes,
        weights.clone(),
        new Provenance.Trained(
            LibraryVersion.CURRENT,
            engine.description(),
            engine.name(),
            engine.precision(),
            objective.name(),
            plan.dataName(),
            fingerprint,
            plan.data().size(),
            startedFrom,
            plan.training(),
            plan.solver(),
            state.position().step(),
            state.position().seconds(),
            metrics));
  }

  private static void putIfNumber(Map<String, Double> metrics, String name, double value) {
    if (!Double.isNaN(value)) {
      metrics.put(name, value);
    }
  }

  /** Writes a checkpoint from time to time. */
  private final class Saver implements TrainingListener {
    private final Objective objective;
    private long last = session.terminal().nanos();

    Saver(Objective objective) {
      this.objective = objective;
    }

    @Override
    public void stepDone(Step step, TrainingState state) {
      long now = session.terminal().nanos();
      if (now - last < plan.checkpointEvery().toNanos()) {
        return;
      }
      last = now;
      try {
        EnfModel model = model(objective, state, state.weights(), Double.NaN);
        new Checkpoint(model, state).write(plan.files().checkpoint());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

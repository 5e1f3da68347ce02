package org.enf.core.learner;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.enf.core.dequantization.MoleculeFlow;
import org.enf.core.dequantization.SizeDistribution;
import org.enf.core.egnn.Engine;
import org.enf.core.flow.GradientMethod;
import org.enf.core.model.Checkpoint;
import org.enf.core.model.EnfModel;
import org.enf.core.model.LibraryVersion;
import org.enf.core.model.Provenance;
import org.enf.core.ode.StopSignal;
import org.enf.core.training.HiddenWeights;
import org.enf.core.training.LikelihoodSettings;
import org.enf.core.training.MoleculeLikelihood;
import org.enf.core.training.MoleculeMatching;
import org.enf.core.training.Objective;
import org.enf.core.training.OptimiserSettings;
import org.enf.core.training.Trainer;
import org.enf.core.training.TrainingListener;
import org.enf.core.training.TrainingListeners;
import org.enf.core.training.TrainingResult;
import org.enf.core.training.TrainingState;

/** Trains a model by a plan, from the start or from a checkpoint. Writes no file. */
public final class Learner implements AutoCloseable {
  /** The metric of the provenance that holds the running mean of a likelihood's loss. */
  public static final String TRAINING_NLL = "training NLL, running mean (nats)";

  /** The metric of the provenance that holds the running mean of flow matching's loss. */
  public static final String TRAINING_LOSS = "training loss of flow matching, running mean";

  /** The metric of the provenance that holds the mean over the validation set. */
  public static final String VALIDATION_NLL = "validation NLL (nats)";

  private final LearnerPlan plan;
  private final Engine engine;
  private final Optional<Checkpoint> from;
  private final MoleculeFlow flow;
  private final Objective objective;
  private final String fingerprint;
  private final SizeDistribution sizes;
  private final String startedFrom;

  /**
   * A learner.
   *
   * @param from where it goes on; its settings and data have to be those of the plan
   * @throws IllegalArgumentException if the settings contradict each other, or the network is too
   *     large for the memory of this process
   */
  public Learner(LearnerPlan plan, Engine engine, Optional<Checkpoint> from) {
    TrainingMemory.require(plan.model(), plan.training(), Runtime.getRuntime().maxMemory());
    this.plan = plan;
    this.engine = engine;
    this.from = from;
    fingerprint = plan.data().fingerprint();
    sizes = plan.data().sizeDistribution();
    startedFrom =
        from.map(checkpoint -> checkpoint.trained().startedFrom()).orElseGet(plan::startsFrom);
    flow = flow(plan, engine);
    objective =
        plan.matches()
            ? new MoleculeMatching(flow, engine, plan.data(), plan.validation(), plan.training())
            : new MoleculeLikelihood(flow, plan.data(), plan.validation(), plan.training());
  }

  private static MoleculeFlow flow(LearnerPlan plan, Engine engine) {
    GradientMethod gradient =
        plan.training().loss() instanceof LikelihoodSettings likelihood
            ? likelihood.gradientMethod()
            : GradientMethod.DISCRETE;
    return new MoleculeFlow(plan.model(), engine, plan.solver().solver(), gradient);
  }

  /**
   * What came of a run.
   *
   * @param model with the weights that the settings choose
   * @param state of the training
   * @param result how it ended
   */
  public record Outcome(EnfModel model, TrainingState state, TrainingResult result) {
    /** All that is needed to go on. */
    public Checkpoint checkpoint() {
      return new Checkpoint(model, state);
    }
  }

  /** A run that can begin. */
  public final class Run {
    private final Trainer trainer;
    private final TrainingState state;

    private Run(Trainer trainer) {
      this.trainer = trainer;
      state = from.map(Checkpoint::state).orElseGet(() -> start(trainer));
    }

    /**
     * Trains.
     *
     * @param limit the time for training, or null
     * @param stop is asked before each evaluation of the network
     */
    public Outcome train(Duration limit, StopSignal stop) {
      TrainingResult result = trainer.run(state, limit, stop);
      return new Outcome(model(state, result.weights(), result.validationNll()), state, result);
    }
  }

  /**
   * Prepares a run.
   *
   * @throws IllegalArgumentException if there are too few molecules for a batch, or a validation
   *     set is needed and there is none
   */
  public Run run(List<TrainingListener> listeners) {
    return new Run(
        new Trainer(objective, plan.training(), hiddenWeights(), new TrainingListeners(listeners)));
  }

  private HiddenWeights hiddenWeights() {
    return plan.training().optimiser().rule() == OptimiserSettings.Rule.MUON
        ? HiddenWeights.of(plan.model(), engine)
        : HiddenWeights.none();
  }

  private TrainingState start(Trainer trainer) {
    return plan.initial()
        .map(initial -> trainer.start(initial.model().parameters()))
        .orElseGet(trainer::start);
  }

  /** The number of steps that were done before the run begins. */
  public long stepsBefore() {
    return from.map(checkpoint -> checkpoint.state().position().step()).orElse(0L);
  }

  /** The model of the moment. */
  public EnfModel modelOf(TrainingState state) {
    return model(state, state.weights(), Double.NaN);
  }

  /** All that is needed to go on from this moment. */
  public Checkpoint checkpointOf(TrainingState state) {
    return new Checkpoint(modelOf(state), state);
  }

  private EnfModel model(TrainingState state, double[] weights, double validationNll) {
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

  @Override
  public void close() {
    flow.close();
  }
}

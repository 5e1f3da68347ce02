package org.enf.core.training;

import java.util.Optional;
import java.util.SplittableRandom;
import org.enf.core.flow.PositionFlow;
import org.enf.core.flow.TraceMethod;
import org.enf.core.ode.FirstStep;
import org.enf.core.ode.StopSignal;
import org.enf.core.particles.PositionSet;

/** What all losses of positions have in common: data, parameters, and validation by log p(x). */
public abstract sealed class PositionObjective implements Objective
    permits PositionLikelihood, PositionMatching {
  private final Subject subject;
  private final TrainingSettings settings;

  /**
   * What is trained, and on what.
   *
   * @param flow computes density and gradient; its parameters are overwritten
   * @param initialisation gives it fresh parameters
   * @param data the training samples
   * @param validation further ones
   * @param validationTrace how the log-determinants of a validation are found, each time with the
   *     same noise
   */
  public record Subject(
      PositionFlow flow,
      Initialisation initialisation,
      PositionSet data,
      Optional<PositionSet> validation,
      TraceMethod validationTrace) {}

  PositionObjective(Subject subject, TrainingSettings settings) {
    this.subject = subject;
    this.settings = settings;
  }

  final PositionFlow flow() {
    return subject.flow();
  }

  final PositionSet data() {
    return subject.data();
  }

  @Override
  public final int samples() {
    return data().size();
  }

  @Override
  public final int size(int sample) {
    return data().particles();
  }

  @Override
  public final int parameterCount() {
    return flow().parameterCount();
  }

  /** All of them: there is no dequantizer. */
  @Override
  public final int flowParameterCount() {
    return flow().parameterCount();
  }

  @Override
  public final double[] start(long seed) {
    return subject
        .initialisation()
        .initialise(new SplittableRandom(Seeds.of(seed, Seeds.Purpose.PARAMETERS, 0)));
  }

  @Override
  public final FirstStep firstStep() {
    return flow().firstStep();
  }

  @Override
  public final boolean hasValidation() {
    return subject.validation().isPresent();
  }

  @Override
  public final Validation validate(double[] parameters, StopSignal stop) {
    PositionSet set =
        subject
            .validation()
            .orElseThrow(() -> new IllegalStateException("there is no validation set"));
    flow().setParameters(parameters);
    MeanDensity.Estimate estimate =
        new MeanDensity(flow(), subject.validationTrace(), settings.batchSize())
            .of(
                set.spread(settings.validationMolecules()),
                Seeds.of(settings.seed(), Seeds.Purpose.VALIDATION, 0),
                stop);
    return new Validation(estimate.nll(), estimate.samples(), estimate.left());
  }
}

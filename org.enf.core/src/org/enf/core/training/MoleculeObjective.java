package org.enf.core.training;

import java.util.Optional;
import java.util.SplittableRandom;
import org.enf.core.dequantization.EnfSettings;
import org.enf.core.dequantization.MoleculeFlow;
import org.enf.core.dequantization.SizeDistribution;
import org.enf.core.ode.FirstStep;
import org.enf.core.ode.StopSignal;

/** What all losses of molecules have in common: data, parameters, and validation by the bound. */
public abstract sealed class MoleculeObjective implements Objective
    permits MoleculeLikelihood, MoleculeMatching {
  private final MoleculeFlow flow;
  private final MoleculeSet data;
  private final Optional<MoleculeSet> validation;
  private final TrainingSettings settings;
  private final SizeDistribution sizes;

  MoleculeObjective(
      MoleculeFlow flow,
      MoleculeSet data,
      Optional<MoleculeSet> validation,
      TrainingSettings settings) {
    this.flow = flow;
    this.data = data;
    this.validation = validation;
    this.settings = settings;
    sizes = data.sizeDistribution();
  }

  final MoleculeFlow flow() {
    return flow;
  }

  final MoleculeSet data() {
    return data;
  }

  /** p(M) of the training data. */
  final SizeDistribution sizes() {
    return sizes;
  }

  @Override
  public final int samples() {
    return data.size();
  }

  @Override
  public final int size(int sample) {
    return data.atoms(sample);
  }

  @Override
  public final int parameterCount() {
    return flow.settings().parameterCount();
  }

  /** Those of the velocity network and the ActNorm. */
  @Override
  public final int flowParameterCount() {
    EnfSettings model = flow.settings();
    return model.dynamicsParameters() + model.actNormParameters();
  }

  /** Random networks. */
  final double[] randomParameters(long seed) {
    return flow.settings()
        .initialise(new SplittableRandom(Seeds.of(seed, Seeds.Purpose.PARAMETERS, 0)));
  }

  @Override
  public final FirstStep firstStep() {
    return flow.firstStep();
  }

  @Override
  public final boolean hasValidation() {
    return validation.isPresent();
  }

  /** The mean bound on −log p(x, h, M), by Hutchinson's estimate of the trace. */
  @Override
  public final Validation validate(double[] parameters, StopSignal stop) {
    MoleculeSet set =
        validation.orElseThrow(() -> new IllegalStateException("there is no validation set"));
    flow.setParameters(parameters);
    return new MeanBound(flow, sizes, settings.seed())
        .of(set, settings.validationMolecules(), settings.batchSize(), stop);
  }
}

package org.enf.core.training;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.enf.core.dequantization.EnfSettings;
import org.enf.core.dequantization.MoleculeBatch;
import org.enf.core.dequantization.MoleculeFlow;
import org.enf.core.dequantization.SizeDistribution;
import org.enf.core.molecule.Molecule;
import org.enf.core.ode.FirstStep;
import org.enf.core.ode.OdeException;
import org.enf.core.ode.StopSignal;

/**
 * Maximum likelihood of molecules: the mean bound on −log p(x, h, M), with a regularisation if one
 * is set (Satorras et al. 2021, §3 and §5).
 */
public final class MoleculeLikelihood implements Objective {
  private static final int ACT_NORM_MOLECULES = 512;

  private final MoleculeFlow flow;
  private final MoleculeSet data;
  private final Optional<MoleculeSet> validation;
  private final TrainingSettings settings;
  private final SizeDistribution sizes;

  /**
   * An objective.
   *
   * @param flow computes bound and gradient; its parameters are overwritten
   * @param settings say how the loss is estimated and the validation set is evaluated
   * @throws IllegalArgumentException if the flow finds its gradient in another way than they say
   */
  public MoleculeLikelihood(
      MoleculeFlow flow,
      MoleculeSet data,
      Optional<MoleculeSet> validation,
      TrainingSettings settings) {
    settings.likelihood().requireMethodOf(flow.gradientMethod());
    this.flow = flow;
    this.data = data;
    this.validation = validation;
    this.settings = settings;
    sizes = data.sizeDistribution();
  }

  @Override
  public String name() {
    return "maximum likelihood";
  }

  @Override
  public int samples() {
    return data.size();
  }

  @Override
  public int size(int sample) {
    return data.atoms(sample);
  }

  @Override
  public int parameterCount() {
    return flow.settings().parameterCount();
  }

  /** Those of the velocity network and the ActNorm. */
  @Override
  public int flowParameterCount() {
    EnfSettings model = flow.settings();
    return model.dynamicsParameters() + model.actNormParameters();
  }

  /** Random networks, the ActNorm set by molecules from all over the data. */
  @Override
  public double[] start(long seed) {
    double[] parameters =
        flow.settings()
            .initialise(new SplittableRandom(Seeds.of(seed, Seeds.Purpose.PARAMETERS, 0)));
    flow.initialiseActNorm(
        parameters,
        data.batch(data.spread(ACT_NORM_MOLECULES)),
        new SplittableRandom(Seeds.of(seed, Seeds.Purpose.PARAMETERS, 1)));
    return parameters;
  }

  @Override
  public Loss gradient(
      double[] parameters,
      int[] samples,
      RandomGenerator random,
      double[] gradient,
      StopSignal stop) {
    LikelihoodSettings loss = settings.likelihood();
    MoleculeBatch batch = batch(samples, random);
    double[] noise = flow.dequantizerNoise(batch.shape(), random);
    var trace = flow.trace(loss.trace(), batch.shape(), random);
    flow.setParameters(parameters);
    try {
      MoleculeFlow.Bound bound =
          flow.gradient(batch, noise, trace, loss.regularisation(), gradient, stop);
      return new Loss(
          MeanBound.negativeMean(bound, batch.shape(), sizes),
          loss.regularisation().penalty(bound.kinetic(), bound.jacobian()),
          samples.length,
          bound.solution().evaluations());
    } catch (OdeException e) {
      throw new LossException(e.getMessage(), e.solution().evaluations(), e);
    }
  }

  private MoleculeBatch batch(int[] samples, RandomGenerator random) {
    MoleculeBatch batch = data.batch(samples);
    double[] positions =
        settings
            .likelihood()
            .augmentation()
            .of(batch.shape(), Molecule.DIMENSIONS, batch.positions(), random);
    return new MoleculeBatch(batch.shape(), positions, batch.types());
  }

  @Override
  public FirstStep firstStep() {
    return flow.firstStep();
  }

  @Override
  public boolean hasValidation() {
    return validation.isPresent();
  }

  @Override
  public Validation validate(double[] parameters, StopSignal stop) {
    MoleculeSet set =
        validation.orElseThrow(() -> new IllegalStateException("there is no validation set"));
    flow.setParameters(parameters);
    return new MeanBound(flow, sizes, settings.seed())
        .of(set, settings.validationMolecules(), settings.batchSize(), stop);
  }
}

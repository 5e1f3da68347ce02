package org.enf.core.training;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.enf.core.dequantization.MoleculeBatch;
import org.enf.core.dequantization.MoleculeFlow;
import org.enf.core.molecule.Molecule;
import org.enf.core.ode.OdeException;
import org.enf.core.ode.StopSignal;

/**
 * Maximum likelihood of molecules: the mean bound on −log p(x, h, M), with a regularisation if one
 * is set (Satorras et al. 2021, §3 and §5).
 */
public final class MoleculeLikelihood extends MoleculeObjective {
  private static final int ACT_NORM_MOLECULES = 512;

  private final LikelihoodSettings likelihood;

  /**
   * An objective.
   *
   * @param flow computes bound and gradient; its parameters are overwritten
   * @param settings say how the loss is estimated and the validation set is evaluated
   * @throws IllegalArgumentException if they are for another loss, or the flow finds its gradient
   *     in another way than they say
   */
  public MoleculeLikelihood(
      MoleculeFlow flow,
      MoleculeSet data,
      Optional<MoleculeSet> validation,
      TrainingSettings settings) {
    super(flow, data, validation, settings);
    likelihood = settings.loss(LikelihoodSettings.class);
    likelihood.requireMethodOf(flow.gradientMethod());
  }

  @Override
  public String name() {
    return "maximum likelihood";
  }

  /** Random networks, the ActNorm set by molecules from all over the data. */
  @Override
  public double[] start(long seed) {
    double[] parameters = randomParameters(seed);
    flow()
        .initialiseActNorm(
            parameters,
            data().batch(data().spread(ACT_NORM_MOLECULES)),
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
    MoleculeFlow flow = flow();
    MoleculeBatch batch = batch(samples, random);
    double[] noise = flow.dequantizerNoise(batch.shape(), random);
    var trace = flow.trace(likelihood.trace(), batch.shape(), random);
    flow.setParameters(parameters);
    try {
      MoleculeFlow.Bound bound =
          flow.gradient(batch, noise, trace, likelihood.regularisation(), gradient, stop);
      return new Loss(
          MeanBound.negativeMean(bound, batch.shape(), sizes()),
          likelihood.regularisation().penalty(bound.kinetic(), bound.jacobian()),
          samples.length,
          bound.solution().evaluations());
    } catch (OdeException e) {
      throw new LossException(e.getMessage(), e.solution().evaluations(), e);
    }
  }

  private MoleculeBatch batch(int[] samples, RandomGenerator random) {
    MoleculeBatch batch = data().batch(samples);
    double[] positions =
        likelihood.augmentation().of(batch.shape(), Molecule.DIMENSIONS, batch.positions(), random);
    return new MoleculeBatch(batch.shape(), positions, batch.types());
  }
}

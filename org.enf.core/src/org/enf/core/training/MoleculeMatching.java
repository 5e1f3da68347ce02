package org.enf.core.training;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.enf.core.dequantization.EnfSettings;
import org.enf.core.dequantization.MoleculeBatch;
import org.enf.core.dequantization.MoleculeFlow;
import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.Engine;
import org.enf.core.flow.matching.VelocityMatching;
import org.enf.core.molecule.Molecule;
import org.enf.core.ode.StopSignal;

/**
 * Flow matching of molecules: no solver, one evaluation of the velocity and its gradient a step
 * (Lipman et al. 2023; Klein et al., "Equivariant Flow Matching", 2023; Song et al. 2023).
 *
 * <p>Trains the velocity alone: the ActNorm is a constant that scales the data, and a dequantizer
 * with a network stays as it is.
 */
public final class MoleculeMatching extends MoleculeObjective {
  private final MatchingSettings matching;
  private final Engine engine;

  /**
   * An objective.
   *
   * @param flow whose velocity is trained; its parameters are overwritten
   * @param engine of the flow
   * @param settings with {@link MatchingSettings} as loss
   * @throws IllegalArgumentException if they are for another loss
   */
  public MoleculeMatching(
      MoleculeFlow flow,
      Engine engine,
      MoleculeSet data,
      Optional<MoleculeSet> validation,
      TrainingSettings settings) {
    super(flow, data, validation, settings);
    matching = settings.loss(MatchingSettings.class);
    this.engine = engine;
  }

  @Override
  public String name() {
    return "flow matching";
  }

  /** Those of the velocity. */
  @Override
  public int trainedParameterCount() {
    return flow().settings().dynamicsParameters();
  }

  /** Random networks, the ActNorm as the scales say. */
  @Override
  public double[] start(long seed) {
    EnfSettings model = flow().settings();
    double[] parameters = randomParameters(seed);
    MatchingSettings.Scales scales = matching.scales();
    double[] actNorm =
        model.actNorm().scaling(scales.positions(), scales.ofFeatures(model.types().size()));
    System.arraycopy(actNorm, 0, parameters, model.dynamicsParameters(), actNorm.length);
    return parameters;
  }

  @Override
  public Loss gradient(
      double[] parameters,
      int[] samples,
      RandomGenerator random,
      double[] gradient,
      StopSignal stop) {
    MoleculeBatch batch = data().batch(samples);
    BatchShape shape = batch.shape();
    flow().setParameters(parameters);
    double[] featureNoise =
        matching.leavesNoise(flow().settings())
            ? new double[shape.atoms() * flow().settings().features()]
            : flow().dequantizerNoise(shape, random);
    double[] rows = flow().normalised(batch, featureNoise).rows();
    double[] noise =
        matching.alignment().of(Molecule.DIMENSIONS, shape, rows, flow().latent(shape, random));
    double[] times = matching.times().sample(shape.molecules(), random);
    Arrays.fill(gradient, 0);
    double value = loss(parameters).gradient(shape, times, rows, noise, gradient);
    return new Loss(value, 0, samples.length, 1);
  }

  private VelocityMatching loss(double[] parameters) {
    EnfSettings model = flow().settings();
    return new VelocityMatching(
        engine,
        flow().velocity(),
        matching.path(model, parameters),
        matching.weights().ofColumns(Molecule.DIMENSIONS, model.types().size()));
  }
}

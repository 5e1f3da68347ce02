package org.enf.core.dequantization;

import java.util.Arrays;
import java.util.List;
import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.Engine;
import org.enf.core.molecule.AtomTypes;
import org.enf.core.molecule.Element;
import org.enf.core.ode.ButcherTableau;
import org.enf.core.ode.FixedStepSolver;
import org.enf.core.testing.LivelyParameters;
import org.enf.core.testing.Normals;

/** A flow of molecules of three elements, small enough for finite differences. */
final class TinyEnf {
  static final AtomTypes TYPES = new AtomTypes(List.of(Element.H, Element.C, Element.O));
  static final EnfSettings SETTINGS = EnfSettings.of(TYPES, 2, 4, 2, 4);
  static final int FEATURES = SETTINGS.features();
  static final BatchShape SHAPE = new BatchShape(3, 2, 2);
  static final int[] ATOM_TYPES = {1, 0, 2, 1, 2, 0, 0};

  private TinyEnf() {}

  static MoleculeBatch batch() {
    return MoleculeBatch.centred(SHAPE, Normals.of(3 * SHAPE.atoms(), 1), ATOM_TYPES);
  }

  static double[] featureNoise(long seed) {
    return Normals.of(SHAPE.atoms() * FEATURES, seed);
  }

  static double[] rowNoise(long seed) {
    return Normals.of(SHAPE.atoms() * (3 + FEATURES), seed);
  }

  /** The same system with another dequantizer. */
  static EnfSettings settings(Dequantization kind) {
    return new EnfSettings(
        TYPES,
        SETTINGS.dynamics(),
        kind,
        kind.hasNetwork() ? SETTINGS.dequantizer() : null,
        SETTINGS.freedom());
  }

  /** Parameters under which every part of the flow matters. */
  static double[] parameters() {
    return parameters(SETTINGS);
  }

  /** Parameters under which every part of a flow matters. */
  static double[] parameters(EnfSettings settings) {
    double[] all = new double[settings.parameterCount()];
    double[] dynamics = LivelyParameters.of(settings.dynamics(), 21);
    double[] actNorm = Normals.of(settings.actNormParameters(), 22);
    double[] dequantizer =
        settings.dequantizer() == null
            ? new double[0]
            : LivelyParameters.of(settings.dequantizer(), 23);
    System.arraycopy(dynamics, 0, all, 0, dynamics.length);
    for (int k = 0; k < actNorm.length; k++) {
      all[dynamics.length + k] = 0.3 * actNorm[k];
    }
    System.arraycopy(dequantizer, 0, all, all.length - dequantizer.length, dequantizer.length);
    return all;
  }

  /** Steps of fixed length: their number does not depend on how a molecule is turned. */
  static MoleculeFlow flow(Engine engine, double[] parameters) {
    MoleculeFlow flow =
        new MoleculeFlow(SETTINGS, engine, new FixedStepSolver(ButcherTableau.HEUN, 2));
    flow.setParameters(parameters);
    return flow;
  }

  /** Types as they are told to {@link org.enf.core.testing.Equivariance}. */
  static double[] asDoubles(int[] types) {
    return Arrays.stream(types).asDoubleStream().toArray();
  }

  /** A batch from arrays that {@link org.enf.core.testing.Equivariance} has moved. */
  static MoleculeBatch batch(BatchShape shape, double[] positions, double[] types) {
    return MoleculeBatch.centred(
        shape, positions.clone(), Arrays.stream(types).mapToInt(t -> (int) t).toArray());
  }
}

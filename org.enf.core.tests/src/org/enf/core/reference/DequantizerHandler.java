package org.enf.core.reference;

import static org.junit.Assert.assertEquals;

import java.nio.file.Path;
import org.enf.core.dequantization.ArgmaxDequantizer;
import org.enf.core.dequantization.MoleculeBatch;
import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.EgnnSettings;
import org.enf.core.egnn.Engine;
import org.enf.core.egnn.ParameterLayout;
import org.enf.core.molecule.AtomTypes;
import org.enf.core.testing.ArrayNetwork;
import org.enf.core.testing.Closeness;
import org.enf.core.testing.TestedEngine;
import org.enf.core.vector.Vector;

/** The dequantizer's network, the lifted features and log q with given noise. */
final class DequantizerHandler implements VectorHandler {
  private static final double TOLERANCE = 1e-8;
  private static final int TYPES = AtomTypes.QM9.size();
  private static final int FEATURES = TYPES + 1;

  @Override
  public String prefix() {
    return "dequantizer";
  }

  /** The molecules of such a file. */
  static MoleculeBatch batch(VectorNode file) {
    BatchShape shape = file.batch("x");
    double[] oneHot = file.get("one_hot").rows(shape);
    double[] charges = file.get("charges").rows(shape);
    int[] types = new int[shape.atoms()];
    for (int i = 0; i < types.length; i++) {
      while (oneHot[i * TYPES + types[i]] == 0) {
        types[i]++;
      }
      assertEquals(
          file.where() + ": charge of atom " + i,
          charges[i],
          AtomTypes.QM9.element(types[i]).atomicNumber(),
          0);
    }
    return MoleculeBatch.centred(shape, file.get("x").rows(shape), types);
  }

  /** The network of such a file; its layers and width are those of its weights. */
  static EgnnSettings settings(VectorNode file) {
    VectorNode weights = file.get("weights");
    int layers = 0;
    while (weights.has("net_fn.egnn.gcl_" + layers + ".edge_mlp.0.weight")) {
      layers++;
    }
    int hidden = weights.get("net_fn.egnn.embedding.bias").dimension(0);
    return EgnnSettings.dequantizer(3, FEATURES, layers, hidden);
  }

  static double[] parameters(VectorNode file) {
    return file.get("weights").parameters("net_fn.", settings(file));
  }

  @Override
  public void check(VectorNode file, Path folder) {
    for (TestedEngine tested : TestedEngine.values()) {
      try (Engine engine = tested.open()) {
        checkNetwork(file, engine, tested.tolerance(TOLERANCE));
        checkFeatures(file, engine, tested.tolerance(TOLERANCE));
        checkArgmaxAlone(file, engine, tested.tolerance(TOLERANCE));
      }
    }
  }

  private static void checkNetwork(VectorNode file, Engine engine, double tolerance) {
    MoleculeBatch batch = batch(file);
    BatchShape shape = batch.shape();
    double[] features =
        VectorNode.beside(
            file.get("one_hot").rows(shape), TYPES, file.get("charges").rows(shape), 1);
    double[] input = VectorNode.beside(batch.positions(), 3, features, FEATURES);
    try (ArrayNetwork network = new ArrayNetwork(engine, settings(file), parameters(file))) {
      double[] output = network.value(shape, new double[shape.molecules()], input);
      int width = 3 + 2 * FEATURES;
      double[] found = new double[shape.atoms() * 2 * FEATURES];
      for (int i = 0; i < shape.atoms(); i++) {
        System.arraycopy(output, i * width + 3, found, i * 2 * FEATURES, 2 * FEATURES);
      }
      VectorNode expected = file.get("net_out");
      Closeness.assertClose(expected.where(), expected.rows(shape), found, tolerance);
    }
  }

  private static void checkFeatures(VectorNode file, Engine engine, double tolerance) {
    MoleculeBatch batch = batch(file);
    BatchShape shape = batch.shape();
    double[] expected =
        VectorNode.beside(
            file.get("v_categorical").rows(shape), TYPES, file.get("v_integer").rows(shape), 1);
    try (ArgmaxDequantizer dequantizer = dequantizer(engine, settings(file), parameters(file))) {
      ArgmaxDequantizer.Lifted lifted = dequantizer.lift(batch, file.get("eps").rows(shape));
      Closeness.assertClose(file.where() + ": v", expected, lifted.values(), tolerance);
      Closeness.assertClose(
          file.where() + ": log q", file.get("log_q").array(), lifted.logDensities(), tolerance);
    }
  }

  private static ArgmaxDequantizer dequantizer(
      Engine engine, EgnnSettings settings, double[] parameters) {
    ArgmaxDequantizer dequantizer = new ArgmaxDequantizer(AtomTypes.QM9, settings, engine);
    try (Vector vector = engine.vector(parameters)) {
      dequantizer.setParameters(vector);
    }
    return dequantizer;
  }

  /** With all parameters zero the network says mean 0 and scale 1, so u is the noise. */
  private static void checkArgmaxAlone(VectorNode file, Engine engine, double tolerance) {
    VectorNode expected = file.get("argmax_only");
    MoleculeBatch batch = batch(file);
    BatchShape shape = batch.shape();
    double[] u = expected.get("u").rows(shape);
    double[] noise = VectorNode.beside(u, TYPES, new double[shape.atoms()], 1);
    EgnnSettings settings = settings(file);
    double[] zero = new double[ParameterLayout.of(settings).length()];
    double[] logDensity = expected.get("ldj").array();
    for (int b = 0; b < shape.molecules(); b++) {
      logDensity[b] = -logDensity[b];
      for (int k = shape.offset(b) * TYPES; k < shape.offset(b + 1) * TYPES; k++) {
        logDensity[b] += -0.5 * u[k] * u[k];
      }
      // the charge's u of 0 has the sigmoid's slope ¼
      logDensity[b] += shape.size(b) * (Math.log(4) - 0.5 * FEATURES * Math.log(2 * Math.PI));
    }
    try (ArgmaxDequantizer dequantizer = dequantizer(engine, settings, zero)) {
      ArgmaxDequantizer.Lifted lifted = dequantizer.lift(batch, noise);
      double[] z = new double[u.length];
      for (int i = 0; i < shape.atoms(); i++) {
        System.arraycopy(lifted.values(), i * FEATURES, z, i * TYPES, TYPES);
      }
      Closeness.assertClose(expected.where() + ": z", expected.get("z").rows(shape), z, tolerance);
      Closeness.assertClose(
          expected.where() + ": log q", logDensity, lifted.logDensities(), tolerance);
    }
  }
}

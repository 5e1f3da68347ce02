package org.enf.core.dequantization;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.EgnnSettings;
import org.enf.core.egnn.Engine;
import org.enf.core.testing.ArrayNetwork;
import org.enf.core.testing.Closeness;
import org.enf.core.testing.Determinant;
import org.enf.core.testing.Equivariance;
import org.enf.core.testing.FiniteDifferences;
import org.enf.core.testing.Layout;
import org.enf.core.testing.LivelyParameters;
import org.enf.core.testing.Normals;
import org.enf.core.testing.PlainEngine;
import org.enf.core.vector.Vector;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** Types and charges lifted to continuous features. */
public class ArgmaxDequantizerTest {
  private static final int FEATURES = TinyEnf.FEATURES;
  private static final EgnnSettings SETTINGS = TinyEnf.SETTINGS.dequantizer();
  private static final double[] PARAMETERS = LivelyParameters.of(SETTINGS, 6);

  private Engine engine;
  private ArgmaxDequantizer dequantizer;

  @Before
  public void start() {
    engine = new PlainEngine();
    dequantizer = new ArgmaxDequantizer(TinyEnf.TYPES, SETTINGS, engine);
    setParameters(PARAMETERS);
  }

  @After
  public void stop() {
    dequantizer.close();
    engine.close();
  }

  private void setParameters(double[] parameters) {
    try (Vector vector = engine.vector(parameters)) {
      dequantizer.setParameters(vector);
    }
  }

  @Test
  public void argmaxGivesTheTypeAndFloorTheChargeBack() {
    MoleculeBatch batch = TinyEnf.batch();
    for (int seed = 0; seed < 200; seed++) {
      double[] values = dequantizer.lift(batch, TinyEnf.featureNoise(seed)).values();
      for (int i = 0; i < batch.types().length; i++) {
        int type = batch.types()[i];
        assertEquals("type of atom " + i, type, dequantizer.type(values, i * FEATURES));
        assertEquals(
            "charge of atom " + i,
            TinyEnf.TYPES.element(type).atomicNumber(),
            (int) Math.floor(values[i * FEATURES + TinyEnf.TYPES.size()]));
      }
    }
  }

  @Test
  public void logDensityIsThatOfTheChangeOfVariables() {
    BatchShape one = new BatchShape(3);
    MoleculeBatch batch = MoleculeBatch.centred(one, Normals.of(9, 1), new int[] {2, 0, 1});
    double[] noise = Normals.of(3 * FEATURES, 2);
    double[][] jacobian =
        FiniteDifferences.jacobian(e -> dequantizer.lift(batch, e).values(), noise);
    double expected = -Math.log(Math.abs(Determinant.of(jacobian)));
    for (double e : noise) {
      expected += -0.5 * e * e - 0.5 * Math.log(2 * Math.PI);
    }
    assertEquals(expected, dequantizer.lift(batch, noise).logDensities()[0], 1e-8);
  }

  @Test
  public void extremeNoiseStaysFinite() {
    MoleculeBatch batch = TinyEnf.batch();
    double[] noise = TinyEnf.featureNoise(1);
    for (int k = 0; k < noise.length; k++) {
      noise[k] = Math.signum(noise[k]) * 1e3;
    }
    ArgmaxDequantizer.Lifted lifted = dequantizer.lift(batch, noise);
    assertTrue("values", Arrays.stream(lifted.values()).allMatch(Double::isFinite));
    assertTrue("log-densities", Arrays.stream(lifted.logDensities()).allMatch(Double::isFinite));
  }

  @Test
  public void reverseAgreesWithFiniteDifferences() {
    MoleculeBatch batch = TinyEnf.batch();
    double[] noise = TinyEnf.featureNoise(3);
    double[] byValues = TinyEnf.featureNoise(4);
    double[] byLogDensities = Normals.of(TinyEnf.SHAPE.molecules(), 5);
    try (Vector gradient = engine.vector(PARAMETERS.length)) {
      ArgmaxDequantizer.Lifted lifted = dequantizer.lift(batch, noise);
      lifted.reverse(byValues, byLogDensities, gradient);
      double[] once = ArrayNetwork.array(gradient);
      lifted.reverse(byValues, byLogDensities, gradient);
      double[] twice = ArrayNetwork.array(gradient);
      for (int k = 0; k < once.length; k++) {
        assertEquals("the gradient is added", 2 * once[k], twice[k], 1e-12);
      }
      double[] expected =
          FiniteDifferences.gradient(
              p -> loss(p, batch, noise, byValues, byLogDensities), PARAMETERS);
      Closeness.assertClose("gradient", expected, once, 1e-8);
    }
  }

  private double loss(
      double[] parameters,
      MoleculeBatch batch,
      double[] noise,
      double[] byValues,
      double[] byLogDensities) {
    setParameters(parameters);
    ArgmaxDequantizer.Lifted lifted = dequantizer.lift(batch, noise);
    double loss = 0;
    for (int k = 0; k < byValues.length; k++) {
      loss += byValues[k] * lifted.values()[k];
    }
    for (int b = 0; b < byLogDensities.length; b++) {
      loss += byLogDensities[b] * lifted.logDensities()[b];
    }
    return loss;
  }

  @Test
  public void featuresAndLogDensityAreInvariant() {
    Equivariance.of(3, TinyEnf.SHAPE)
        .input(Layout.positions(3, 0), TinyEnf.batch().positions())
        .input(Layout.perAtom(1), TinyEnf.asDoubles(TinyEnf.ATOM_TYPES))
        .input(Layout.perAtom(FEATURES), TinyEnf.featureNoise(2))
        .output("features", Layout.perAtom(FEATURES))
        .output("log q", Layout.perMolecule(1))
        .holds(
            (shape, in) -> {
              ArgmaxDequantizer.Lifted lifted =
                  dequantizer.lift(TinyEnf.batch(shape, in.get(0), in.get(1)), in.get(2));
              return List.of(lifted.values(), lifted.logDensities());
            },
            1e-9);
  }

  @Test
  public void theSeedDecidesTheNoise() {
    double[] noise = dequantizer.noise(TinyEnf.SHAPE, new Random(1));
    assertEquals(TinyEnf.SHAPE.atoms() * FEATURES, noise.length);
    Closeness.assertWithin("noise", noise, dequantizer.noise(TinyEnf.SHAPE, new Random(1)), 0);
  }

  @Test
  public void aNetworkOfOtherWidthIsRefused() {
    IllegalArgumentException error =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new ArgmaxDequantizer(TinyEnf.TYPES, EgnnSettings.dequantizer(3, 5, 1, 2), engine));
    assertTrue(error.getMessage(), error.getMessage().contains("maps 4 features to 8"));
  }
}

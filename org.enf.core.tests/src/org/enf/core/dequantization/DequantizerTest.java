package org.enf.core.dequantization;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Random;
import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.EgnnSettings;
import org.enf.core.testing.ArrayNetwork;
import org.enf.core.testing.Closeness;
import org.enf.core.testing.Determinant;
import org.enf.core.testing.FiniteDifferences;
import org.enf.core.testing.LivelyParameters;
import org.enf.core.testing.Normals;
import org.enf.core.testing.PlainEngine;
import org.enf.core.vector.Vector;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** What every way of dequantizing must do. */
@RunWith(Parameterized.class)
public class DequantizerTest {
  private static final int FEATURES = TinyEnf.FEATURES;

  private final Dequantization kind;
  private final EnfSettings settings;
  private final PlainEngine engine = new PlainEngine();

  /** All of one kind. */
  public DequantizerTest(Dequantization kind) {
    this.kind = kind;
    settings = TinyEnf.settings(kind);
  }

  /** The kinds. */
  @Parameters(name = "{0}")
  public static Dequantization[] kinds() {
    return Dequantization.values();
  }

  private double[] parameters() {
    return settings.dequantizer() == null
        ? new double[0]
        : LivelyParameters.of(settings.dequantizer(), 6);
  }

  private Dequantizer dequantizer(double[] parameters) {
    Dequantizer dequantizer = Dequantizer.of(settings, engine);
    try (Vector vector = engine.vector(parameters)) {
      dequantizer.setParameters(vector);
    }
    return dequantizer;
  }

  @Test
  public void typesAndChargesComeBack() {
    MoleculeBatch batch = TinyEnf.batch();
    try (Dequantizer dequantizer = dequantizer(parameters())) {
      assertEquals(FEATURES, dequantizer.features());
      for (int seed = 0; seed < 200; seed++) {
        double[] noise = dequantizer.noise(TinyEnf.SHAPE, new Random(seed));
        double[] values = dequantizer.lift(batch, noise).values();
        for (int i = 0; i < batch.types().length; i++) {
          int type = dequantizer.type(values, i * FEATURES);
          assertEquals(batch.types()[i], type);
          assertEquals(
              TinyEnf.TYPES.element(type).atomicNumber(), dequantizer.charge(values, i * FEATURES));
        }
      }
    }
  }

  @Test
  public void logDensityIsThatOfTheChangeOfVariables() {
    BatchShape one = new BatchShape(2);
    MoleculeBatch batch = MoleculeBatch.centred(one, Normals.of(6, 1), new int[] {2, 0});
    try (Dequantizer dequantizer = dequantizer(parameters())) {
      double[] noise = dequantizer.noise(one, new Random(2));
      double[][] jacobian =
          FiniteDifferences.jacobian(e -> dequantizer.lift(batch, e).values(), noise);
      double expected = -Math.log(Math.abs(Determinant.of(jacobian)));
      for (double e : noise) {
        expected += logDensityOfNoise(e);
      }
      assertEquals(expected, dequantizer.lift(batch, noise).logDensities()[0], 1e-5);
    }
  }

  private double logDensityOfNoise(double e) {
    return switch (kind) {
      case ARGMAX, VARIATIONAL -> -0.5 * e * e - 0.5 * Math.log(2 * Math.PI);
      case UNIFORM -> 0;
      case GAUSSIAN -> {
        double u = e / GaussianDequantizer.DEVIATION;
        // 0.99914 is the part of a normal distribution within 10/3 deviations
        yield -0.5 * u * u
            - Math.log(GaussianDequantizer.DEVIATION * Math.sqrt(2 * Math.PI) * 0.999142);
      }
    };
  }

  @Test
  public void densityOfTheChargeIntegratesToOneOverItsInterval() {
    // where the network says mean 0 and scale 1 the features are independent of each other
    BatchShape one = new BatchShape(1);
    MoleculeBatch batch = MoleculeBatch.centred(one, new double[3], new int[] {1});
    try (Dequantizer dequantizer = dequantizer(new double[parameters().length])) {
      double[] noise = new double[FEATURES];
      double rest = 0;
      double integral = 0;
      double before = Double.NaN;
      int points = 4000;
      for (int k = 0; k < points; k++) {
        double e = (k + 0.5) / points;
        noise[FEATURES - 1] = noiseAt(e);
        Dequantizer.Lifted lifted = dequantizer.lift(batch, noise);
        double charge = lifted.values()[FEATURES - 1];
        if (k == points / 2) {
          rest = lifted.logDensities()[0] - ofCharge(noise[FEATURES - 1]);
        }
        integral += k == 0 ? 0 : (charge - before) * Math.exp(lifted.logDensities()[0]);
        before = charge;
        double lowest = kind == Dequantization.GAUSSIAN ? 5.5 : 6;
        assertTrue(charge >= lowest && charge < lowest + 1);
      }
      assertEquals(1, integral / Math.exp(rest), 2e-3);
    }
  }

  /** Noise from one end to the other as the share goes from 0 to 1. */
  private double noiseAt(double share) {
    return switch (kind) {
      case ARGMAX, VARIATIONAL -> -8 + 16 * share;
      case UNIFORM -> share;
      case GAUSSIAN -> share - 0.5;
    };
  }

  /** log q of the charge where its u has this noise, mean 0 and scale 1. */
  private double ofCharge(double e) {
    double s = 1 / (1 + Math.exp(-e));
    double slope = kind.hasNetwork() ? s * (1 - s) : 1;
    return logDensityOfNoise(e) - Math.log(slope);
  }

  @Test
  public void reverseAgreesWithFiniteDifferences() {
    MoleculeBatch batch = TinyEnf.batch();
    double[] byValues = TinyEnf.featureNoise(4);
    double[] byLogDensities = Normals.of(TinyEnf.SHAPE.molecules(), 5);
    double[] parameters = parameters();
    try (Dequantizer dequantizer = dequantizer(parameters);
        Vector gradient = engine.vector(parameters.length)) {
      double[] noise = dequantizer.noise(TinyEnf.SHAPE, new Random(3));
      dequantizer.lift(batch, noise).reverse(byValues, byLogDensities, gradient);
      double[] expected =
          FiniteDifferences.gradient(
              p -> {
                try (Dequantizer other = dequantizer(p)) {
                  Dequantizer.Lifted lifted = other.lift(batch, noise);
                  return dot(byValues, lifted.values())
                      + dot(byLogDensities, lifted.logDensities());
                }
              },
              parameters);
      Closeness.assertClose("gradient", expected, ArrayNetwork.array(gradient), 1e-8);
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }

  @Test
  public void theSeedDecidesTheNoise() {
    try (Dequantizer dequantizer = dequantizer(parameters())) {
      double[] noise = dequantizer.noise(TinyEnf.SHAPE, new Random(1));
      assertEquals(TinyEnf.SHAPE.atoms() * FEATURES, noise.length);
      assertArrayEquals(noise, dequantizer.noise(TinyEnf.SHAPE, new Random(1)), 0);
    }
  }

  @Test
  public void networkIsThereExactlyWhereItIsNeeded() {
    EgnnSettings other = kind.hasNetwork() ? null : TinyEnf.SETTINGS.dequantizer();
    IllegalArgumentException error =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new EnfSettings(
                    TinyEnf.TYPES, settings.dynamics(), kind, other, settings.freedom()));
    assertTrue(error.getMessage(), error.getMessage().contains(kind.words() + " dequantization"));
  }

  @Test
  public void nameIsReadInAnyCase() {
    assertEquals(kind, Dequantization.ofWords(kind.words()));
    assertEquals(kind, Dequantization.ofWords(kind.name()));
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> Dequantization.ofWords("none"));
    assertTrue(
        error.getMessage(), error.getMessage().contains("choose argmax, variational, uniform or"));
  }
}

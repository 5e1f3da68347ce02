package org.enf.core.flow;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Random;
import org.enf.core.egnn.BatchShape;
import org.enf.core.testing.Closeness;
import org.enf.core.testing.Equivariance;
import org.enf.core.testing.Layout;
import org.enf.core.testing.Normals;
import org.junit.Test;

/** The standard normal of the latent variables, on positions with zero mean. */
public class FlowPriorTest {
  private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

  @Test
  public void logDensityIsThatOfTheFormula() {
    BatchShape shape = new BatchShape(4, 1, 3);
    FlowPrior prior = new FlowPrior(3, 2);
    double[] rows = Normals.of(shape.atoms() * 5, 1);
    prior.centre(shape, rows);
    double[] expected = new double[3];
    for (int b = 0; b < 3; b++) {
      int m = shape.size(b);
      for (int k = shape.offset(b) * 5; k < shape.offset(b + 1) * 5; k++) {
        expected[b] -= 0.5 * rows[k] * rows[k];
      }
      expected[b] -= 0.5 * ((m - 1) * 3 + m * 2) * LOG_TWO_PI;
    }
    Closeness.assertWithin("log-density", expected, prior.logDensity(shape, rows), 1e-12);
  }

  @Test
  public void densityIntegratesToOneOverPositionsWithZeroMean() {
    FlowPrior prior = new FlowPrior(1, 0);
    BatchShape shape = new BatchShape(3);
    double step = 0.1;
    double integral = 0;
    // an orthonormal basis of the plane x + y + z = 0
    double[] u = {1 / Math.sqrt(2), -1 / Math.sqrt(2), 0};
    double[] v = {1 / Math.sqrt(6), 1 / Math.sqrt(6), -2 / Math.sqrt(6)};
    for (double a = -8; a < 8; a += step) {
      for (double b = -8; b < 8; b += step) {
        double[] rows = new double[3];
        for (int i = 0; i < 3; i++) {
          rows[i] = a * u[i] + b * v[i];
        }
        integral += Math.exp(prior.logDensity(shape, rows)[0]) * step * step;
      }
    }
    assertEquals(1, integral, 1e-9);
  }

  @Test
  public void densityIntegratesToOneOverFeatures() {
    FlowPrior prior = new FlowPrior(3, 1);
    BatchShape shape = new BatchShape(1);
    double step = 0.1;
    double integral = 0;
    for (double feature = -8; feature < 8; feature += step) {
      integral += Math.exp(prior.logDensity(shape, new double[] {0, 0, 0, feature})[0]) * step;
    }
    assertEquals(1, integral, 1e-9);
  }

  @Test
  public void samplesHaveZeroMeanAndUnitCovarianceOnTheSubspace() {
    int molecules = 20_000;
    int atoms = 3;
    FlowPrior prior = new FlowPrior(1, 1);
    BatchShape shape = BatchShape.uniform(molecules, atoms);
    double[] rows = prior.sample(shape, new Random(12));
    double[][] second = new double[2 * atoms][2 * atoms];
    double[] first = new double[2 * atoms];
    for (int b = 0; b < molecules; b++) {
      int at = b * 2 * atoms;
      double sum = 0;
      for (int i = 0; i < 2 * atoms; i++) {
        first[i] += rows[at + i] / molecules;
        sum += i % 2 == 0 ? rows[at + i] : 0;
        for (int j = 0; j < 2 * atoms; j++) {
          second[i][j] += rows[at + i] * rows[at + j] / molecules;
        }
      }
      assertEquals("mean position of molecule " + b, 0, sum, 1e-12);
    }
    // five standard deviations of a mean of squares of normal numbers
    double tolerance = 5 * Math.sqrt(2.0 / molecules);
    assertArrayEquals("mean", new double[2 * atoms], first, tolerance);
    for (int i = 0; i < 2 * atoms; i++) {
      for (int j = 0; j < 2 * atoms; j++) {
        boolean positions = i % 2 == 0 && j % 2 == 0;
        double expected = (i == j ? 1 : 0) - (positions ? 1.0 / atoms : 0);
        assertEquals("covariance " + i + ", " + j, expected, second[i][j], tolerance);
      }
    }
  }

  @Test
  public void theSeedDecidesTheSample() {
    FlowPrior prior = new FlowPrior(3, 2);
    BatchShape shape = new BatchShape(3, 2);
    assertArrayEquals(prior.sample(shape, new Random(1)), prior.sample(shape, new Random(1)), 0);
  }

  @Test
  public void aSingleAtomLiesInTheMiddle() {
    double[] sample = new FlowPrior(3, 1).sample(new BatchShape(1), new Random(1));
    Closeness.assertWithin(
        "position", new double[3], new double[] {sample[0], sample[1], sample[2]}, 0);
  }

  @Test
  public void densityIsInvariant() {
    BatchShape shape = new BatchShape(4, 1, 3);
    FlowPrior prior = new FlowPrior(3, 2);
    Equivariance.of(3, shape)
        .input(Layout.directions(3, 2), prior.sample(shape, new Random(1)))
        .output("log-density", Layout.perMolecule(1))
        .holds((moved, in) -> List.of(prior.logDensity(moved, in.get(0))), 1e-12);
  }
}

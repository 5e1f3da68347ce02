package org.enf.core.flow;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Random;
import org.enf.core.egnn.BatchShape;
import org.enf.core.flow.ActNorm.PositionFreedom;
import org.enf.core.testing.Closeness;
import org.enf.core.testing.Equivariance;
import org.enf.core.testing.FiniteDifferences;
import org.enf.core.testing.Layout;
import org.enf.core.testing.Normals;
import org.junit.Test;

/** The scaling in front of the flow. */
public class ActNormTest {
  private static final int N = 3;
  private static final int FEATURES = 2;
  private static final int WIDTH = N + FEATURES;
  private static final BatchShape SHAPE = new BatchShape(4, 1, 3);
  private static final ActNorm ACT_NORM = new ActNorm(N, FEATURES, PositionFreedom.ZERO_MEAN);
  private static final double[] PARAMETERS = {0.4, 1.5, -2, -0.7, 0.3};

  private static double[] rows() {
    return new FlowPrior(N, FEATURES).sample(SHAPE, new Random(2));
  }

  @Test
  public void positionsAreScaledAndFeaturesShiftedAndScaled() {
    double[] rows = rows();
    double[] normalised = rows.clone();
    ACT_NORM.forward(PARAMETERS, SHAPE, normalised);
    for (int i = 0; i < SHAPE.atoms(); i++) {
      for (int axis = 0; axis < N; axis++) {
        int at = i * WIDTH + axis;
        assertEquals(rows[at] / Math.exp(0.4), normalised[at], 1e-14);
      }
      int first = i * WIDTH + N;
      assertEquals((rows[first] - 1.5) / Math.exp(-0.7), normalised[first], 1e-14);
      assertEquals((rows[first + 1] + 2) / Math.exp(0.3), normalised[first + 1], 1e-14);
    }
  }

  @Test
  public void inverseUndoesForward() {
    double[] rows = rows();
    ACT_NORM.forward(PARAMETERS, SHAPE, rows);
    ACT_NORM.inverse(PARAMETERS, SHAPE, rows);
    Closeness.assertClose("rows", rows(), rows, 1e-14);
  }

  @Test
  public void logDeterminantCountsTheDimensionsInWhichThePositionsLive() {
    double[] found = ACT_NORM.forward(PARAMETERS, SHAPE, rows());
    double[] expected = new double[SHAPE.molecules()];
    for (int b = 0; b < expected.length; b++) {
      int atoms = SHAPE.size(b);
      expected[b] = -0.4 * N * (atoms - 1) - (-0.7 + 0.3) * atoms;
    }
    Closeness.assertWithin("log-determinants", expected, found, 1e-14);
  }

  @Test
  public void ambientLogDeterminantCountsAllCoordinates() {
    double[] zeroMean = ACT_NORM.forward(PARAMETERS, SHAPE, rows());
    double[] ambient =
        new ActNorm(N, FEATURES, PositionFreedom.AMBIENT).forward(PARAMETERS, SHAPE, rows());
    for (int b = 0; b < ambient.length; b++) {
      assertEquals("molecule " + b, zeroMean[b] - N * 0.4, ambient[b], 1e-14);
    }
  }

  @Test
  public void startGivesFeaturesZeroMeanAndUnitVarianceAndPositionsUnitSquare() {
    double[] rows = rows();
    for (int i = 0; i < SHAPE.atoms(); i++) {
      for (int axis = 0; axis < N; axis++) {
        rows[i * WIDTH + axis] *= 7;
      }
      rows[i * WIDTH + N] = 100 * rows[i * WIDTH + N] + 5;
      rows[i * WIDTH + N + 1] -= 40;
    }
    ACT_NORM.forward(ACT_NORM.initialise(SHAPE, rows), SHAPE, rows);
    int atoms = SHAPE.atoms();
    double[] means = new double[WIDTH];
    double[] squares = new double[WIDTH];
    for (int k = 0; k < rows.length; k++) {
      means[k % WIDTH] += rows[k] / atoms;
      squares[k % WIDTH] += rows[k] * rows[k] / atoms;
    }
    // the variance has a floor of 1e-5
    assertEquals("square of a position", 1, squares[0] + squares[1] + squares[2], 1e-4);
    for (int k = N; k < WIDTH; k++) {
      assertEquals("mean of feature " + k, 0, means[k], 1e-12);
      assertEquals("variance of feature " + k, 1, squares[k], 1e-4);
    }
  }

  @Test
  public void startOfAConstantFeatureIsFinite() {
    double[] rows = new double[SHAPE.atoms() * WIDTH];
    double[] logDeterminants = ACT_NORM.forward(ACT_NORM.initialise(SHAPE, rows), SHAPE, rows);
    Closeness.assertWithin("rows", new double[rows.length], rows, 0);
    double scale = 0.5 * Math.log(1e-5);
    assertEquals(-(9 + 8) * scale, logDeterminants[0], 1e-3);
  }

  @Test
  public void reverseAgreesWithFiniteDifferences() {
    double[] byRows = Normals.of(SHAPE.atoms() * WIDTH, 5);
    double[] byLogDeterminant = Normals.of(SHAPE.molecules(), 6);
    for (PositionFreedom freedom : PositionFreedom.values()) {
      ActNorm actNorm = new ActNorm(N, FEATURES, freedom);
      double[] normalised = rows();
      actNorm.forward(PARAMETERS, SHAPE, normalised);
      double[] cotangent = byRows.clone();
      double[] gradient = new double[PARAMETERS.length];
      actNorm.reverse(PARAMETERS, SHAPE, normalised, cotangent, byLogDeterminant, gradient);
      Closeness.assertClose(
          freedom + ": by the rows",
          FiniteDifferences.gradient(
              x -> loss(actNorm, PARAMETERS, x, byRows, byLogDeterminant), rows()),
          cotangent,
          1e-9);
      Closeness.assertClose(
          freedom + ": by the parameters",
          FiniteDifferences.gradient(
              p -> loss(actNorm, p, rows(), byRows, byLogDeterminant), PARAMETERS),
          gradient,
          1e-9);
    }
  }

  private static double loss(
      ActNorm actNorm,
      double[] parameters,
      double[] rows,
      double[] byRows,
      double[] byLogDeterminant) {
    double[] normalised = rows.clone();
    double[] logDeterminants = actNorm.forward(parameters, SHAPE, normalised);
    double loss = 0;
    for (int k = 0; k < normalised.length; k++) {
      loss += byRows[k] * normalised[k];
    }
    for (int b = 0; b < logDeterminants.length; b++) {
      loss += byLogDeterminant[b] * logDeterminants[b];
    }
    return loss;
  }

  @Test
  public void gradientIsAdded() {
    double[] gradient = new double[PARAMETERS.length];
    double[] rows = rows();
    ACT_NORM.reverse(PARAMETERS, SHAPE, rows, rows(), new double[3], gradient);
    double[] once = gradient.clone();
    ACT_NORM.reverse(PARAMETERS, SHAPE, rows, rows(), new double[3], gradient);
    for (int k = 0; k < once.length; k++) {
      assertEquals(2 * once[k], gradient[k], 1e-12);
    }
  }

  @Test
  public void itIsEquivariant() {
    Equivariance.of(N, SHAPE)
        .input(Layout.directions(N, FEATURES), rows())
        .output("rows", Layout.directions(N, FEATURES))
        .output("log-determinants", Layout.perMolecule(1))
        .output("start", Layout.perBatch(PARAMETERS.length))
        .holds(
            (shape, in) -> {
              double[] rows = in.get(0).clone();
              double[] logDeterminants = ACT_NORM.forward(PARAMETERS, shape, rows);
              return List.of(rows, logDeterminants, ACT_NORM.initialise(shape, in.get(0)));
            },
            1e-12);
  }
}

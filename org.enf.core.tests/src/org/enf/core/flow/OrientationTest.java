package org.enf.core.flow;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.EgnnSettings;
import org.enf.core.egnn.Network;
import org.enf.core.testing.ArrayNetwork;
import org.enf.core.testing.ArrayNetwork.Gradient;
import org.enf.core.testing.ArrayNetwork.Product;
import org.enf.core.testing.Closeness;
import org.enf.core.testing.FiniteDifferences;
import org.enf.core.testing.LivelyParameters;
import org.enf.core.testing.Normals;
import org.enf.core.testing.PlainEngine;
import org.junit.After;
import org.junit.Test;

/** The velocity of a network that is read against its direction. */
public class OrientationTest {
  private static final BatchShape SHAPE = new BatchShape(3, 2);
  private static final EgnnSettings SETTINGS = EgnnSettings.dynamics(3, 2, 2, 4);
  private static final double[] PARAMETERS = LivelyParameters.of(SETTINGS, 1);
  private static final double[] TIME = {0.25, 0.875};
  private static final double[] OTHER_TIME = {0.75, 0.125};
  private static final double[] INPUT = Normals.of(25, 2);
  private static final double[] TANGENT = Normals.of(25, 3);
  private static final double[] A = Normals.of(25, 4);
  private static final double[] B = Normals.of(25, 5);

  private final PlainEngine engine = new PlainEngine();
  private final ArrayNetwork network = new ArrayNetwork(engine, SETTINGS, PARAMETERS);
  private final ArrayNetwork reversed = of(Orientation.TO_DATA);

  private ArrayNetwork of(Orientation orientation) {
    Network velocity = orientation.velocity(engine.network(SETTINGS));
    return new ArrayNetwork(engine, velocity, PARAMETERS);
  }

  @After
  public void close() {
    network.close();
    reversed.close();
    assertEquals("vectors that were not closed", 0, engine.openVectors());
  }

  private static double[] negative(double[] values) {
    double[] negative = values.clone();
    for (int k = 0; k < negative.length; k++) {
      negative[k] = -negative[k];
    }
    return negative;
  }

  @Test
  public void towardsLatentVariablesTheNetworkIsTheVelocity() {
    try (ArrayNetwork same = of(Orientation.TO_LATENT)) {
      assertArrayEquals(network.value(SHAPE, TIME, INPUT), same.value(SHAPE, TIME, INPUT), 0);
    }
  }

  @Test
  public void towardsDataItIsTheNegativeVelocityAtTheOtherTime() {
    double[] expected = negative(network.value(SHAPE, OTHER_TIME, INPUT));
    assertArrayEquals(expected, reversed.value(SHAPE, TIME, INPUT), 0);
    assertArrayEquals(expected, reversed.jvp(SHAPE, TIME, INPUT, TANGENT).value(), 0);
    assertArrayEquals(expected, reversed.valueAndVjp(SHAPE, TIME, INPUT, A).value(), 0);
    assertArrayEquals(expected, reversed.trace(SHAPE, TIME, INPUT).value(), 0);
  }

  @Test
  public void productsAgreeWithFiniteDifferences() {
    Product jvp = reversed.jvp(SHAPE, TIME, INPUT, TANGENT);
    Closeness.assertClose(
        "J·v",
        FiniteDifferences.along(x -> reversed.value(SHAPE, TIME, x), INPUT, TANGENT),
        jvp.tangent(),
        1e-7);
    double[][] jacobian = FiniteDifferences.jacobian(x -> reversed.value(SHAPE, TIME, x), INPUT);
    double[] expected = new double[2];
    for (int k = 0; k < 25; k++) {
      expected[k < 15 ? 0 : 1] += jacobian[k][k];
    }
    Closeness.assertClose("trace", expected, reversed.trace(SHAPE, TIME, INPUT).tangent(), 1e-7);
    Closeness.assertClose(
        "Jᵀa",
        FiniteDifferences.gradient(x -> dot(A, reversed.value(SHAPE, TIME, x)), INPUT),
        reversed.valueAndVjp(SHAPE, TIME, INPUT, A).tangent(),
        1e-7);
  }

  @Test
  public void gradientsAgreeWithFiniteDifferences() {
    Gradient gradient = reversed.reverse(SHAPE, TIME, INPUT, TANGENT, A, B);
    Closeness.assertClose(
        "gradient by the input",
        FiniteDifferences.gradient(x -> both(reversed, x), INPUT),
        gradient.input(),
        1e-6);
    Closeness.assertClose(
        "gradient by the parameters",
        FiniteDifferences.gradient(
            p -> {
              reversed.setParameters(p);
              return both(reversed, INPUT);
            },
            PARAMETERS),
        gradient.parameters(),
        1e-6);
  }

  private static double both(ArrayNetwork network, double[] input) {
    Product product = network.jvp(SHAPE, TIME, input, TANGENT);
    return dot(A, product.value()) + dot(B, product.tangent());
  }

  @Test
  public void leastSquaresAgreesWithFiniteDifferences() {
    double[] weights = {1, 2, 0.5, 3, 0.25};
    ArrayNetwork.Regression found = reversed.leastSquares(SHAPE, TIME, INPUT, A, weights);
    assertArrayEquals(reversed.value(SHAPE, TIME, INPUT), found.value(), 0);
    Closeness.assertClose(
        "gradient",
        FiniteDifferences.gradient(
            p -> {
              reversed.setParameters(p);
              double[] value = reversed.value(SHAPE, TIME, INPUT);
              double sum = 0;
              for (int k = 0; k < value.length; k++) {
                sum += 0.5 * weights[k % 5] * (value[k] - A[k]) * (value[k] - A[k]);
              }
              return sum;
            },
            PARAMETERS),
        found.parameters(),
        1e-7);
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }
}

package org.enf.core.flow.matching;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import java.util.SplittableRandom;
import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.EgnnSettings;
import org.enf.core.egnn.ParameterLayout;
import org.enf.core.flow.FlowPrior;
import org.enf.core.testing.ArrayNetwork;
import org.enf.core.testing.Closeness;
import org.enf.core.testing.Equivariance;
import org.enf.core.testing.FiniteDifferences;
import org.enf.core.testing.Layout;
import org.enf.core.testing.LivelyParameters;
import org.enf.core.testing.Normals;
import org.enf.core.testing.PlainEngine;
import org.junit.Test;

public class VelocityMatchingTest {
  private static final BatchShape SHAPE = new BatchShape(3, 2);
  private static final EgnnSettings NETWORK = EgnnSettings.dynamics(3, 2, 2, 4);
  private static final double[] PARAMETERS = LivelyParameters.of(NETWORK, 1);
  private static final double[] TIME = {0.3, 0.8};
  private static final double[] WEIGHTS = {0.5, 0.5, 0.5, 2, 0.25};
  private static final ConditionalPath PATH =
      new ConditionalPath(
          List.of(
              LinearPath.EXACT,
              LinearPath.EXACT,
              LinearPath.EXACT,
              new LinearPath(0.05),
              new TrigonometricPath()));

  private static double[] rows(long seed) {
    return new FlowPrior(3, 2).sample(SHAPE, new SplittableRandom(seed));
  }

  private static double loss(
      double[] parameters, BatchShape shape, double[] time, double[] data, double[] noise) {
    return gradient(parameters, shape, time, data, noise, new double[parameters.length]);
  }

  private static double gradient(
      double[] parameters,
      BatchShape shape,
      double[] time,
      double[] data,
      double[] noise,
      double[] gradient) {
    try (PlainEngine engine = new PlainEngine();
        ArrayNetwork network = new ArrayNetwork(engine, NETWORK, parameters)) {
      double loss =
          new VelocityMatching(engine, network.network(), PATH, WEIGHTS)
              .gradient(shape, time, data, noise, gradient);
      assertEquals("vectors that were not closed", 0, engine.openVectors());
      return loss;
    }
  }

  @Test
  public void lossIsTheWeightedMeanSquareOfTheDifference() {
    double[] data = rows(2);
    double[] noise = rows(3);
    double[] state = new double[data.length];
    double[] velocity = new double[data.length];
    PATH.at(SHAPE, TIME, data, noise, state, velocity);
    double expected = 0;
    try (ArrayNetwork network = new ArrayNetwork(new PlainEngine(), NETWORK, PARAMETERS)) {
      double[] found = network.value(SHAPE, TIME, state);
      for (int i = 0; i < SHAPE.atoms(); i++) {
        for (int k = 0; k < 5; k++) {
          double difference = found[i * 5 + k] - velocity[i * 5 + k];
          expected += WEIGHTS[k] * difference * difference / SHAPE.atoms();
        }
      }
    }
    assertEquals(expected, loss(PARAMETERS, SHAPE, TIME, data, noise), 1e-12 * expected);
  }

  @Test
  public void gradientAgreesWithFiniteDifferences() {
    double[] data = rows(2);
    double[] noise = rows(3);
    double[] gradient = new double[PARAMETERS.length];
    gradient(PARAMETERS, SHAPE, TIME, data, noise, gradient);
    Closeness.assertClose(
        "gradient",
        FiniteDifferences.gradient(p -> loss(p, SHAPE, TIME, data, noise), PARAMETERS),
        gradient,
        1e-7);
  }

  /** Data and noise are turned, mirrored and permuted together. */
  @Test
  public void lossIsInvariantUnderSymmetries() {
    Layout rows = Layout.directions(3, 2);
    Equivariance.of(3, SHAPE)
        .input(Layout.perMolecule(1), TIME)
        .input(rows, rows(2))
        .input(rows, rows(3))
        .output("loss", Layout.perBatch(1))
        .output("gradient", Layout.perBatch(PARAMETERS.length))
        .holds(
            (shape, in) -> {
              double[] gradient = new double[PARAMETERS.length];
              double loss = gradient(PARAMETERS, shape, in.get(0), in.get(1), in.get(2), gradient);
              return List.of(new double[] {loss}, gradient);
            },
            1e-9);
  }

  @Test
  public void weightsHaveToFitTheNetwork() {
    try (PlainEngine engine = new PlainEngine();
        ArrayNetwork network =
            new ArrayNetwork(
                engine, NETWORK, Normals.of(ParameterLayout.of(NETWORK).length(), 1))) {
      assertThrows(
          IllegalArgumentException.class,
          () -> new VelocityMatching(engine, network.network(), PATH, new double[4]));
    }
  }
}

package org.enf.core.training;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.enf.core.dequantization.Dequantization;
import org.enf.core.dequantization.EnfSettings;
import org.enf.core.dequantization.GaussianDequantizer;
import org.enf.core.dequantization.MoleculeBatch;
import org.enf.core.dequantization.MoleculeFlow;
import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.EgnnSettings;
import org.enf.core.flow.ActNorm.PositionFreedom;
import org.enf.core.flow.Orientation;
import org.enf.core.flow.matching.LinearPath;
import org.enf.core.flow.matching.TimeDistribution;
import org.enf.core.flow.matching.TrigonometricPath;
import org.enf.core.molecule.AtomTypes;
import org.enf.core.ode.SolverSettings;
import org.enf.core.ode.StopSignal;
import org.enf.core.testing.ArrayNetwork;
import org.enf.core.testing.Closeness;
import org.enf.core.testing.FiniteDifferences;
import org.enf.core.testing.PlainEngine;
import org.enf.core.testing.SmallMolecules;
import org.junit.Test;

public class MoleculeMatchingTest {
  private static final EnfSettings MODEL = EnfSettings.matching(AtomTypes.QM9, 1, 4);
  private static final MoleculeSet DATA = SmallMolecules.set(6, 1);
  private static final MatchingSettings MATCHING =
      new MatchingSettings(
          new LinearPath(0.01),
          LinearPath.EXACT,
          new TimeDistribution.Uniform(),
          MatchingSettings.Alignment.NONE,
          new MatchingSettings.Weights(2, 1, 0.5),
          new MatchingSettings.Scales(0.5, 0.8, 0.1));
  private static final int[] SAMPLES = {0, 3, 1};

  private interface Use {
    void of(PlainEngine engine, MoleculeFlow flow, MoleculeMatching objective);
  }

  private static TrainingSettings settings(LossSettings loss) {
    return new TrainingSettings(1, 3, 1e-2, 7, 5).with(loss);
  }

  private static void with(EnfSettings model, MatchingSettings matching, Use use) {
    try (PlainEngine engine = new PlainEngine()) {
      try (MoleculeFlow flow =
          new MoleculeFlow(model, engine, SolverSettings.fixed("midpoint", 2).solver())) {
        use.of(
            engine,
            flow,
            new MoleculeMatching(flow, engine, DATA, Optional.empty(), settings(matching)));
      }
      assertEquals("vectors that were not closed", 0, engine.openVectors());
    }
  }

  private static double[] lively(MoleculeMatching objective) {
    double[] parameters = objective.start(3);
    for (int k = 0; k < objective.trainedParameterCount(); k++) {
      parameters[k] += 0.2 * Math.sin(k);
    }
    return parameters;
  }

  /** All is computed again from the same random numbers: pairs, paths, velocities, weights. */
  @Test
  public void lossIsThatOfThePathsBetweenScaledDataAndNoise() {
    with(
        MODEL,
        MATCHING,
        (engine, flow, objective) -> {
          double[] parameters = lively(objective);
          double[] gradient = new double[parameters.length];
          double loss =
              objective
                  .gradient(
                      parameters, SAMPLES, new SplittableRandom(5), gradient, StopSignal.NEVER)
                  .nll();
          SplittableRandom same = new SplittableRandom(5);
          MoleculeBatch batch = DATA.batch(SAMPLES);
          BatchShape shape = batch.shape();
          double[] z = flow.latent(shape, same);
          double[] t = new TimeDistribution.Uniform().sample(3, same);
          double[] state = new double[z.length];
          double[] target = new double[z.length];
          for (int b = 0; b < 3; b++) {
            for (int i = shape.offset(b); i < shape.offset(b + 1); i++) {
              int type = batch.types()[i];
              for (int k = 0; k < 9; k++) {
                double y =
                    k < 3
                        ? 0.5 * batch.positions()[3 * i + k]
                        : k < 8
                            ? (k - 3 == type ? 0.8 : 0)
                            : 0.1 * AtomTypes.QM9.element(type).atomicNumber();
                double deviation = GaussianDequantizer.DEVIATION;
                double sigma = k < 3 ? 0.01 : deviation * (k < 8 ? 0.8 : 0.1);
                int at = 9 * i + k;
                state[at] = (1 - t[b]) * y + (sigma + (1 - sigma) * t[b]) * z[at];
                target[at] = (1 - sigma) * z[at] - y;
              }
            }
          }
          double[] found = velocity(engine, parameters, shape, t, state);
          double expected = 0;
          for (int k = 0; k < found.length; k++) {
            double weight = k % 9 < 3 ? 2.0 / 3 : k % 9 < 8 ? 1.0 / 5 : 0.5;
            double difference = found[k] - target[k];
            expected += weight * difference * difference / shape.atoms();
          }
          assertEquals(expected, loss, 1e-9 * expected);
        });
  }

  /** As after --init from a model with other scales: its ActNorm counts, not the settings. */
  @Test
  public void noiseOfThePathsFollowsTheActNormOfTheParameters() {
    MatchingSettings otherScales =
        new MatchingSettings(
            MATCHING.positionPath(),
            MATCHING.featurePath(),
            MATCHING.times(),
            MATCHING.alignment(),
            MATCHING.weights(),
            MatchingSettings.Scales.DEFAULT);
    double[] losses = new double[2];
    double[][] parameters = new double[1][];
    with(
        MODEL,
        MATCHING,
        (engine, flow, objective) -> {
          parameters[0] = lively(objective);
          losses[0] = loss(objective, parameters[0], new double[parameters[0].length]);
        });
    with(
        MODEL,
        otherScales,
        (engine, flow, objective) ->
            losses[1] = loss(objective, parameters[0], new double[parameters[0].length]));
    assertEquals(losses[0], losses[1], 0);
  }

  private static double[] velocity(
      PlainEngine engine, double[] parameters, BatchShape shape, double[] t, double[] state) {
    double[] dynamics = Arrays.copyOf(parameters, MODEL.dynamicsParameters());
    try (ArrayNetwork network =
        new ArrayNetwork(
            engine, Orientation.TO_DATA.velocity(engine.network(MODEL.dynamics())), dynamics)) {
      return network.value(shape, t, state);
    }
  }

  @Test
  public void gradientAgreesWithFiniteDifferencesForAllPathsAndDequantizations() {
    for (Dequantization kind : Dequantization.values()) {
      EnfSettings model =
          new EnfSettings(
              AtomTypes.QM9,
              MODEL.dynamics(),
              kind,
              kind.hasNetwork() ? EgnnSettings.dequantizer(3, 6, 1, 2) : null,
              PositionFreedom.ZERO_MEAN,
              Orientation.TO_LATENT);
      MatchingSettings matching =
          new MatchingSettings(
              LinearPath.EXACT,
              new TrigonometricPath(),
              new TimeDistribution.LogitNormal(0, 1),
              MatchingSettings.Alignment.EQUIVARIANT,
              MatchingSettings.Weights.DEFAULT,
              MatchingSettings.Scales.DEFAULT);
      with(
          model,
          matching,
          (engine, flow, objective) -> {
            double[] parameters = lively(objective);
            double[] gradient = new double[parameters.length];
            loss(objective, parameters, gradient);
            int[] trained = new int[40];
            Arrays.setAll(trained, k -> k * objective.trainedParameterCount() / 40);
            double[] expected =
                FiniteDifferences.gradient(
                    p -> loss(objective, p, new double[p.length]), parameters, trained);
            Closeness.assertClose(
                kind + ": gradient",
                expected,
                Arrays.stream(trained).mapToDouble(k -> gradient[k]).toArray(),
                1e-6);
          });
    }
  }

  private static double loss(MoleculeMatching objective, double[] parameters, double[] gradient) {
    return objective
        .gradient(parameters, SAMPLES, new SplittableRandom(5), gradient, StopSignal.NEVER)
        .nll();
  }

  @Test
  public void onlyTheVelocityIsTrained() {
    with(
        EnfSettings.of(AtomTypes.QM9, 1, 4, 1, 4),
        MATCHING,
        (engine, flow, objective) -> {
          Trainer trainer = new Trainer(objective, settings(MATCHING), TrainingListener.NONE);
          double[] before = objective.start(7);
          double[] after = trainer.run(trainer.start(), null, StopSignal.NEVER).weights();
          int trained = objective.trainedParameterCount();
          assertTrue(before[0] != after[0]);
          assertArrayEquals(
              Arrays.copyOfRange(before, trained, before.length),
              Arrays.copyOfRange(after, trained, after.length),
              0);
        });
  }

  @Test
  public void scalesAreTheActNormOfTheModel() {
    with(
        MODEL,
        MATCHING,
        (engine, flow, objective) -> {
          flow.setParameters(objective.start(1));
          MoleculeBatch batch = DATA.batch(0);
          double[] rows = flow.normalised(batch, new double[batch.shape().atoms() * 6]).rows();
          for (int axis = 0; axis < 3; axis++) {
            assertEquals(0.5 * batch.positions()[axis], rows[axis], 1e-12);
          }
          int type = batch.types()[0];
          assertEquals(0.8, rows[3 + type], 1e-12);
          assertEquals(0.1 * AtomTypes.QM9.element(type).atomicNumber(), rows[8], 1e-12);
        });
  }

  @Test
  public void settingsOfAnotherLossAreRefused() {
    try (PlainEngine engine = new PlainEngine();
        MoleculeFlow flow =
            new MoleculeFlow(MODEL, engine, SolverSettings.fixed("midpoint", 2).solver())) {
      assertThrows(
          IllegalArgumentException.class,
          () ->
              new MoleculeMatching(
                  flow, engine, DATA, Optional.empty(), settings(LikelihoodSettings.DEFAULT)));
    }
  }

  @Test
  public void impossibleWeightsAndScalesAreRefused() {
    for (double bad : List.of(-1.0, Double.NaN, 1e9)) {
      assertThrows(IllegalArgumentException.class, () -> new MatchingSettings.Weights(1, bad, 1));
      assertThrows(IllegalArgumentException.class, () -> new MatchingSettings.Scales(1, bad, 1));
    }
    assertThrows(IllegalArgumentException.class, () -> new MatchingSettings.Weights(0, 1, 1));
  }
}

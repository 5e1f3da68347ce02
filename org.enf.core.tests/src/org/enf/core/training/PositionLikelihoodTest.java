package org.enf.core.training;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.util.Optional;
import java.util.SplittableRandom;
import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.EgnnSettings;
import org.enf.core.egnn.ParameterLayout;
import org.enf.core.flow.PositionFlow;
import org.enf.core.flow.TraceEstimator;
import org.enf.core.flow.TraceMethod;
import org.enf.core.ode.SolverSettings;
import org.enf.core.ode.StopSignal;
import org.enf.core.particles.PositionSet;
import org.enf.core.testing.PlainEngine;
import org.enf.core.training.LikelihoodSettings.Augmentation;
import org.enf.core.training.Objective.Validation;
import org.enf.core.training.TrainingResult.Ending;
import org.junit.Test;

public class PositionLikelihoodTest {
  private static final EgnnSettings NETWORK = EgnnSettings.dynamics(2, 0, 1, 4);
  private static final TrainingSettings SETTINGS = new TrainingSettings(10, 8, 1e-2, 7, 12);
  private static final PositionSet DATA = pairs(40, 1);

  /** Three particles, of which two keep a distance. */
  private static PositionSet pairs(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[count * 6];
    for (int k = 0; k < values.length; k++) {
      values[k] = (k % 6 == 0 ? 2 : 0) + 0.1 * random.nextGaussian();
    }
    return PositionSet.of(3, 2, values);
  }

  /** What a test does with an objective. */
  private interface Use {
    void of(PositionFlow flow, PositionLikelihood objective);
  }

  private static void with(TrainingSettings settings, TraceMethod trace, Use use) {
    try (PlainEngine engine = new PlainEngine();
        PositionFlow flow =
            new PositionFlow(
                engine.network(NETWORK), engine, SolverSettings.fixed("rk4", 2).solver())) {
      use.of(
          flow,
          new PositionLikelihood(
              new PositionObjective.Subject(
                  flow,
                  ParameterLayout.of(NETWORK)::initialise,
                  DATA,
                  Optional.of(pairs(12, 2)),
                  trace),
              settings));
    }
  }

  @Test
  public void lossFalls() {
    TrainingSettings dropping = SETTINGS.with(TrainingSettings.LastBatch.DROP);
    with(
        dropping,
        TraceMethod.EXACT,
        (flow, objective) -> {
          Trainer trainer = new Trainer(objective, dropping, TrainingListener.NONE);
          TrainingState state = trainer.start();
          double before = objective.validate(state.parameters(), StopSignal.NEVER).nll();
          TrainingResult result = trainer.run(state, null, StopSignal.NEVER);
          assertEquals(Ending.EPOCHS_DONE, result.ending());
          assertTrue(
              result.validationNll() + " after " + before, result.validationNll() < before - 0.5);
        });
  }

  @Test
  public void validationWithTheExactTraceIsTheMeanNegativeDensity() {
    with(
        SETTINGS,
        TraceMethod.EXACT,
        (flow, objective) -> {
          double[] parameters = objective.start(3);
          Validation validation = objective.validate(parameters, StopSignal.NEVER);
          assertEquals(12, validation.samples());
          PositionSet set = pairs(12, 2);
          double expected =
              flow.logDensity(
                      BatchShape.uniform(12, 3),
                      set.values(),
                      new TraceEstimator.Exact(),
                      StopSignal.NEVER)
                  .meanNegative();
          assertEquals(expected, validation.nll(), 1e-12);
        });
  }

  @Test
  public void estimatedValidationsCanBeCompared() {
    with(
        SETTINGS,
        TraceMethod.HUTCHINSON,
        (flow, objective) -> {
          double[] parameters = objective.start(3);
          double once = objective.validate(parameters, StopSignal.NEVER).nll();
          assertEquals(once, objective.validate(parameters, StopSignal.NEVER).nll(), 0);
        });
  }

  @Test
  public void augmentationTurnsSamplesButNotTheirDensity() {
    TrainingSettings turning =
        SETTINGS.with(LikelihoodSettings.DEFAULT.with(Augmentation.ROTATION));
    double[] losses = new double[2];
    TrainingSettings[] both = {SETTINGS, turning};
    for (int k = 0; k < both.length; k++) {
      int index = k;
      with(
          both[k],
          TraceMethod.EXACT,
          (flow, objective) -> {
            double[] gradient = new double[objective.parameterCount()];
            losses[index] =
                objective
                    .gradient(
                        objective.start(3),
                        new int[] {1, 2},
                        new SplittableRandom(5),
                        gradient,
                        StopSignal.NEVER)
                    .nll();
          });
    }
    assertEquals("only the noise of the trace differs", losses[0], losses[1], 0.01);
    assertNotEquals(losses[0], losses[1], 0);
  }

  @Test
  public void validationLooksAtNoMoreConfigurationsThanItShould() {
    TrainingSettings few = new TrainingSettings(10, 8, 1e-2, 7, 5);
    with(
        few,
        TraceMethod.EXACT,
        (flow, objective) -> {
          Validation validation = objective.validate(objective.start(3), StopSignal.NEVER);
          assertEquals(5, validation.samples());
          assertEquals(0, validation.left());
        });
  }
}

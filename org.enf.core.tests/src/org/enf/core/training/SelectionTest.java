package org.enf.core.training;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.enf.core.ode.FirstStep;
import org.enf.core.ode.StopSignal;
import org.enf.core.training.ScheduleSettings.Decay;
import org.enf.core.training.SelectionSettings.Keep;
import org.enf.core.training.TrainingResult.Ending;
import org.enf.core.training.TrainingSettings.LastBatch;
import org.junit.Test;

/** Which weights a run ends with, shown on an objective that is no flow. */
public class SelectionTest {
  private static final TrainingSettings SETTINGS = new TrainingSettings(6, 5, 0.1, 3, 1);

  private static Parabola parabola(double... validations) {
    return new Parabola(
        10, 0.5, 0.3, validations.length == 0 ? Optional.empty() : Optional.of(validations));
  }

  private static SelectionSettings selection(double average, int every, int patience, Keep keep) {
    return new SelectionSettings(average, every, patience, keep);
  }

  /** One run, and its state at the end. */
  private record Run(TrainingResult result, TrainingState state) {
    static Run of(Objective objective, TrainingSettings settings) {
      Trainer trainer = new Trainer(objective, settings, TrainingListener.NONE);
      TrainingState state = trainer.start();
      return new Run(trainer.run(state, null, StopSignal.NEVER), state);
    }
  }

  @Test
  public void modelGetsTheWeightsOfTheBestValidation() {
    Run run = Run.of(parabola(5, 3, 4, 3, 6, 7), SETTINGS);
    assertEquals(3, run.result().validationNll(), 0);
    assertEquals("two epochs of two steps", 4, run.result().step());
    Run two = Run.of(parabola(5, 3), new TrainingSettings(2, 5, 0.1, 3, 1));
    assertArrayEquals(two.state().parameters(), run.result().weights(), 0);
    assertEquals(4, run.state().selection().withoutBest());
  }

  @Test
  public void modelGetsTheLastWeightsWhereThatIsWanted() {
    Run run = Run.of(parabola(5, 3, 4), SETTINGS.with(selection(0, 1, 0, Keep.LAST)));
    assertArrayEquals(run.state().parameters(), run.result().weights(), 0);
    assertEquals(4, run.result().validationNll(), 0);
    assertEquals(12, run.result().step());
  }

  @Test
  public void withoutValidationTheLastWeightsCount() {
    Run run = Run.of(parabola(), SETTINGS);
    assertArrayEquals(run.state().parameters(), run.result().weights(), 0);
    assertTrue(Double.isNaN(run.result().validationNll()));
  }

  @Test
  public void runEndsWhenThePatienceIsOver() {
    Run run = Run.of(parabola(5, 3, 4, 4, 4, 1), SETTINGS.with(selection(0, 1, 2, Keep.BEST)));
    assertEquals(Ending.NO_PROGRESS, run.result().ending());
    assertEquals(4, run.state().position().epoch());
    assertEquals(3, run.result().validationNll(), 0);
  }

  @Test
  public void validationWithoutAValueIsNeverTheBest() {
    Run run = Run.of(parabola(Double.NaN, 7, Double.NaN), SETTINGS);
    assertEquals(7, run.result().validationNll(), 0);
  }

  @Test
  public void validationMayBeRarer() {
    Run run = Run.of(parabola(5, 4, 3, 2, 1), SETTINGS.with(selection(0, 4, 0, Keep.BEST)));
    assertEquals("after epoch 4", 8, run.state().selection().best().orElseThrow().step());
    assertEquals(
        "the end is validated, but stands in no state", 4, run.result().validationNll(), 0);
    assertEquals(12, run.result().step());
  }

  @Test
  public void averageFollowsItsFormulaAndIsWhatTheModelGets() {
    double[] expected = {1, -1};
    TrainingSettings settings = SETTINGS.with(selection(0.5, 1, 0, Keep.LAST));
    TrainingListener averaging =
        new TrainingListener() {
          @Override
          public void stepDone(Step step, TrainingState state) {
            double kept = Math.min(0.5, (1.0 + step.step()) / (10.0 + step.step()));
            Arrays.setAll(expected, i -> kept * expected[i] + (1 - kept) * state.parameters()[i]);
          }
        };
    Trainer trainer = new Trainer(parabola(), settings, averaging);
    TrainingState state = trainer.start();
    TrainingResult result = trainer.run(state, null, StopSignal.NEVER);
    assertArrayEquals(expected, result.weights(), 1e-15);
    assertFalse(Arrays.equals(state.parameters(), result.weights()));
  }

  @Test
  public void scheduleSetsTheRateOfEachStep() {
    double[] rates = new double[12];
    TrainingListener noting =
        new TrainingListener() {
          @Override
          public void stepDone(Step step, TrainingState state) {
            rates[(int) step.step() - 1] = step.learningRate();
          }
        };
    ScheduleSettings schedule = new ScheduleSettings(2, Decay.COSINE, 0);
    Trainer trainer = new Trainer(parabola(), SETTINGS.with(schedule), noting);
    trainer.run(trainer.start(), null, StopSignal.NEVER);
    assertEquals(0.05, rates[0], 1e-15);
    assertEquals(0.1, rates[1], 1e-15);
    assertEquals(0.05, rates[7], 1e-15);
    assertTrue(rates[11] > 0 && rates[11] < 0.01);
  }

  @Test
  public void divergedRunKeepsTheWeightsWhoseLossWasTheLastFiniteOne() {
    double[][] before = new double[1][];
    Parabola good = parabola();
    Objective cliff =
        new Cliff(good) {
          @Override
          public Loss gradient(
              double[] parameters,
              int[] samples,
              RandomGenerator random,
              double[] gradient,
              StopSignal stop) {
            if (calls++ >= 2) {
              return new Loss(Double.NaN, 0, samples.length, 1);
            }
            before[0] = parameters.clone();
            return good.gradient(parameters, samples, random, gradient, stop);
          }
        };
    Run run = Run.of(cliff, SETTINGS.with(selection(0, 1, 0, Keep.LAST)));
    assertEquals(Ending.DIVERGED, run.result().ending());
    assertArrayEquals(before[0], run.result().weights(), 0);
    assertEquals(1, run.result().step());
  }

  @Test
  public void lossThatCannotBeComputedIsSkipped() {
    Objective failing =
        new Cliff(parabola()) {
          @Override
          public Loss gradient(
              double[] parameters,
              int[] samples,
              RandomGenerator random,
              double[] gradient,
              StopSignal stop) {
            throw new LossException("no way", 17, null);
          }
        };
    assertEquals(Ending.DIVERGED, Run.of(failing, SETTINGS).result().ending());
  }

  @Test
  public void settingsThatNeedAValidationOrMoreSamplesAreRefused() {
    SelectionSettings patient = selection(0, 1, 2, Keep.BEST);
    assertThrows(
        IllegalArgumentException.class,
        () -> new Trainer(parabola(), SETTINGS.with(patient), TrainingListener.NONE));
    TrainingSettings dropping = new TrainingSettings(1, 11, 0.1, 3, 1).with(LastBatch.DROP);
    assertThrows(
        IllegalArgumentException.class,
        () -> new Trainer(parabola(), dropping, TrainingListener.NONE));
    assertThrows(IllegalArgumentException.class, () -> selection(1, 1, 0, Keep.BEST));
    assertThrows(IllegalArgumentException.class, () -> selection(0, 0, 0, Keep.BEST));
    assertThrows(IllegalArgumentException.class, () -> selection(0, 1, -1, Keep.BEST));
  }

  /** An objective like another one, with a gradient of its own. */
  private abstract static class Cliff implements Objective {
    private final Objective like;
    int calls;

    Cliff(Objective like) {
      this.like = like;
    }

    @Override
    public String name() {
      return like.name();
    }

    @Override
    public int samples() {
      return like.samples();
    }

    @Override
    public int size(int sample) {
      return like.size(sample);
    }

    @Override
    public int parameterCount() {
      return like.parameterCount();
    }

    @Override
    public int flowParameterCount() {
      return like.flowParameterCount();
    }

    @Override
    public double[] start(long seed) {
      return like.start(seed);
    }

    @Override
    public FirstStep firstStep() {
      return new FirstStep();
    }

    @Override
    public boolean hasValidation() {
      return like.hasValidation();
    }

    @Override
    public Validation validate(double[] parameters, StopSignal stop) {
      return like.validate(parameters, stop);
    }
  }
}

package org.enf.core.training;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.enf.core.dequantization.MoleculeFlow;
import org.enf.core.ode.SolverSettings;
import org.enf.core.ode.StopSignal;
import org.enf.core.testing.PlainEngine;
import org.enf.core.testing.SmallMolecules;
import org.enf.core.training.TrainingResult.Ending;
import org.junit.Test;

public class TrainerTest {
  private static final SolverSettings SOLVER = SolverSettings.fixed("midpoint", 2);
  private static final MoleculeSet DATA = SmallMolecules.set(12, 3);

  private final List<TrainingListener.Step> steps = new ArrayList<>();
  private final List<String> skipped = new ArrayList<>();
  private final List<MeanBound.Result> validations = new ArrayList<>();
  private final TrainingListener listener =
      new TrainingListener() {
        @Override
        public void stepDone(Step step, TrainingState state) {
          steps.add(step);
        }

        @Override
        public void stepSkipped(Step step, String reason) {
          skipped.add(reason);
        }

        @Override
        public void validated(TrainingState state, MeanBound.Result result) {
          validations.add(result);
        }
      };

  private Trainer trainer(MoleculeFlow flow, int epochs, MoleculeSet validation) {
    return new Trainer(
        flow, new TrainingSettings(epochs, 4, 1e-2, 7, 5), DATA, validation, listener);
  }

  private static MoleculeFlow flow(PlainEngine engine) {
    return new MoleculeFlow(SmallMolecules.MODEL, engine, SOLVER.solver());
  }

  @Test
  public void lossFalls() {
    try (PlainEngine engine = new PlainEngine();
        MoleculeFlow flow = flow(engine)) {
      Trainer trainer = trainer(flow, 20, null);
      TrainingState state = trainer.start();
      assertEquals(Ending.EPOCHS_DONE, trainer.run(state, null, StopSignal.NEVER).ending());
      assertEquals(60, steps.size());
      assertEquals(60, state.position().step());
      assertTrue(mean(50, 60) + " after " + mean(0, 10), mean(50, 60) < mean(0, 10) - 1);
    }
  }

  private double mean(int from, int to) {
    return steps.subList(from, to).stream()
        .mapToDouble(TrainingListener.Step::nll)
        .average()
        .orElseThrow();
  }

  @Test
  public void stoppedRunGoesOnWhereItWasBitForBit() {
    double[] whole = parametersAfter(9, 9);
    double[] inParts = parametersAfter(4, 9);
    assertArrayEquals(whole, inParts, 0);
  }

  /** Trains three epochs, stopped once after some steps. */
  private double[] parametersAfter(int firstPart, int all) {
    steps.clear();
    try (PlainEngine engine = new PlainEngine();
        MoleculeFlow flow = flow(engine)) {
      Trainer trainer = trainer(flow, 3, null);
      TrainingState state = trainer.start();
      StopSignal stop = () -> steps.size() == firstPart && firstPart < all;
      Ending ending = trainer.run(state, null, stop).ending();
      assertEquals(firstPart < all ? Ending.STOPPED : Ending.EPOCHS_DONE, ending);
      assertEquals(firstPart, state.position().step());
      trainer.run(state, null, StopSignal.NEVER);
      assertEquals(all, state.position().step());
      return state.parameters().clone();
    }
  }

  @Test
  public void timeLimitEndsTheRun() {
    try (PlainEngine engine = new PlainEngine();
        MoleculeFlow flow = flow(engine)) {
      Trainer trainer = trainer(flow, 1_000_000, DATA);
      TrainingResult result = trainer.run(trainer.start(), Duration.ZERO, StopSignal.NEVER);
      assertEquals(Ending.TIME_LIMIT, result.ending());
      assertTrue("the validation is done all the same", Double.isFinite(result.validationNll()));
      assertEquals(0, steps.size());
    }
  }

  @Test
  public void validationIsDoneAfterEachEpochAndComparable() {
    try (PlainEngine engine = new PlainEngine();
        MoleculeFlow flow = flow(engine)) {
      Trainer trainer = trainer(flow, 2, DATA);
      TrainingState state = trainer.start();
      TrainingResult result = trainer.run(state, null, StopSignal.NEVER);
      assertEquals(2, validations.size());
      assertEquals(5, validations.get(1).molecules());
      assertEquals(validations.get(1).nll(), result.validationNll(), 0);
      flow.setParameters(state.parameters());
      MeanBound.Result again =
          new MeanBound(flow, DATA.sizeDistribution(), 7).of(DATA, 5, 4, StopSignal.NEVER);
      assertEquals(result.validationNll(), again.nll(), 0);
    }
  }

  @Test
  public void stepWithoutFiniteGradientChangesNothingAndTenInARowEndTheRun() {
    try (PlainEngine engine = new PlainEngine();
        MoleculeFlow flow = flow(engine)) {
      Trainer trainer = trainer(flow, 10, null);
      TrainingState state = trainer.start();
      state.parameters()[SmallMolecules.MODEL.dynamicsParameters()] = -1e6;
      double[] before = state.parameters().clone();
      assertEquals(Ending.DIVERGED, trainer.run(state, null, StopSignal.NEVER).ending());
      assertEquals(10, skipped.size());
      assertEquals(10, state.position().skipped());
      assertFalse(skipped.get(0).isEmpty());
      assertArrayEquals(before, state.parameters(), 0);
    }
  }
}

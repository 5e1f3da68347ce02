package org.enf.core.training;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.enf.core.dequantization.MoleculeFlow;
import org.enf.core.flow.NoiseKind;
import org.enf.core.flow.TraceMethod;
import org.enf.core.ode.SolverSettings;
import org.enf.core.ode.StopSignal;
import org.enf.core.testing.PlainEngine;
import org.enf.core.testing.SmallMolecules;
import org.enf.core.training.ClippingSettings.Scope;
import org.enf.core.training.LikelihoodSettings.Augmentation;
import org.enf.core.training.Objective.Validation;
import org.enf.core.training.ScheduleSettings.Decay;
import org.enf.core.training.SelectionSettings.Keep;
import org.enf.core.training.TrainingResult.Ending;
import org.junit.Test;

public class TrainerTest {
  private static final SolverSettings SOLVER = SolverSettings.fixed("midpoint", 2);
  private static final MoleculeSet DATA = SmallMolecules.set(12, 3);

  private final List<TrainingListener.Step> steps = new ArrayList<>();
  private final List<TrainingListener.Step> skippedSteps = new ArrayList<>();
  private final List<String> skipped = new ArrayList<>();
  private final List<Validation> validations = new ArrayList<>();
  private final TrainingListener listener =
      new TrainingListener() {
        @Override
        public void stepDone(Step step, TrainingState state) {
          steps.add(step);
        }

        @Override
        public void stepSkipped(Step step, String reason) {
          skippedSteps.add(step);
          skipped.add(reason);
        }

        @Override
        public void validated(TrainingState state, Validation validation) {
          validations.add(validation);
        }
      };

  private Trainer trainer(MoleculeFlow flow, int epochs, MoleculeSet validation) {
    return trainer(flow, new TrainingSettings(epochs, 4, 1e-2, 7, 5), validation);
  }

  private Trainer trainer(MoleculeFlow flow, TrainingSettings settings, MoleculeSet validation) {
    Objective objective =
        new MoleculeLikelihood(flow, DATA, Optional.ofNullable(validation), settings);
    HiddenWeights hidden = HiddenWeights.of(flow.settings(), new PlainEngine());
    return new Trainer(objective, settings, hidden, listener);
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
    assertGoesOnBitForBit(new TrainingSettings(3, 4, 1e-2, 7, 5));
  }

  @Test
  public void stoppedRunWithAverageScheduleAndSelectionGoesOnBitForBit() {
    assertGoesOnBitForBit(
        new TrainingSettings(3, 4, 1e-2, 7, 5)
            .with(
                LikelihoodSettings.DEFAULT
                    .with(new TraceMethod.Hutchinson(NoiseKind.GAUSSIAN, 1))
                    .with(Augmentation.ROTATION))
            .with(new OptimiserSettings(0.8, 0.9, 1e-6, 1e-3, false))
            .with(new ClippingSettings(new ClippingSettings.GlobalNorm(1), Scope.FLOW))
            .with(new ScheduleSettings(2, Decay.COSINE, 0))
            .with(new SelectionSettings(0.9, 1, 0, Keep.BEST)));
  }

  @Test
  public void stoppedRunByMuonGoesOnBitForBit() {
    assertGoesOnBitForBit(
        new TrainingSettings(3, 4, 1e-2, 7, 5)
            .with(OptimiserSettings.PAPER.with(OptimiserSettings.Rule.MUON)));
  }

  @Test
  public void stoppedRunWhoseSolverChoosesItsStepsGoesOnBitForBit() {
    SolverSettings adaptive = SolverSettings.adaptive("dopri5", 1e-2, 1e-2);
    assertGoesOnBitForBit(new TrainingSettings(3, 4, 1e-2, 7, 5), adaptive);
    for (TrainingListener.Step step : steps.subList(1, steps.size())) {
      assertEquals("a step knows of the one before it", 1, step.evaluations() % 6);
    }
  }

  private void assertGoesOnBitForBit(TrainingSettings settings) {
    assertGoesOnBitForBit(settings, SOLVER);
  }

  private void assertGoesOnBitForBit(TrainingSettings settings, SolverSettings solver) {
    TrainingState whole = stateAfter(settings, solver, 9);
    for (int part : new int[] {1, 3, 4, 8}) {
      TrainingState inParts = stateAfter(settings, solver, part);
      assertEquals(whole.firstStep(), inParts.firstStep(), 0);
      assertArrayEquals(whole.parameters(), inParts.parameters(), 0);
      assertArrayEquals(whole.weights(), inParts.weights(), 0);
      BestWeights best = whole.selection().best().orElseThrow();
      BestWeights again = inParts.selection().best().orElseThrow();
      assertEquals(best.nll(), again.nll(), 0);
      assertEquals(best.step(), again.step());
      assertArrayEquals(best.weights(), again.weights(), 0);
      assertEquals(whole.selection().withoutBest(), inParts.selection().withoutBest());
    }
  }

  /** Trains three epochs, stopped once after some steps. */
  private TrainingState stateAfter(
      TrainingSettings settings, SolverSettings solver, int firstPart) {
    steps.clear();
    TrainingState state;
    try (PlainEngine engine = new PlainEngine();
        MoleculeFlow flow = new MoleculeFlow(SmallMolecules.MODEL, engine, solver.solver())) {
      Trainer trainer = trainer(flow, settings, DATA);
      state = trainer.start();
      StopSignal stop = () -> steps.size() == firstPart && firstPart < 9;
      Ending ending = trainer.run(state, null, stop).ending();
      assertEquals(firstPart < 9 ? Ending.STOPPED : Ending.EPOCHS_DONE, ending);
      assertEquals(firstPart, state.position().step());
    }
    // a flow that knows nothing of the first part
    try (PlainEngine engine = new PlainEngine();
        MoleculeFlow flow = new MoleculeFlow(SmallMolecules.MODEL, engine, solver.solver())) {
      trainer(flow, settings, DATA).run(state, null, StopSignal.NEVER);
      assertEquals(9, state.position().step());
      return state;
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
      assertEquals(5, validations.get(1).samples());
      assertEquals(validations.get(1).nll(), result.validationNll(), 0);
      flow.setParameters(state.parameters());
      Validation again =
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
      assertTrue("a skipped step has no loss", Double.isNaN(skippedSteps.get(0).nll()));
      assertEquals(10, state.position().skipped());
      assertFalse(skipped.get(0).isEmpty());
      assertArrayEquals(before, state.parameters(), 0);
    }
  }

  @Test
  public void whatDivergedStaysSoWhereTheLastValidationIsStopped() {
    try (PlainEngine engine = new PlainEngine();
        MoleculeFlow flow = flow(engine)) {
      Trainer trainer = trainer(flow, 10, DATA);
      TrainingState state = trainer.start();
      state.parameters()[SmallMolecules.MODEL.dynamicsParameters()] = -1e6;
      TrainingResult result = trainer.run(state, null, () -> skipped.size() == 10);
      assertEquals(Ending.DIVERGED, result.ending());
      assertTrue(Double.isNaN(result.validationNll()));
    }
  }

  @Test
  public void timeThatEarlierCallsTookCounts() {
    try (PlainEngine engine = new PlainEngine();
        MoleculeFlow flow = flow(engine)) {
      Trainer trainer = trainer(flow, 1_000_000, DATA);
      Duration limit = Duration.ofDays(1);
      TrainingResult result = trainer.run(trainer.start(), limit, limit, StopSignal.NEVER);
      assertEquals(Ending.TIME_LIMIT, result.ending());
      assertEquals(0, steps.size());
    }
  }
}

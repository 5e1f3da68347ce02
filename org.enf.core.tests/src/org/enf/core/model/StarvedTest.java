package org.enf.core.model;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.Optional;
import java.util.OptionalInt;
import org.enf.core.dequantization.MoleculeFlow;
import org.enf.core.egnn.BatchMemory.ExhaustedException;
import org.enf.core.egnn.Engine;
import org.enf.core.flow.ErrorControl;
import org.enf.core.flow.TraceMethod;
import org.enf.core.molecule.Molecule;
import org.enf.core.ode.SolverSettings;
import org.enf.core.ode.StopSignal;
import org.enf.core.testing.SmallMolecules;
import org.enf.core.testing.StarvedEngine;
import org.enf.core.training.MoleculeLikelihood;
import org.enf.core.training.MoleculeSet;
import org.enf.core.training.Trainer;
import org.enf.core.training.TrainingListener;
import org.enf.core.training.TrainingSettings;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;

/** What users hear where a GPU has too little memory for a batch. */
public class StarvedTest {
  private static final SolverSettings SOLVER = SolverSettings.fixed("midpoint", 2);

  private final Engine engine = new StarvedEngine();

  private static void assertNames(int batch, int smaller, ThrowingRunnable work) {
    assertEquals(
        "there is not enough memory for a batch of "
            + batch
            + " ("
            + StarvedEngine.MESSAGE
            + "); choose a smaller batch size, for example "
            + smaller,
        assertThrows(ExhaustedException.class, work).getMessage());
  }

  @Test
  public void trainingNamesItsBatch() {
    MoleculeSet data = SmallMolecules.set(12, 3);
    TrainingSettings settings = new TrainingSettings(1, 4, 1e-2, 7, 5);
    try (MoleculeFlow flow = new MoleculeFlow(SmallMolecules.MODEL, engine, SOLVER.solver())) {
      Trainer trainer =
          new Trainer(
              new MoleculeLikelihood(flow, data, Optional.empty(), settings),
              settings,
              new TrainingListener() {});
      assertNames(
          4,
          2,
          () ->
              trainer.run(trainer.start(LivelyModel.model().parameters()), null, StopSignal.NEVER));
    }
  }

  @Test
  public void samplingNamesItsBatch() {
    MoleculeSampler.Request request = new MoleculeSampler.Request(20, 3, OptionalInt.empty(), 10);
    try (MoleculeSampler sampler = new MoleculeSampler(LivelyModel.model(), engine, SOLVER)) {
      assertNames(10, 5, () -> sampler.sample(request, new Silent(), StopSignal.NEVER));
      assertNames(10, 5, () -> sampler.sampleWays(request, 2, new Silent(), StopSignal.NEVER));
    }
  }

  @Test
  public void likelihoodsNameTheirBatch() {
    LikelihoodEvaluator.Settings settings =
        new LikelihoodEvaluator.Settings(
            SOLVER, ErrorControl.PER_MOLECULE, new TraceMethod.Exact(), 11);
    try (LikelihoodEvaluator evaluator =
        new LikelihoodEvaluator(LivelyModel.model(), engine, settings)) {
      assertNames(6, 3, () -> evaluator.evaluate(SmallMolecules.list(6, 5), StopSignal.NEVER));
    }
  }

  private static final class Silent implements MoleculeSampler.Listener {
    @Override
    public void drawn(int number, java.util.List<Molecule> frames) {
      throw new AssertionError("a molecule without memory");
    }

    @Override
    public void failed(int number, String reason) {
      throw new AssertionError(reason);
    }
  }
}

package org.enf.core.training;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;
import org.enf.core.dequantization.MoleculeFlow;
import org.enf.core.egnn.HiddenBlock;
import org.enf.core.ode.SolverSettings;
import org.enf.core.ode.StopSignal;
import org.enf.core.testing.PlainEngine;
import org.enf.core.testing.SmallMolecules;
import org.enf.core.training.OptimiserSettings.Rule;
import org.junit.After;
import org.junit.Test;

public class MuonTest {
  private static final OptimiserSettings SETTINGS =
      new OptimiserSettings(0.9, 0.99, 1e-8, 0, false).with(Rule.MUON);

  private final PlainEngine engine = new PlainEngine();

  @After
  public void close() {
    engine.close();
  }

  /** A block of two rows at places 1, 2 and 4, 5 of seven parameters. */
  private HiddenWeights block() {
    return HiddenWeights.of(List.of(new HiddenBlock(1, 3, 2)), engine);
  }

  /** The direction of diag(a, b), a and b positive: each by the quintic of its share. */
  private double[] direction(double a, double b) {
    float[] matrix = {(float) a, 0, 0, (float) b};
    engine.orthogonaliser(2).orthogonalise(new float[][] {matrix});
    return new double[] {matrix[0], matrix[3]};
  }

  @Test
  public void stepsGoAlongTheMomentumWithEqualSingularValues() {
    double[] parameters = new double[7];
    Optimiser optimiser = Optimiser.start(SETTINGS, 7);
    double[] first = {0, 10, 0, 0, 0, 1, 0};
    optimiser.step(parameters, first, 7, 0.1, block());
    double[] expected = direction(10, 1);
    double size = 0.1 * 0.2 * Math.sqrt(2);
    assertEquals(-size * expected[0], parameters[1], 1e-7);
    assertEquals(-size * expected[1], parameters[5], 1e-7);
    assertTrue("a tenth of the gradient, a step of its own", parameters[5] < -0.6 * size);
    assertEquals("the gradient is used up", 0, first[1], 0);

    double before = parameters[1];
    optimiser.step(parameters, new double[] {0, 2, 0, 0, 0, 3, 0}, 7, 0.1, block());
    double[] momentum = {0.95 * 0.05 * 10 + 0.05 * 2, 0.95 * 0.05 * 1 + 0.05 * 3};
    assertEquals(momentum[0], optimiser.muon().get().momentum()[1], 1e-12);
    double[] ahead = direction(0.95 * momentum[0] + 0.05 * 2, 0.95 * momentum[1] + 0.05 * 3);
    assertEquals(before - size * ahead[0], parameters[1], 1e-7);
    assertEquals(2, optimiser.steps());
  }

  @Test
  public void otherParametersAreMovedByAdamW() {
    double[] gradient = {1, 10, 0, -2, 0, 1, 3};
    double[] adamAlone = new double[7];
    new AdamW(SETTINGS, 7).step(adamAlone, gradient.clone(), 0.1);
    double[] parameters = new double[7];
    Optimiser.start(SETTINGS, 7).step(parameters, gradient, 7, 0.1, block());
    for (int k : new int[] {0, 3, 6}) {
      assertEquals("parameter " + k, adamAlone[k], parameters[k], 0);
    }
  }

  @Test
  public void allWeightsDecay() {
    OptimiserSettings decaying = new OptimiserSettings(0.9, 0.99, 1e-8, 0.1, false).with(Rule.MUON);
    double[] parameters = {1, 1, 1, 1, 1, 1, 1};
    Optimiser.start(decaying, 7).step(parameters, new double[7], 7, 0.5, block());
    double kept = 1 - 0.5 * 0.1;
    assertArrayEquals(new double[] {kept, kept, kept, kept, kept, kept, kept}, parameters, 1e-12);
  }

  @Test
  public void blocksAreThoseOfBothNetworks() {
    int velocity = SmallMolecules.MODEL.dynamicsParameters();
    List<HiddenBlock> blocks =
        HiddenWeights.of(SmallMolecules.MODEL, engine).groups().stream()
            .flatMap(group -> group.blocks().stream())
            .toList();
    assertTrue(blocks.stream().anyMatch(b -> b.offset() < velocity));
    assertTrue(
        blocks.stream()
            .anyMatch(b -> b.offset() > velocity + SmallMolecules.MODEL.actNormParameters()));
    assertTrue(
        blocks.stream()
            .allMatch(
                b ->
                    b.row(b.size() - 1) + b.size() <= velocity
                        || b.offset() >= velocity
                            && b.row(b.size() - 1) + b.size()
                                <= SmallMolecules.MODEL.parameterCount()));
  }

  @Test
  public void likelihoodFallsByMuonToo() {
    TrainingSettings settings =
        new TrainingSettings(20, 4, 1e-2, 7, 5).with(OptimiserSettings.PAPER.with(Rule.MUON));
    MoleculeSet data = SmallMolecules.set(12, 3);
    try (MoleculeFlow flow =
        new MoleculeFlow(
            SmallMolecules.MODEL, engine, SolverSettings.fixed("midpoint", 2).solver())) {
      Objective objective = new MoleculeLikelihood(flow, data, Optional.empty(), settings);
      double[] losses = new double[60];
      TrainingListener listener =
          new TrainingListener() {
            @Override
            public void stepDone(Step step, TrainingState state) {
              losses[(int) step.step() - 1] = step.nll();
            }
          };
      Trainer trainer =
          new Trainer(
              objective, settings, HiddenWeights.of(SmallMolecules.MODEL, engine), listener);
      trainer.run(trainer.start(), null, StopSignal.NEVER);
      double begin = 0;
      double end = 0;
      for (int k = 0; k < 10; k++) {
        begin += losses[k] / 10;
        end += losses[50 + k] / 10;
      }
      assertTrue(end + " after " + begin, end < begin - 1);
    }
  }

  @Test
  public void withoutHiddenWeightsItIsRefused() {
    TrainingSettings settings =
        new TrainingSettings(1, 4, 1e-2, 7, 5).with(OptimiserSettings.PAPER.with(Rule.MUON));
    try (MoleculeFlow flow =
        new MoleculeFlow(
            SmallMolecules.MODEL, engine, SolverSettings.fixed("midpoint", 2).solver())) {
      Objective objective =
          new MoleculeLikelihood(flow, SmallMolecules.set(4, 3), Optional.empty(), settings);
      String message =
          assertThrows(
                  IllegalArgumentException.class,
                  () -> new Trainer(objective, settings, TrainingListener.NONE))
              .getMessage();
      assertTrue(message, message.contains("choose AdamW"));
    }
  }
}

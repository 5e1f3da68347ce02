package org.enf.core.model;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.enf.core.egnn.Engine;
import org.enf.core.engine.Engines;
import org.enf.core.flow.ErrorControl;
import org.enf.core.molecule.Molecule;
import org.enf.core.ode.Solution;
import org.enf.core.ode.SolverSettings;
import org.enf.core.ode.StopSignal;
import org.enf.core.training.MatchingSettings;
import org.enf.core.vector.Precision;
import org.junit.Test;

/** Drawing with steps that renew noise. */
public class ChurnTest {
  private static final DrawingSettings FLOW =
      DrawingSettings.of(SolverSettings.fixed("midpoint", 5));

  private static Map<Integer, Molecule> draw(
      EnfModel model, DrawingSettings settings, int... sizes) {
    Map<Integer, Molecule> drawn = new TreeMap<>();
    MoleculeSampler.Listener listener =
        new MoleculeSampler.Listener() {
          @Override
          public void drawn(int number, List<Molecule> frames) {
            drawn.put(number, frames.get(0));
          }

          @Override
          public void failed(int number, String reason) {
            throw new AssertionError(reason);
          }

          @Override
          public void integrated(int number, Solution solution) {
            assertEquals("two evaluations a step", 10, solution.evaluations());
            assertEquals(0, solution.time(), 0);
          }
        };
    try (Engine engine = Engines.open("cpu", Precision.FLOAT, 1);
        MoleculeSampler sampler = new MoleculeSampler(model, engine, settings)) {
      sampler.sample(
          new MoleculeSampler.Request(sizes[0], 3, OptionalInt.empty(), sizes[1]),
          listener,
          StopSignal.NEVER);
    }
    return drawn;
  }

  @Test
  public void moleculesAreTheSameWhateverTheCountAndTheBatchSize() throws IOException {
    EnfModel model = BuiltInModel.QM9.read();
    Map<Integer, Molecule> many = draw(model, FLOW.withChurn(2), 6, 6);
    Map<Integer, Molecule> few = draw(model, FLOW.withChurn(2), 3, 2);
    assertEquals(6, many.size());
    few.forEach(
        (number, molecule) ->
            assertArrayEquals(many.get(number).positions(), molecule.positions(), 0.02));
  }

  @Test
  public void withoutChurnItIsTheFlowAndWithItSomethingElse() throws IOException {
    EnfModel model = BuiltInModel.QM9.read();
    double[] flow = draw(model, FLOW, 1, 1).get(1).positions();
    assertArrayEquals(flow, draw(model, FLOW.withChurn(0), 1, 1).get(1).positions(), 0);
    assertFalse(Arrays.equals(flow, draw(model, FLOW.withChurn(1), 1, 1).get(1).positions()));
  }

  @Test
  public void modelsOfFlowMatchingAreDrawnFromWithChurn() throws IOException {
    EnfModel model = BuiltInModel.QM9.read();
    assertEquals(
        new DrawingSettings(
            SolverSettings.fixed("midpoint", 25).withGridPower(1.5), ErrorControl.PER_MOLECULE, 4),
        model.usualDrawing());
    assertEquals(DrawingSettings.of(SolverSettings.PAPER), LivelyModel.model().usualDrawing());
  }

  @Test
  public void otherModelsHaveNoPathsToRenewNoiseAlong() {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> draw(LivelyModel.model(), FLOW.withChurn(1), 1, 1))
            .getMessage();
    assertTrue(message, message.contains("draw without churn"));
  }

  @Test
  public void alignedNoiseCannotBeRenewed() {
    MatchingSettings plain = MatchingSettings.DEFAULT;
    assertTrue(plain.renewable());
    assertFalse(
        new MatchingSettings(
                plain.positionPath(),
                plain.featurePath(),
                plain.times(),
                MatchingSettings.Alignment.EQUIVARIANT,
                plain.weights(),
                plain.scales())
            .renewable());
  }

  @Test
  public void waysOfTheFlowAreWithoutChurn() throws IOException {
    EnfModel model = BuiltInModel.QM9.read();
    try (Engine engine = Engines.open("cpu", Precision.FLOAT, 1);
        MoleculeSampler sampler = new MoleculeSampler(model, engine, FLOW.withChurn(1))) {
      assertThrows(
          IllegalArgumentException.class,
          () ->
              sampler.sampleWays(
                  new MoleculeSampler.Request(1, 0, OptionalInt.empty(), 1),
                  2,
                  null,
                  StopSignal.NEVER));
    }
  }
}

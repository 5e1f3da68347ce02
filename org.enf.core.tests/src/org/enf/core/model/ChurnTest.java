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
import org.enf.core.molecule.Molecule;
import org.enf.core.ode.Solution;
import org.enf.core.ode.SolverSettings;
import org.enf.core.ode.StopSignal;
import org.enf.core.ode.TimeGrid;
import org.enf.core.training.MatchingSettings;
import org.enf.core.vector.Precision;
import org.junit.Test;

/** Drawing with steps that renew noise. */
public class ChurnTest {
  private static final DrawingSettings.Renewing RENEWING =
      new DrawingSettings.Renewing(10, new TimeGrid(2), 2);

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
            if (solution.isSuccess()) {
              assertEquals("an evaluation for each step", 10, solution.evaluations());
              assertEquals(0, solution.time(), 0);
            }
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
    Map<Integer, Molecule> many = draw(model, RENEWING, 6, 6);
    Map<Integer, Molecule> few = draw(model, RENEWING, 3, 2);
    assertEquals(6, many.size());
    few.forEach(
        (number, molecule) ->
            assertArrayEquals(many.get(number).positions(), molecule.positions(), 0.02));
  }

  @Test
  public void churnDeterminesTheMoleculeTogetherWithTheSeed() throws IOException {
    EnfModel model = BuiltInModel.QM9.read();
    double[] molecule = draw(model, RENEWING, 1, 1).get(1).positions();
    assertArrayEquals(molecule, draw(model, RENEWING, 1, 1).get(1).positions(), 0);
    double[] other = draw(model, RENEWING.withChurn(5), 1, 1).get(1).positions();
    assertTrue(distance(molecule, other) > 0.2);
  }

  private static double distance(double[] one, double[] other) {
    double largest = 0;
    for (int i = 0; i < one.length; i++) {
      largest = Math.max(largest, Math.abs(one[i] - other[i]));
    }
    return largest;
  }

  @Test
  public void modelsOfFlowMatchingAreDrawnFromWithChurn() throws IOException {
    EnfModel model = BuiltInModel.QM9.read();
    assertEquals(DrawingSettings.Renewing.USUAL, model.usualDrawing());
    assertEquals(SolverSettings.fixed("midpoint", 25).withGridPower(1.5), model.usualSolver());
    assertEquals(DrawingSettings.of(SolverSettings.PAPER), LivelyModel.model().usualDrawing());
  }

  @Test
  public void finerDrawingIsTheSameWayWithMoreSteps() throws IOException {
    EnfModel model = BuiltInModel.QM9.read();
    assertEquals(new DrawingSettings.Renewing(200, new TimeGrid(2), 30), model.fineDrawing());
    assertEquals(SolverSettings.fixed("midpoint", 100).withGridPower(1.5), model.fineSolver());
    assertEquals(
        DrawingSettings.of(SolverSettings.adaptive("dopri5", 1e-6, 1e-6)),
        LivelyModel.model().fineDrawing());
  }

  @Test
  public void otherModelsHaveNoPathsToRenewNoiseAlong() {
    String message =
        assertThrows(
                IllegalArgumentException.class, () -> draw(LivelyModel.model(), RENEWING, 1, 1))
            .getMessage();
    assertTrue(message, message.contains("draw without churn"));
  }

  @Test
  public void moleculesThatLeaveTheFiniteNumbersFailAndSayWhy() throws IOException {
    EnfModel model = BuiltInModel.QM9.read();
    double[] huge = Arrays.stream(model.parameters()).map(p -> p * 1e12).toArray();
    EnfModel broken = new EnfModel(model.settings(), model.sizes(), huge, model.provenance());
    String message =
        assertThrows(AssertionError.class, () -> draw(broken, RENEWING, 2, 2)).getMessage();
    assertTrue(message, message.contains("became infinite or NaN"));
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
        MoleculeSampler sampler = new MoleculeSampler(model, engine, RENEWING)) {
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

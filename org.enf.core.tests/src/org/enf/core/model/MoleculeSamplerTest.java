package org.enf.core.model;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.enf.core.model.MoleculeSampler.Request;
import org.enf.core.molecule.Molecule;
import org.enf.core.ode.Solution;
import org.enf.core.ode.SolverSettings;
import org.enf.core.ode.StopSignal;
import org.enf.core.testing.PlainEngine;
import org.junit.Test;

/** Molecules from a model: each one's fate is its own. */
public class MoleculeSamplerTest {
  private static final SolverSettings SOLVER = SolverSettings.adaptive("dopri5", 1e-5, 1e-5);

  private static SolverSettings limited(int maxEvaluations) {
    return new SolverSettings("dopri5", 0, 1e-5, 1e-5, maxEvaluations);
  }

  /** What was heard of. */
  private static final class Heard implements MoleculeSampler.Listener {
    private final Map<Integer, List<Molecule>> drawn = new TreeMap<>();
    private final Map<Integer, String> failed = new TreeMap<>();
    private final Map<Integer, Solution> solutions = new TreeMap<>();

    @Override
    public void drawn(int number, List<Molecule> frames) {
      drawn.put(number, frames);
    }

    @Override
    public void failed(int number, String reason) {
      failed.put(number, reason);
    }

    @Override
    public void integrated(int number, Solution solution) {
      solutions.put(number, solution);
    }
  }

  private static Heard sample(SolverSettings solver, int count, int batchSize, int intervals) {
    Heard heard = new Heard();
    Request request = new Request(count, 3, OptionalInt.empty(), batchSize);
    try (PlainEngine engine = new PlainEngine();
        MoleculeSampler sampler = new MoleculeSampler(LivelyModel.model(), engine, solver)) {
      if (intervals == 0) {
        sampler.sample(request, heard, StopSignal.NEVER);
      } else {
        sampler.sampleWays(request, intervals, heard, StopSignal.NEVER);
      }
    }
    return heard;
  }

  private static void assertSame(Molecule expected, Molecule found) {
    assertArrayEquals(expected.elements(), found.elements());
    assertArrayEquals(expected.positions(), found.positions(), 1e-9);
  }

  @Test
  public void moleculesAreTheSameWhateverTheCountAndTheBatchSize() {
    Heard many = sample(SOLVER, 12, 12, 0);
    Heard few = sample(SOLVER, 5, 2, 0);
    assertEquals(12, many.drawn.size());
    for (int number : few.drawn.keySet()) {
      assertSame(many.drawn.get(number).get(0), few.drawn.get(number).get(0));
      assertEquals(many.solutions.get(number), few.solutions.get(number));
    }
  }

  @Test
  public void moleculesThatFailAreReportedAndTheOthersStay() {
    Heard free = sample(SOLVER, 12, 12, 0);
    int limit =
        (int) free.solutions.values().stream().mapToInt(Solution::evaluations).average().orElse(0);
    Heard some = sample(limited(limit), 12, 12, 0);
    assertTrue(!some.failed.isEmpty() && !some.drawn.isEmpty());
    assertEquals(12, some.failed.size() + some.drawn.size());
    some.drawn.forEach(
        (number, molecule) -> assertSame(free.drawn.get(number).get(0), molecule.get(0)));
    some.failed.forEach(
        (number, reason) -> {
          assertTrue(free.solutions.get(number).evaluations() > limit);
          assertTrue(reason, reason.contains("the limit of " + limit + " evaluations"));
        });
  }

  @Test
  public void waysEndAtTheMoleculesAndTellTheirTimes() {
    Heard alone = sample(SOLVER, 4, 4, 0);
    Heard ways = sample(SOLVER, 4, 3, 5);
    for (int number : alone.drawn.keySet()) {
      List<Molecule> frames = ways.drawn.get(number);
      assertEquals(6, frames.size());
      assertEquals("enf " + number + ", t = 1.0000", frames.get(0).name());
      assertEquals("enf " + number + ", t = 0.0000", frames.get(5).name());
      assertSame(alone.drawn.get(number).get(0), frames.get(5));
    }
  }

  @Test
  public void waysOfNoIntervalAreRefused() {
    for (int intervals : new int[] {-1, 10_001}) {
      IllegalArgumentException error =
          assertThrows(IllegalArgumentException.class, () -> sample(SOLVER, 1, 1, intervals));
      assertTrue(error.getMessage(), error.getMessage().endsWith("not " + intervals));
    }
  }
}

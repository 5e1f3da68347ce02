package org.enf.core.model;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.enf.core.flow.ErrorControl;
import org.enf.core.flow.NoiseKind;
import org.enf.core.flow.TraceMethod;
import org.enf.core.model.LikelihoodEvaluator.Likelihood;
import org.enf.core.model.LikelihoodEvaluator.NoValue;
import org.enf.core.model.LikelihoodEvaluator.Settings;
import org.enf.core.model.LikelihoodEvaluator.Value;
import org.enf.core.molecule.Molecule;
import org.enf.core.ode.SolverSettings;
import org.enf.core.ode.StopSignal;
import org.enf.core.testing.PlainEngine;
import org.enf.core.testing.SmallMolecules;
import org.junit.Test;

/** The likelihood of a molecule is its own business. */
public class LikelihoodEvaluatorTest {
  private static final List<Molecule> MOLECULES = SmallMolecules.list(7, 5);
  private static final int LIMIT = 38;
  private static final SolverSettings SOLVER = SolverSettings.adaptive("dopri5", 1e-6, 1e-6);

  private static List<Likelihood> evaluate(
      SolverSettings solver, TraceMethod trace, int batchSize, ErrorControl control) {
    List<Likelihood> all = new ArrayList<>();
    try (PlainEngine engine = new PlainEngine();
        LikelihoodEvaluator evaluator =
            new LikelihoodEvaluator(
                LivelyModel.model(), engine, new Settings(solver, control, trace, 11))) {
      for (int from = 0; from < MOLECULES.size(); from += batchSize) {
        all.addAll(
            evaluator.evaluate(
                MOLECULES.subList(from, Math.min(MOLECULES.size(), from + batchSize)),
                StopSignal.NEVER));
      }
    }
    return all;
  }

  private static double value(Likelihood likelihood) {
    return ((Value) likelihood).logLikelihood();
  }

  @Test
  public void valuesDoNotDependOnTheBatch() {
    for (TraceMethod trace :
        List.of(TraceMethod.EXACT, new TraceMethod.Hutchinson(NoiseKind.GAUSSIAN, 2))) {
      List<Likelihood> together = evaluate(SOLVER, trace, 7, ErrorControl.PER_MOLECULE);
      List<Likelihood> alone = evaluate(SOLVER, trace, 1, ErrorControl.PER_MOLECULE);
      for (int i = 0; i < MOLECULES.size(); i++) {
        assertEquals(MOLECULES.get(i), together.get(i).molecule());
        assertEquals(value(alone.get(i)), value(together.get(i)), 1e-9);
      }
    }
  }

  @Test
  public void sharedStepsGiveTheSameWithinTheTolerance() {
    List<Likelihood> own = evaluate(SOLVER, TraceMethod.EXACT, 7, ErrorControl.PER_MOLECULE);
    List<Likelihood> shared = evaluate(SOLVER, TraceMethod.EXACT, 7, ErrorControl.SHARED);
    for (int i = 0; i < MOLECULES.size(); i++) {
      assertEquals(value(own.get(i)), value(shared.get(i)), 1e-3);
    }
  }

  @Test
  public void manyProbesComeNearTheExactTrace() {
    List<Likelihood> exact = evaluate(SOLVER, TraceMethod.EXACT, 7, ErrorControl.PER_MOLECULE);
    double one = 0;
    double many = 0;
    List<Likelihood> single =
        evaluate(SOLVER, TraceMethod.HUTCHINSON, 7, ErrorControl.PER_MOLECULE);
    List<Likelihood> several =
        evaluate(
            SOLVER,
            new TraceMethod.Hutchinson(NoiseKind.RADEMACHER, 60),
            7,
            ErrorControl.PER_MOLECULE);
    for (int i = 0; i < MOLECULES.size(); i++) {
      one += Math.pow(value(single.get(i)) - value(exact.get(i)), 2);
      many += Math.pow(value(several.get(i)) - value(exact.get(i)), 2);
    }
    assertTrue(one + " and " + many, many < one / 4);
  }

  @Test
  public void aMoleculeWithoutValueDoesNotTakeTheOthersWithIt() {
    SolverSettings few = new SolverSettings("dopri5", 0, 1e-6, 1e-6, LIMIT);
    List<Likelihood> free = evaluate(SOLVER, TraceMethod.EXACT, 7, ErrorControl.PER_MOLECULE);
    List<Likelihood> limited = evaluate(few, TraceMethod.EXACT, 7, ErrorControl.PER_MOLECULE);
    int failed = 0;
    for (int i = 0; i < MOLECULES.size(); i++) {
      if (limited.get(i) instanceof NoValue none) {
        failed++;
        assertTrue(none.reason(), none.reason().contains("the limit of " + LIMIT + " evaluations"));
        assertTrue(none.unsolved());
      } else {
        assertEquals(value(free.get(i)), value(limited.get(i)), 1e-9);
      }
    }
    assertTrue(failed + " failed", failed > 0 && failed < MOLECULES.size());
  }
}

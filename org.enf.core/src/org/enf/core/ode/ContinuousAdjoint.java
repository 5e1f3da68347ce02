package org.enf.core.ode;

import java.util.Arrays;
import org.enf.core.vector.Vector;

/**
 * The adjoint equation, integrated backwards together with the state and the gradient by the
 * parameters: da/dt = −(∂f/∂y)ᵀa, dg/dt = −(∂f/∂θ)ᵀa (Chen et al., "Neural Ordinary Differential
 * Equations", 2018, algorithm 1).
 *
 * <p>Nothing of the way there is kept, and the gradient is as exact as the solver's tolerances. The
 * error norm is the largest over all parts of state and adjoint and all blocks of parameters.
 */
public final class ContinuousAdjoint {
  private final OdeSolver solver;

  /** The adjoint by this solver. */
  public ContinuousAdjoint(OdeSolver solver) {
    this.solver = solver;
  }

  /**
   * Where the gradient by the parameters is added up.
   *
   * @param total to which {@link ReversibleSystem#reverse} adds, and where the result is added too
   * @param blocks where each block of parameters begins in it, and the end
   * @param sums scratch with one element a block
   */
  public record ParameterGradient(Vector total, int[] blocks, Vector sums) {}

  /**
   * Goes back.
   *
   * @param y the state at t1; overwritten by that at t0
   * @param cotangent the gradient of a loss by the state at t1; overwritten by that at t0
   * @param t1 where the way there ended
   * @param t0 where it began
   * @return how it went; check it with {@link Solution#requireSuccess}
   */
  public Solution reverse(
      ReversibleSystem system,
      State y,
      State cotangent,
      ParameterGradient gradient,
      double t1,
      double t0,
      StopSignal stop) {
    int parts = y.size();
    Vector[] all = new Vector[2 * parts + 1];
    for (int p = 0; p < parts; p++) {
      all[p] = y.part(p);
      all[parts + p] = cotangent.part(p);
    }
    try (Vector before = gradient.total().sibling();
        Vector sum = gradient.total().sibling();
        State minus = cotangent.sibling()) {
      before.set(gradient.total());
      all[2 * parts] = sum;
      Vector[] notes = new Vector[y.notes()];
      Arrays.setAll(notes, y::note);
      State whole = new State(all, notes, gradient.blocks(), gradient.sums());
      Solution solution =
          solver.solve(
              (t, state, slope) -> derivative(system, t, state, slope, minus, gradient.total()),
              whole,
              t1,
              t0,
              StepListener.NONE,
              stop);
      gradient.total().set(sum);
      gradient.total().add(1, before);
      return solution;
    }
  }

  private static void derivative(
      ReversibleSystem system, double t, State state, State slope, State minus, Vector total) {
    int parts = minus.size();
    State y = state.view(0, parts);
    minus.fill(0);
    minus.add(-1, state.view(parts, 2 * parts));
    total.fill(0);
    State derivative = slope.view(0, parts);
    system.derivative(t, y, derivative);
    system.reverse(t, y, derivative, minus, slope.view(parts, 2 * parts));
    slope.part(2 * parts).set(total);
  }
}

package org.enf.core.flow;

import org.enf.core.egnn.Engine;
import org.enf.core.ode.ContinuousAdjoint;
import org.enf.core.ode.DiscreteAdjoint;
import org.enf.core.ode.FirstStep;
import org.enf.core.ode.OdeException;
import org.enf.core.ode.OdeSolver;
import org.enf.core.ode.ReversibleSystem;
import org.enf.core.ode.Solution;
import org.enf.core.ode.State;
import org.enf.core.ode.StepListener;
import org.enf.core.ode.StepRecorder;
import org.enf.core.ode.StopSignal;
import org.enf.core.ode.StoppedException;
import org.enf.core.vector.Vector;

/**
 * How a flow goes from data to latent variables and back for the gradient.
 *
 * @param parameterBlocks where each block of the network's parameters begins, and the end
 * @param firstStep what one way tells the next about its first step
 */
record ThereAndBack(
    Engine engine,
    OdeSolver solver,
    GradientMethod method,
    int[] parameterBlocks,
    FirstStep firstStep) {
  ThereAndBack(Engine engine, OdeSolver solver, GradientMethod method, int[] parameterBlocks) {
    this(engine, solver, method, parameterBlocks, new FirstStep());
  }

  /** Goes there; {@code steps} gets what the way back needs. */
  Solution there(ReversibleSystem system, State y, StepRecorder steps, StopSignal stop) {
    StepListener listener = method == GradientMethod.DISCRETE ? steps : StepListener.NONE;
    return solver.solve(system, y, 0, 1, firstStep, listener, stop);
  }

  /**
   * Goes back.
   *
   * @param steps of the way there
   * @param end where it ended; overwritten
   * @param cotangent the gradient of a loss by the end; overwritten by that by the start
   * @param parameterGradient to which the system adds the gradient by the parameters
   * @return how often the gradient of the velocity was computed
   * @throws OdeException if the continuous adjoint fails
   * @throws StoppedException if asked to stop
   */
  int back(
      ReversibleSystem system,
      StepRecorder steps,
      State end,
      State cotangent,
      Vector parameterGradient,
      StopSignal stop) {
    if (method == GradientMethod.DISCRETE) {
      return new DiscreteAdjoint(solver.tableau()).reverse(system, steps, cotangent, stop);
    }
    try (Vector sums = engine.vector(parameterBlocks.length - 1)) {
      ContinuousAdjoint.ParameterGradient gradient =
          new ContinuousAdjoint.ParameterGradient(parameterGradient, parameterBlocks, sums);
      return new ContinuousAdjoint(solver)
          .reverse(system, end, cotangent, gradient, 1, 0, stop)
          .requireSuccess()
          .evaluations();
    }
  }
}

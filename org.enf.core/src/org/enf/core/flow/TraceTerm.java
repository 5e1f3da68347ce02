package org.enf.core.flow;

import org.enf.core.ode.State;
import org.enf.core.vector.Vector;

/**
 * Computes velocity and trace together, and goes back through both. Part 1 of a state is the trace;
 * if {@link #integrals} is 2, part 2 is |εᵀJ|², the mean over the probes.
 */
interface TraceTerm extends AutoCloseable {
  /** The number of parts that it fills beside the velocity. */
  int integrals();

  /** The number of vectors as long as the rows that it notes for the way back. */
  int notes();

  /** Computes velocity (part 0), trace (part 1) and, where it has it, |εᵀJ|² (part 2). */
  void derivative(double[] times, Vector rows, State derivative);

  /**
   * Goes back.
   *
   * @param derivative what {@link #derivative} gave there
   * @param velocityCotangent the gradient by the velocity
   * @param cotangent the gradient by the further parts
   * @param rowsCotangent overwritten by the gradient by the rows
   * @param parameterGradient the gradient by the parameters is added to it
   */
  void reverse(
      double[] times,
      Vector rows,
      State derivative,
      Vector velocityCotangent,
      State cotangent,
      Vector rowsCotangent,
      Vector parameterGradient);

  @Override
  void close();
}

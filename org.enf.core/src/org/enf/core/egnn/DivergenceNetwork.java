package org.enf.core.egnn;

import org.enf.core.vector.Vector;

/**
 * A velocity whose divergence, the trace of its Jacobian, is known in closed form, so that training
 * needs no estimate of it.
 */
public interface DivergenceNetwork extends Network {
  /** {@inheritDoc} It costs little more than the value alone. */
  @Override
  void trace(BatchShape shape, double[] time, Vector input, Vector output, Vector trace);

  /**
   * Computes the gradient of {@code ⟨outputCotangent, f⟩ + Σ_b traceCotangent_b · tr J_b}.
   *
   * @param outputCotangent [atoms × outputWidth]
   * @param traceCotangent one element a molecule
   * @param inputCotangent [atoms × inputWidth], overwritten by the gradient by the input; null if
   *     not wanted
   * @param parameterGradient the gradient by the parameters is added to it; null if not wanted
   */
  void reverseTrace(
      BatchShape shape,
      double[] time,
      Vector input,
      Vector outputCotangent,
      Vector traceCotangent,
      Vector inputCotangent,
      Vector parameterGradient);
}

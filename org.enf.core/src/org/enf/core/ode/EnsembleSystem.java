package org.enf.core.ode;

/**
 * The right-hand sides of several independent equations dy/dt = f(t, y), computed together, each
 * member of the ensemble at its own time.
 */
public interface EnsembleSystem extends AutoCloseable {
  /**
   * Computes f of each member.
   *
   * @param t the time of each member
   * @param y their states
   * @param derivative overwritten by f(t, y)
   */
  void derivative(double[] t, EnsembleState y, EnsembleState derivative);

  /**
   * The same for some of the members only, in the given order. The caller closes it; this one stays
   * open.
   */
  EnsembleSystem select(int[] members);

  /** Gives the memory back. */
  @Override
  void close();
}

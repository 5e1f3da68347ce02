package org.enf.core.ode;

/** The right-hand side of dy/dt = f(t, y). */
public interface OdeSystem {
  /**
   * Computes f.
   *
   * @param derivative overwritten by f(t, y), and its notes by what the system wants to find again
   */
  void derivative(double t, State y, State derivative);
}

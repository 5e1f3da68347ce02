package org.enf.core.ode;

/** The right-hand side of dy/dt = f(t, y). */
public interface OdeSystem {
  /**
   * Computes f.
   *
   * @param derivative overwritten by f(t, y)
   */
  void derivative(double t, State y, State derivative);
}

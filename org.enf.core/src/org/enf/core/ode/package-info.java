/**
 * Explicit Runge-Kutta methods for initial value problems, and the exact gradient of what they
 * compute.
 *
 * <p>Tableaux are data ({@link org.enf.core.ode.ButcherTableau}); a solver takes steps with one of
 * them, all equal or chosen by an error estimate; {@link org.enf.core.ode.DiscreteAdjoint} goes
 * back through the steps that were taken.
 */
package org.enf.core.ode;

/**
 * Explicit Runge-Kutta methods for initial value problems, and the gradient of what they compute.
 *
 * <p>Tableaux are data ({@link org.enf.core.ode.ButcherTableau}); a solver takes steps with one of
 * them, all equal or chosen by an error estimate, for one equation or for an ensemble of
 * independent ones that each have their own steps; {@link org.enf.core.ode.DiscreteAdjoint} goes
 * back through the steps that were taken, {@link org.enf.core.ode.ContinuousAdjoint} integrates the
 * adjoint equation; {@link org.enf.core.ode.Trajectory} and {@link org.enf.core.ode.DensePath}
 * follow a solve by dense output, along which {@link org.enf.core.ode.PathIntegral} integrates.
 */
package org.enf.core.ode;

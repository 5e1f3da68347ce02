/**
 * The continuous normalizing flow: from data to a Gaussian and back, with the logarithm of its
 * Jacobian determinant.
 *
 * <p>log p(data) = log p_Z(z) + ∫ tr(∂f/∂y) dt along dy/dt = f(t, y) from the data at t = 0 to z at
 * t = 1.
 */
package org.enf.core.flow;

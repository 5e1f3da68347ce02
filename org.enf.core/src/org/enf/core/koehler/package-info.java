/**
 * The equivariant dynamics of Köhler, Klein and Noé, "Equivariant Flows: Exact Likelihood
 * Generative Learning for Symmetric Densities", 2020, which the paper compares with: forces between
 * pairs of atoms along the line between them, whose divergence is known in closed form.
 *
 * <p>Constants and initial values are those of the reference. They compute in plain Java, in double
 * precision, and read and write the vectors of any engine.
 */
package org.enf.core.koehler;

package org.enf.core.scoring;

/**
 * The score of a set of molecules, together with what its figures mean.
 *
 * @param stability atom and molecule stability
 * @param chemistry validity, uniqueness and novelty of the stable molecules
 * @param convention what the figures mean
 */
public record Score(StabilityScore stability, ChemistryScore chemistry, Convention convention) {}

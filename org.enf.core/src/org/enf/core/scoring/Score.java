package org.enf.core.scoring;

import java.util.OptionalDouble;

/**
 * The score of a set of molecules, together with what its figures mean.
 *
 * @param stability of atoms and molecules
 * @param chemistry of the stable molecules
 * @param distanceDivergence the Jensen-Shannon divergence between the distances of their atoms and
 *     those of the training molecules in nats; none without any of these
 * @param convention what the figures mean
 */
public record Score(
    StabilityScore stability,
    ChemistryScore chemistry,
    OptionalDouble distanceDivergence,
    Convention convention) {}

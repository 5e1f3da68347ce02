package org.enf.core.scoring;

import java.util.Optional;

/**
 * Validity, uniqueness and novelty over the stable molecules, as the reference counts them.
 *
 * @param validity valid molecules of the stable ones
 * @param uniqueness different SMILES of the valid molecules
 * @param novelty valid molecules whose SMILES is not in the training set, of the valid ones,
 *     repeats counted; empty where there is no training set to compare with
 */
public record ChemistryScore(Ratio validity, Ratio uniqueness, Optional<Ratio> novelty) {}

/**
 * Scores of generated molecules: bonds from distances, stability, validity, uniqueness, novelty,
 * and the divergence of distance histograms.
 *
 * <p>The way in is {@link org.enf.core.scoring.MoleculeScorer}: feed it molecules one by one, take
 * the {@link org.enf.core.scoring.Score}, print it with {@link org.enf.core.scoring.ScoreText} or
 * {@link org.enf.core.scoring.ScoreJson}. Source of the metrics: Satorras et al., "E(n) Equivariant
 * Normalizing Flows", NeurIPS 2021, Appendix A.3, and the authors' released code.
 */
package org.enf.core.scoring;

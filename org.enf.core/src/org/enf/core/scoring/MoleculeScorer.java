package org.enf.core.scoring;

import java.util.Optional;
import org.enf.core.molecule.Molecule;

/**
 * Scores a stream of molecules by the metrics of the paper, Appendix A.3. Add molecules one by one,
 * then take the score; it keeps two numbers a molecule and the SMILES of the stable ones. Not for
 * use by several threads at once.
 */
public final class MoleculeScorer {
  private final StabilityRule rule = StabilityRule.paper();
  private final StabilityTally stability = new StabilityTally();
  private final Bootstrap bootstrap;
  private final Optional<TrainingSmiles> training;
  private final ChemistryTally chemistry;

  /** A scorer without a training set: its score has no novelty. */
  public MoleculeScorer(Bootstrap bootstrap) {
    this(bootstrap, Optional.empty());
  }

  /** A scorer that compares with a training set. */
  public MoleculeScorer(Bootstrap bootstrap, TrainingSmiles training) {
    this(bootstrap, Optional.of(training));
  }

  private MoleculeScorer(Bootstrap bootstrap, Optional<TrainingSmiles> training) {
    this.bootstrap = bootstrap;
    this.training = training;
    this.chemistry = new ChemistryTally(training);
  }

  /**
   * Judges and counts one molecule.
   *
   * @return the verdict, for those who want more than the totals
   */
  public Verdict add(Molecule molecule) {
    Verdict verdict = rule.judge(molecule);
    stability.add(verdict);
    if (verdict instanceof JudgedMolecule judged) {
      chemistry.add(judged);
    }
    return verdict;
  }

  /** The score of everything added so far. */
  public Score score() {
    return new Score(
        stability.score(bootstrap), chemistry.score(), Convention.of(rule, bootstrap, training));
  }
}

package org.enf.core.scoring;

import java.util.Optional;
import java.util.OptionalDouble;
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
  private final Optional<TrainingMolecules> training;
  private final ChemistryTally chemistry;
  private final DistanceHistogram.Counter distances = new DistanceHistogram.Counter();

  /** A scorer without a training set: its score has no novelty. */
  public MoleculeScorer(Bootstrap bootstrap) {
    this(bootstrap, Optional.empty());
  }

  /** A scorer that compares with a training set. */
  public MoleculeScorer(Bootstrap bootstrap, TrainingMolecules training) {
    this(bootstrap, Optional.of(training));
  }

  private MoleculeScorer(Bootstrap bootstrap, Optional<TrainingMolecules> training) {
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
    distances.add(molecule);
    stability.add(verdict);
    if (verdict instanceof JudgedMolecule judged) {
      chemistry.add(judged);
    }
    return verdict;
  }

  /** The score of everything added so far. */
  public Score score() {
    return new Score(
        stability.score(bootstrap),
        chemistry.score(),
        divergence(),
        Convention.of(rule, bootstrap, training));
  }

  private OptionalDouble divergence() {
    DistanceHistogram drawn = distances.histogram();
    return training.isPresent() && drawn.total() > 0 && training.get().distances().total() > 0
        ? OptionalDouble.of(drawn.jensenShannon(training.get().distances()))
        : OptionalDouble.empty();
  }
}

package org.enf.core.scoring;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Counts valid, different and novel molecules among the stable ones. */
final class ChemistryTally {
  private final Optional<TrainingMolecules> training;
  private final ValidSmiles validSmiles = new ValidSmiles();
  private final Set<String> distinct = new HashSet<>();
  private long stable;
  private long valid;
  private long novel;

  ChemistryTally(Optional<TrainingMolecules> training) {
    this.training = training;
  }

  /** Counts one molecule; one that is not stable plays no part. */
  void add(JudgedMolecule judged) {
    if (!judged.isStable()) {
      return;
    }
    stable++;
    validSmiles.of(judged).ifPresent(this::addValid);
  }

  private void addValid(String smiles) {
    valid++;
    distinct.add(smiles);
    if (training.isPresent() && !training.get().contains(smiles)) {
      novel++;
    }
  }

  /** The score of everything counted so far. */
  ChemistryScore score() {
    return new ChemistryScore(
        new Ratio(valid, stable),
        new Ratio(distinct.size(), valid),
        training.map(known -> new Ratio(novel, valid)));
  }
}

package org.enf.core.cli;

import java.io.IOException;
import java.util.Optional;
import org.enf.core.molecule.io.ReadSummary;
import org.enf.core.scoring.Bootstrap;
import org.enf.core.scoring.MoleculeScorer;
import org.enf.core.scoring.Score;
import org.enf.core.scoring.TrainingMolecules;

/** Scores the molecules of a file. */
final class MoleculeScoring {
  private final Session session;

  MoleculeScoring(Session session) {
    this.session = session;
  }

  /**
   * What came of it.
   *
   * @param score of the molecules
   * @param read how many molecules there were
   */
  record Outcome(Score score, ReadSummary read) {}

  /**
   * Scores a file.
   *
   * @param source a path, or {@code -} for the standard input
   * @param reading how to read it
   * @param training the file of the training molecules, if novelty is wanted
   * @param seed of the bootstrap
   * @throws IOException if a file cannot be read
   */
  Outcome score(String source, ReadingOptions reading, Optional<String> training, long seed)
      throws IOException {
    Bootstrap bootstrap = Bootstrap.withSeed(seed);
    MoleculeScorer scorer =
        training.isEmpty()
            ? new MoleculeScorer(bootstrap)
            : new MoleculeScorer(bootstrap, trainingSmiles(training.get(), reading.withoutLimit()));
    ReadSummary read = new MoleculeInput(session, reading).read(source, scorer::add);
    return new Outcome(scorer.score(), read);
  }

  private TrainingMolecules trainingSmiles(String source, ReadingOptions reading)
      throws IOException {
    TrainingMolecules.Builder builder = new TrainingMolecules.Builder();
    new MoleculeInput(session, reading).read(source, builder::add);
    return builder.build();
  }
}

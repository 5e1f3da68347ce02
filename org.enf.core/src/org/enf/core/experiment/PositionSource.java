package org.enf.core.experiment;

import java.io.IOException;

/** Where the samples of an experiment on positions come from. */
public sealed interface PositionSource permits SampledParticles, ParticleFile, MoleculePositions {
  /** How many samples validation and test set have in the paper's experiments on particles. */
  int PAPER_HELD_OUT = 1_000;

  /**
   * The largest number of training samples that there is.
   *
   * @throws IOException if the data cannot be read
   */
  int most() throws IOException;

  /**
   * So many training samples, and validation and test sets that do not depend on that number.
   *
   * @throws IOException if there are too few or they cannot be read; the message says how many
   *     there are
   */
  PositionSplit split(int samples) throws IOException;

  /** What the data are, for the record: the same text means the same data. */
  String description();
}

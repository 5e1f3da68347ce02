package org.enf.core.molecule.io;

/**
 * The connection table of one SDF record, checked and cut down to atoms and bonds.
 *
 * <p>CDK makes elements and bonds of the text. The positions are read here: CDK 2.12 takes a
 * coordinate that it cannot read for zero, and misreads those without exactly four decimals.
 *
 * @param text a mol file that CDK can read
 * @param isV3000 whether the text is V3000, otherwise V2000
 * @param positions 3 coordinates an atom, in Å
 * @param firstLine the line of the file where the connection table starts
 */
record MolBlock(String text, boolean isV3000, double[] positions, long firstLine) {
  /** The end of a connection table. */
  static final String END = "M  END";

  /** The three lines above the counts, left blank. */
  static final String HEADER = "\n\n\n";
}

package org.enf.core.molecule.io;

import java.io.Closeable;
import java.io.IOException;
import org.enf.core.molecule.Molecule;

/** Reads the records of one format from one stream of text. */
sealed interface RecordReader extends Closeable permits XyzRecordReader, SdfRecordReader {
  /**
   * The next molecule, or null at the end.
   *
   * @throws MoleculeFormatException at a broken record; the next call goes on at the record behind
   * @throws IOException if the stream breaks; there is nothing behind
   */
  Molecule next() throws IOException;

  /** The exception for the stream having broken with this failure. */
  MoleculeFormatException damaged(IOException failure);
}

package org.enf.core.molecule.io;

import java.io.Closeable;
import java.io.IOException;
import org.enf.core.molecule.Molecule;

/**
 * A stream of molecules, one at a time. Opened by {@link MoleculeFiles}; for one thread.
 *
 * <pre>{@code
 * try (MoleculeReader reader = MoleculeFiles.open(path, ReadOptions.DEFAULT)) {
 *   for (Molecule molecule = reader.next(); molecule != null; molecule = reader.next()) {
 *     use(molecule);
 *   }
 *   print(reader.summary());
 * }
 * }</pre>
 */
public interface MoleculeReader extends Closeable {
  /**
   * The next molecule, or null at the end. Positions are in Å.
   *
   * @throws MoleculeFormatException at a broken record, if the options say to stop there
   * @throws IOException if the input cannot be closed
   */
  Molecule next() throws IOException;

  /** What was read so far, and what was not. */
  ReadSummary summary();
}

package org.enf.core.molecule.io;

import java.io.Closeable;
import java.io.IOException;
import org.enf.core.molecule.Molecule;

/**
 * Takes molecules into a file or stream. Made by {@link MoleculeFiles}; for one thread.
 *
 * <pre>{@code
 * try (MoleculeWriter writer = MoleculeFiles.create(path)) {
 *   writer.write(molecule);
 *   writer.commit();
 * }
 * }</pre>
 */
public interface MoleculeWriter extends Closeable {
  /**
   * Adds one molecule.
   *
   * @throws IOException if it cannot be written
   */
  void write(Molecule molecule) throws IOException;

  /**
   * Ends the output. A file gets its name only now, in one step; until then what stood under that
   * name stays.
   *
   * @throws IOException if the rest cannot be written or the file cannot be renamed
   */
  void commit() throws IOException;

  /**
   * Lets go of the output. Without a {@link #commit()} before, a file is dropped.
   *
   * @throws IOException if the output cannot be closed
   */
  @Override
  void close() throws IOException;
}

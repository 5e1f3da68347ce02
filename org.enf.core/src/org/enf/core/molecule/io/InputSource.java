package org.enf.core.molecule.io;

import java.io.Closeable;
import java.io.IOException;

/**
 * The streams that one path stands for: a file, the entries of an archive, the files of a folder.
 */
sealed interface InputSource extends Closeable permits FileSource, FolderSource, TarSource {
  /** What messages call it. */
  String name();

  /**
   * The next stream, or null at the end. The stream before must not be read any more.
   *
   * @throws MoleculeFormatException if one stream is refused; the next call goes on behind it
   * @throws IOException if the source itself is damaged; there is nothing to go on with
   */
  NamedInput next() throws IOException;

  /** Whether the other streams can be read when one of them is damaged. */
  boolean survivesDamage();
}

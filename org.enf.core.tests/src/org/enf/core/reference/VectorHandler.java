package org.enf.core.reference;

import java.io.IOException;
import java.nio.file.Path;

/** Knows what the reference's files with names of one prefix hold. */
interface VectorHandler {
  /** What the names of its files begin with. */
  String prefix();

  /**
   * Fails if ours and the reference's numbers differ.
   *
   * @param file what the file holds
   * @param folder where further files lie to which this one refers
   * @throws IOException if such a further file cannot be read
   */
  void check(VectorNode file, Path folder) throws IOException;
}

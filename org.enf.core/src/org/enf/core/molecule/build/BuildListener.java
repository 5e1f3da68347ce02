package org.enf.core.molecule.build;

/** Is told how far the building of a set of molecules has come. */
@FunctionalInterface
public interface BuildListener {
  /**
   * One more SMILES is done, whether it was built or rejected.
   *
   * @param done how many are done, from 1
   * @param total how many there are
   */
  void progressed(int done, int total);
}

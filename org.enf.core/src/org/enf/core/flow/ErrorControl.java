package org.enf.core.flow;

/** Who decides on the steps of an integration. */
public enum ErrorControl {
  /**
   * Each molecule has its own time, steps and error norm, so that its result does not depend on the
   * rest of its batch; those that have arrived leave the batch.
   */
  PER_MOLECULE,
  /**
   * All molecules of a batch take the same steps, by one error norm over all of them, as the
   * reference does. If such an integration fails, it is done again per molecule, which finds those
   * that fail.
   */
  SHARED
}

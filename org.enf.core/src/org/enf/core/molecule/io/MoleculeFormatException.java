package org.enf.core.molecule.io;

import java.io.IOException;

/** A molecule file that is not as its format says; the message names file, line and fault. */
public final class MoleculeFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient ReadProblem problem;

  /**
   * With a message made of the problem.
   *
   * @param problem where and what
   */
  public MoleculeFormatException(ReadProblem problem) {
    this(problem, null);
  }

  /**
   * With a message made of the problem, and what led to it.
   *
   * @param problem where and what
   * @param cause the failure underneath, or null
   */
  public MoleculeFormatException(ReadProblem problem, Throwable cause) {
    super(problem.toString(), cause);
    this.problem = problem;
  }

  /** Where and what. */
  public ReadProblem problem() {
    return problem;
  }
}

package org.enf.core.cli;

/** The exit codes of the process. */
final class ExitCode {
  /** All was done. */
  static final int DONE = 0;

  /** It could not be done. */
  static final int FAILED = 1;

  /** The command line makes no sense. */
  static final int USAGE = 2;

  /** Somebody asked to stop: what shells give a process that was ended by Ctrl-C. */
  static final int STOPPED = 130;

  private ExitCode() {}
}

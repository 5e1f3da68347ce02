package org.enf.core.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say how a training run is looked at while it goes on. */
final class CheckOptions {
  @Option(
      names = "--check-molecules",
      paramLabel = "N",
      description =
          "Draw N molecules after each epoch, or as --validate-every says, and tell how many are"
              + " stable (default: 0).")
  private int molecules;

  @Option(
      names = "--check-log",
      paramLabel = "FILE.jsonl",
      description =
          "Write a line of JSON for each validation and check: step, loss, NLL, stability. A run that"
              + " goes on adds to it.")
  private Path log;

  /**
   * What is asked for.
   *
   * @param molecules to draw each time, 0 for none
   * @param log where each check is written, if it is
   */
  record Checks(int molecules, Optional<Path> log) {
    /** Nothing is drawn or written. */
    static final Checks NONE = new Checks(0, Optional.empty());
  }

  /**
   * The checks.
   *
   * @param validation whether there is a validation set
   * @throws CommandException if they cannot be
   */
  Checks checks(boolean validation) {
    if (molecules < 0) {
      throw CommandException.usage("--check-molecules must be 0 or more, not " + molecules);
    }
    if (log != null && molecules == 0 && !validation) {
      throw CommandException.usage(
          "--check-log has nothing to write without --validation or --check-molecules");
    }
    return new Checks(molecules, Optional.ofNullable(log));
  }
}

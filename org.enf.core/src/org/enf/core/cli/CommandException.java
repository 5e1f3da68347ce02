package org.enf.core.cli;

import java.util.function.Supplier;

/** A command cannot go on; the message is one sentence for the user. */
final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  private CommandException(String sentence, Throwable cause, int exitCode) {
    super(sentence, cause);
    this.exitCode = exitCode;
  }

  /** Something that was asked for cannot be done. */
  static CommandException failed(String sentence) {
    return new CommandException(sentence, null, ExitCode.FAILED);
  }

  /** Something that was asked for cannot be done, because of this. */
  static CommandException failed(String sentence, Throwable cause) {
    return new CommandException(sentence, cause, ExitCode.FAILED);
  }

  /** The options make no sense. */
  static CommandException usage(String sentence) {
    return new CommandException(sentence, null, ExitCode.USAGE);
  }

  /**
   * What the settings of an option make.
   *
   * @throws CommandException wrong use, with the same message, if they throw an {@link
   *     IllegalArgumentException}
   */
  static <T> T usageIfIllegal(Supplier<T> settings) {
    try {
      return settings.get();
    } catch (IllegalArgumentException e) {
      throw new CommandException(e.getMessage(), e, ExitCode.USAGE);
    }
  }

  int exitCode() {
    return exitCode;
  }
}

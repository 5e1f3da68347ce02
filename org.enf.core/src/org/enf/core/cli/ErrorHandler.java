package org.enf.core.cli;

import java.io.UncheckedIOException;
import java.util.function.BooleanSupplier;
import org.enf.core.model.safetensors.PlainText;
import org.enf.core.ode.StoppedException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells the user in one line what went wrong, and gives the exit code. */
final class ErrorHandler implements IExecutionExceptionHandler, IParameterExceptionHandler {
  private final Terminal terminal;
  private final BooleanSupplier verbose;

  /**
   * A handler.
   *
   * @param verbose whether to add the stack trace
   */
  ErrorHandler(Terminal terminal, BooleanSupplier verbose) {
    this.terminal = terminal;
    this.verbose = verbose;
  }

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    return usage(e, e.getCommandLine());
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine line, ParseResult parsed) {
    boolean usage = e instanceof CommandException ce && ce.exitCode() == ExitCode.USAGE;
    return usage ? usage(e, line) : tell(e);
  }

  private int usage(Exception e, CommandLine line) {
    String command = line.getCommandSpec().qualifiedName();
    String sentence = e instanceof UnmatchedArgumentException u ? unknown(u) : ErrorSentence.of(e);
    tell(sentence + " (" + command + " --help explains)", e);
    return ExitCode.USAGE;
  }

  private static String unknown(UnmatchedArgumentException e) {
    String kind = e.isUnknownOption() ? "option" : "command or argument";
    return "there is no "
        + kind
        + " '"
        + e.getUnmatched().get(0)
        + "'"
        + (e.getSuggestions().isEmpty()
            ? ""
            : "; did you mean " + String.join(" or ", e.getSuggestions()) + "?");
  }

  /** Tells a failure that has nothing to do with how the command was used. */
  int tell(Throwable failure) {
    Throwable cause = failure instanceof UncheckedIOException ? failure.getCause() : failure;
    if (cause instanceof BrokenPipeException) {
      return ExitCode.DONE;
    }
    if (cause instanceof StoppedException) {
      terminal.say("enf: stopped");
      return ExitCode.STOPPED;
    }
    tell(ErrorSentence.of(cause), cause);
    return ExitCode.FAILED;
  }

  private void tell(String sentence, Throwable failure) {
    terminal.say("enf: " + sentence);
    if (verbose.getAsBoolean()) {
      for (Throwable t = failure; t != null; t = t.getCause()) {
        terminal.say((t == failure ? "" : "caused by ") + PlainText.of(t.toString()));
        for (StackTraceElement place : t.getStackTrace()) {
          terminal.say("    at " + place);
        }
      }
    }
  }
}

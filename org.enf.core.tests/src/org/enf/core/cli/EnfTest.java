package org.enf.core.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.junit.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What holds for all commands. */
public final class EnfTest extends CliTestBase {
  private Map<String, CommandLine> commands() {
    Terminal terminal =
        new Terminal(null, OutputStream.nullOutputStream(), System.err, false, System::nanoTime);
    Session session = new Session(terminal, new Interruption(), null);
    return new Enf(session).commandLine().getSubcommands();
  }

  @Test
  public void withoutCommandIsWrongUse() {
    assertTrue(failure(ExitCode.USAGE).contains("name a command: demo, train, sample"));
  }

  @Test
  public void unknownCommandIsNamedWithASuggestion() {
    String line = failure(ExitCode.USAGE, "tran");
    assertTrue(line, line.contains("'tran'; did you mean train?"));
  }

  @Test
  public void unknownOptionIsNamedWithASuggestion() {
    String line = failure(ExitCode.USAGE, "train", "--data", "x", "--model", "y", "--epoch", "3");
    assertTrue(line, line.contains("'--epoch'; did you mean --epochs?"));
    assertTrue(line, line.endsWith("(enf train --help explains)"));
  }

  @Test
  public void missingOptionsAreNamed() {
    String line = failure(ExitCode.USAGE, "sample", "--model", "m.enf");
    assertTrue(line, line.contains("--count=N") && line.contains("--out=FILE"));
  }

  @Test
  public void wordInPlaceOfANumberIsWrongUse() {
    String line =
        failure(ExitCode.USAGE, "sample", "--model", "m", "--out", "-", "--count", "many");
    assertTrue(line, line.contains("'--count': 'many' is not an int"));
  }

  @Test
  public void versionIsTold() {
    assertTrue(done("--version").out().matches("enf \\d+\\.\\d+\\.\\d+\\R"));
    assertTrue(done("train", "--version").out().matches("enf \\d+\\.\\d+\\.\\d+\\R"));
  }

  @Test
  public void helpNamesEveryCommand() {
    String help = done("--help").out();
    commands().keySet().forEach(name -> assertTrue(name, help.contains("\n  " + name + " ")));
    assertEquals(11, commands().size());
  }

  @Test
  public void helpOfEveryCommandExplainsEveryOption() {
    commands()
        .forEach(
            (name, command) -> {
              String help = done(name, "--help").out();
              for (OptionSpec option : command.getCommandSpec().options()) {
                assertTrue(name + " " + option, help.contains(option.longestName()));
                assertTrue(name + " " + option, option.description().length > 0);
              }
            });
  }

  @Test
  public void helpOfEveryCommandHasASynopsisAndAnExample() {
    commands()
        .keySet()
        .forEach(
            name -> {
              String help = done(name, "--help").out();
              assertTrue(help, help.contains("Usage: enf " + name + " "));
              assertTrue(help, help.contains("Examples:\n  enf " + name));
            });
  }

  @Test
  public void helpGoesToTheStandardOutput() {
    assertEquals("", done("--help").err());
  }

  @Test
  public void stackTraceIsShownOnRequestOnly() {
    String[] args = {"info", "--model", name("missing.enf")};
    assertFalse(failure(ExitCode.FAILED, args).contains("at org.enf"));
    CliRun verbose = run("info", "--model", name("missing.enf"), "--verbose");
    assertEquals(ExitCode.FAILED, verbose.code());
    assertTrue(verbose.err(), verbose.err().contains("    at org.enf.core"));
    assertTrue(run("--verbose", args[0], args[1], args[2]).err().contains("    at org.enf.core"));
  }

  @Test
  public void brokenPipeEndsQuietly() {
    CliRun run = cli().run(new FailingOutput("Broken pipe"), "train", "--help");
    assertEquals(ExitCode.DONE, run.code());
    assertEquals("", run.err());
  }

  @Test
  public void fullDiskBehindTheStandardOutputIsTold() throws IOException {
    String model = tinyModel();
    CliRun run = cli().run(new FailingOutput("No space left on device"), "info", "--model", model);
    assertEquals(ExitCode.FAILED, run.code());
    assertEquals(
        "enf: the standard output cannot be written (No space left on device)", run.err().strip());
  }

  /** Takes nothing. */
  private static final class FailingOutput extends OutputStream {
    private final String reason;

    FailingOutput(String reason) {
      this.reason = reason;
    }

    @Override
    public void write(int b) throws IOException {
      throw new IOException(reason);
    }
  }
}

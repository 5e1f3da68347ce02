package org.enf.core.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.enf.core.model.LibraryVersion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code enf}: the command line of E(n) equivariant normalizing flows. */
@Command(
    name = "enf",
    scope = ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    versionProvider = Enf.Version.class,
    header = "E(n) equivariant normalizing flows of molecules (Satorras et al., NeurIPS 2021).",
    synopsisSubcommandLabel = "COMMAND",
    sortOptions = false,
    usageHelpAutoWidth = true,
    optionListHeading = "Options:%n",
    commandListHeading = "%nCommands:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:failed; one line on the standard error says why",
      "2:the command line makes no sense",
      "130:stopped by Ctrl-C"
    },
    footerHeading = "%n",
    footer = {"Begin with: enf demo", "The options of a command: enf COMMAND --help"})
public final class Enf implements Runnable {
  private final Session session;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Add the stack trace to an error.")
  private boolean verbose;

  /** The command line of this session. */
  Enf(Session session) {
    this.session = session;
  }

  /** The version of the library, for {@code --version}. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"enf " + LibraryVersion.CURRENT};
    }
  }

  /**
   * Runs a command and ends the process with its exit code.
   *
   * @param args the command, its options and their values
   */
  public static void main(String[] args) {
    // pictures are drawn into files; without this, macOS shows a program with a window
    System.setProperty("java.awt.headless", "true");
    System.exit(new Enf(Session.ofProcess()).run(args));
  }

  /** Picocli comes here where no command is named. */
  @Override
  public void run() {
    throw CommandException.usage(
        "name a command: demo, train, sample, score, likelihood, info, experiment, bench, import,"
            + " export or doctor");
  }

  /** Runs a command and gives its exit code. */
  int run(String... args) {
    ErrorHandler errors = new ErrorHandler(session.terminal(), () -> verbose);
    CommandLine line = commandLine();
    line.setParameterExceptionHandler(errors);
    line.setExecutionExceptionHandler(errors);
    try {
      int code = line.execute(args);
      line.getOut().flush();
      session.terminal().out().flush();
      return code;
    } catch (IOException | OutOfMemoryError | LinkageError e) {
      return errors.tell(e);
    }
  }

  /** All commands with their options. */
  CommandLine commandLine() {
    return new CommandLine(this)
        .addSubcommand(new DemoCommand(session))
        .addSubcommand(new TrainCommand(session))
        .addSubcommand(new SampleCommand(session))
        .addSubcommand(new ScoreCommand(session))
        .addSubcommand(new LikelihoodCommand(session))
        .addSubcommand(new InfoCommand(session))
        .addSubcommand(
            new CommandLine(new ExperimentCommand(session))
                .addSubcommand(new DensityCommand(session)))
        .addSubcommand(new BenchCommand(session))
        .addSubcommand(new ImportCommand(session))
        .addSubcommand(new ExportCommand(session))
        .addSubcommand(new DoctorCommand(session))
        .registerConverter(ModelSource.class, ModelSource::new)
        .setOut(writer());
  }

  private PrintWriter writer() {
    return new PrintWriter(
        new OutputStreamWriter(session.terminal().out(), StandardCharsets.UTF_8));
  }
}

package org.enf.core.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.enf.core.egnn.Engine;
import org.enf.core.experiment.Experiment;
import org.enf.core.experiment.ExperimentRecord;
import org.enf.core.experiment.HeldOutTrace;
import org.enf.core.experiment.Method;
import org.enf.core.experiment.MoleculeExperiment;
import org.enf.core.experiment.RunSettings;
import org.enf.core.ode.SolverSettings;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code enf experiment}: the paper's comparisons. */
@Command(
    name = "experiment",
    header = "Repeat an experiment of the paper.",
    customSynopsis = "enf experiment NAME [--method M] [--samples N] [--out DIR] [options]",
    description = {
      "",
      "Trains flows with the paper's settings, chooses the weights by the validation NLL, evaluates"
          + " the test set and prints our figures beside the paper's. dw4 and lj13 are Table 1 and"
          + " Figure 4, qm9-positional is Figure 3, qm9 is Table 2.",
      "",
      "The folder DIR gets results.csv, curves.csv, results.md and plots, written again after each"
          + " run, and a checkpoint of the run at hand. The same command goes on where an earlier"
          + " one was stopped; runs that stand in results.csv are not repeated.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  enf experiment dw4 --method all --samples 100,1000",
      "  enf experiment lj13 --method enf --samples 1000 --data lj13.npy --runs 3",
      "  enf experiment qm9-positional --data qm9-train.xyz.gz --validation qm9-valid.xyz.gz",
      "  enf experiment dw4 --method all --samples 20 --epochs 2 --held-out 20 --draw 20",
      "  enf experiment density"
    })
final class ExperimentCommand implements Callable<Integer> {
  private static final String ALL = "all";

  private final Session session;

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      completionCandidates = ExperimentNames.class,
      description = "One of ${COMPLETION-CANDIDATES}; or the command density.")
  private String name;

  @Option(
      names = "--method",
      paramLabel = "M,...",
      split = ",",
      hideParamSyntax = true,
      completionCandidates = MethodNames.class,
      description =
          "What to train: ${COMPLETION-CANDIDATES}; or all, of which the paper has figures"
              + " (default: enf).")
  private List<String> methods = List.of(Method.ENF.id());

  @Option(
      names = "--samples",
      paramLabel = "N,...",
      split = ",",
      hideParamSyntax = true,
      description = "Numbers of training samples (default: all of the paper that the data have).")
  private List<Integer> samples = List.of();

  @Option(
      names = "--runs",
      paramLabel = "K",
      defaultValue = "1",
      description =
          "Runs of each method and number of samples, each with a seed of its own; the paper has 3"
              + " (default: ${DEFAULT-VALUE}).")
  private int runs;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The folder for the results (default: experiment-NAME).")
  private Path out;

  @Option(
      names = "--time-limit",
      paramLabel = "TIME",
      converter = DurationText.class,
      description =
          "End the training of a run after this time, for example 10m; its best weights are tested.")
  private Duration timeLimit;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Determines all random numbers: the first run has this seed, the next one the next"
              + " (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--trace",
      paramLabel = "KIND",
      description =
          "The log-determinant of validation and test samples: exact or hutchinson (default: exact"
              + " for dw4, simple and kernel, else hutchinson, as the paper).")
  private String trace;

  @Option(
      names = "--test-trace",
      paramLabel = "KIND",
      description =
          "The log-determinant of test samples: exact or hutchinson (default: as in the"
              + " validation).")
  private String testTrace;

  @Option(
      names = "--draw",
      paramLabel = "N",
      defaultValue = "" + RunSettings.PAPER_DRAWN,
      description =
          "How many samples each trained model draws, for distances and stability (default:"
              + " ${DEFAULT-VALUE}).")
  private int drawn;

  @ArgGroup(validate = false, heading = "%nOtherwise than the paper:%n")
  private ExperimentChanges changes = new ExperimentChanges();

  @ArgGroup(validate = false, heading = "%nData:%n")
  private ExperimentData data = new ExperimentData();

  @ArgGroup(validate = false, heading = "%nSolver:%n")
  private SolverOptions solverOptions = new SolverOptions();

  @ArgGroup(validate = false, heading = "%nEngine:%n")
  private EngineOptions engineOptions = new EngineOptions();

  ExperimentCommand(Session session) {
    this.session = session;
  }

  /** The names of the experiments, for the help. */
  static final class ExperimentNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(Experiment.values()).map(Experiment::id).iterator();
    }
  }

  /** The names of the methods, for the help. */
  static final class MethodNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(Method.values()).map(Method::id).iterator();
    }
  }

  @Override
  public Integer call() throws IOException {
    if (name == null) {
      // picocli cannot demand it, because the subcommand has none
      throw CommandException.usage(
          "name an experiment: " + String.join(", ", new ExperimentNames()));
    }
    Experiment experiment = CommandException.usageIfIllegal(() -> Experiment.named(name));
    List<Method> chosen = methods(experiment);
    if (experiment == Experiment.QM9 && (trace != null || testTrace != null)) {
      throw CommandException.usage(
          "--trace and --test-trace are for experiments on positions; qm9 estimates the trace by"
              + " Hutchinson's one vector");
    }
    RunSettings settings = settings();
    if (runs < 1) {
      throw CommandException.usage("--runs must be at least 1, not " + runs);
    }
    for (int count : samples) {
      if (count < 1) {
        throw CommandException.usage("--samples must be at least 1, not " + count);
      }
    }
    Path folder = out != null ? out : Path.of("experiment-" + experiment.id());
    ExperimentRecord record = ExperimentRecord.open(experiment, folder);
    try (Engine engine = engineOptions.open()) {
      session.terminal().say("engine: " + engine.description());
      ExperimentRun run =
          new ExperimentRun(
              session, record, data.runs(session, experiment, engine, settings), settings);
      List<ExperimentRun.Job> jobs = run.jobs(chosen, samples, runs);
      return session.interruption().shielded(() -> run.run(jobs));
    }
  }

  private List<Method> methods(Experiment experiment) {
    if (methods.equals(List.of(ALL))) {
      return experiment.methods();
    }
    return CommandException.usageIfIllegal(
        () -> {
          List<Method> chosen = methods.stream().map(Method::named).distinct().toList();
          if (experiment == Experiment.QM9) {
            chosen.forEach(MoleculeExperiment::requireMolecules);
          }
          return chosen;
        });
  }

  private RunSettings settings() {
    SolverSettings solver = solverOptions.settings(SolverSettings.PAPER);
    return CommandException.usageIfIllegal(
        () ->
            new RunSettings(
                seed,
                changes.chosen(),
                solver,
                Optional.ofNullable(trace).map(HeldOutTrace::named),
                Optional.ofNullable(testTrace).map(HeldOutTrace::named),
                drawn,
                Optional.ofNullable(timeLimit)));
  }
}

package org.enf.core.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.enf.core.bench.BenchmarkCsv;
import org.enf.core.bench.BenchmarkReport;
import org.enf.core.bench.EvaluationCase;
import org.enf.core.bench.Schedule;
import org.enf.core.bench.TrainingCase;
import org.enf.core.engine.Engines;
import org.enf.core.model.EnfModel;
import org.enf.core.model.EnfModelFile;
import org.enf.core.molecule.io.MoleculeFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code enf bench}: how fast the engines are here. */
@Command(
    name = "bench",
    header = "Measure how fast the engines are on this machine.",
    customSynopsis = "enf bench [--case C,...] [--model M.enf] [--out FILE.md|FILE.csv] [options]",
    description = {
      "",
      "Measures evaluations of the paper's networks (value, value + JVP, reverse) by every engine,"
          + " all in turns, steps of training from fresh weights and, with --model, the drawing of"
          + " molecules. Prints tables in Markdown with what the machine is. All cases take a few"
          + " minutes; other programs should rest meanwhile.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  enf bench",
      "  enf bench --case qm9-128,train-qm9-128 --threads 1,2 --rounds 9",
      "  enf bench --case sample --model pretrained.enf --count 1000 --out sampling.csv"
    })
final class BenchCommand implements Callable<Integer> {
  private static final String SAMPLE = "sample";

  private final Session session;

  @Option(
      names = "--case",
      paramLabel = "C,...",
      split = ",",
      hideParamSyntax = true,
      completionCandidates = CaseNames.class,
      description =
          "What to measure: ${COMPLETION-CANDIDATES} (default: all, sample with --model only).")
  private List<String> cases = List.of();

  @Option(
      names = "--engine",
      paramLabel = "NAME,...",
      split = ",",
      hideParamSyntax = true,
      completionCandidates = PresentEngines.class,
      description =
          "Who computes: ${COMPLETION-CANDIDATES} (default: all for evaluations, the fastest for"
              + " training and sampling).")
  private List<String> engines = List.of();

  @Option(
      names = "--threads",
      paramLabel = "N,...",
      split = ",",
      hideParamSyntax = true,
      description =
          "Numbers of threads of engines that share their work (default: 1, and as many as there"
              + " are processors).")
  private List<Integer> threads = List.of();

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "" + Schedule.DEFAULT_ROUNDS,
      description =
          "How often to measure each figure, of which the median counts; long training and sampling"
              + " cases less often (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(names = "--model", paramLabel = "M.enf", description = "A model to draw molecules from.")
  private Path model;

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "100",
      description = "How many molecules to draw from it (default: ${DEFAULT-VALUE}).")
  private int count;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "Write the figures to a file, too: .csv with one a line, anything else as Markdown.")
  private String out;

  BenchCommand(Session session) {
    this.session = session;
  }

  private static List<String> caseNames() {
    return Stream.of(EvaluationCase.ids(), TrainingCase.ids(), List.of(SAMPLE))
        .flatMap(List::stream)
        .toList();
  }

  private static List<String> engineNames() {
    return Engines.names().stream().filter(name -> !name.equals(Engines.AUTO)).toList();
  }

  /** The names of the cases, for the help. */
  static final class CaseNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return caseNames().iterator();
    }
  }

  /** The names of the engines, for the help. */
  static final class PresentEngines implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return engineNames().iterator();
    }
  }

  @Override
  public Integer call() throws IOException {
    Schedule schedule = CommandException.usageIfIllegal(() -> Schedule.ofRounds(rounds));
    List<String> chosen = chosenCases();
    requireKnown("engine", engines, engineNames());
    for (int number : threads) {
      if (number < 1) {
        throw CommandException.usage("--threads must be at least 1, not " + number);
      }
    }
    if (count < 1) {
      throw CommandException.usage("--count must be at least 1, not " + count);
    }
    EnfModel loaded = model == null ? null : EnfModelFile.read(model);
    BenchmarkReport report;
    try (BenchRun run = new BenchRun(session, schedule, engines, threadCounts())) {
      for (EvaluationCase what : EvaluationCase.values()) {
        if (chosen.contains(what.id())) {
          run.evaluate(what);
        }
      }
      for (TrainingCase what : TrainingCase.values()) {
        if (chosen.contains(what.id())) {
          run.train(what);
        }
      }
      if (chosen.contains(SAMPLE)) {
        run.sample(loaded, count);
      }
      report = run.report();
    }
    TextOutput.write(MoleculeFiles.STANDARD_STREAM, session.terminal(), report.markdown());
    if (out != null) {
      boolean csv = out.toLowerCase(Locale.ROOT).endsWith(".csv");
      TextOutput.write(
          out, session.terminal(), csv ? BenchmarkCsv.lines(report) : report.markdown());
    }
    return ExitCode.DONE;
  }

  private List<String> chosenCases() {
    if (cases.isEmpty()) {
      List<String> all = new ArrayList<>(caseNames());
      if (model == null) {
        all.remove(SAMPLE);
      }
      return all;
    }
    requireKnown("case", cases, caseNames());
    if (cases.contains(SAMPLE) && model == null) {
      throw CommandException.usage("--case sample draws from a model: name it by --model");
    }
    return cases;
  }

  private static void requireKnown(String what, List<String> named, List<String> known) {
    for (String name : named) {
      if (!known.contains(name)) {
        throw CommandException.usage(
            "there is no " + what + " '" + name + "'; choose among " + String.join(", ", known));
      }
    }
  }

  private List<Integer> threadCounts() {
    return threads.isEmpty()
        ? Stream.of(1, Runtime.getRuntime().availableProcessors()).distinct().toList()
        : threads.stream().distinct().sorted().toList();
  }
}

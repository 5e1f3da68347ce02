package org.enf.core.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.enf.core.egnn.Engine;
import org.enf.core.model.MoleculeSampler;
import org.enf.core.molecule.AtomTypes;
import org.enf.core.scoring.Score;
import org.enf.core.training.MoleculeSet;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code enf demo}: the whole way from SMILES to scored new molecules, in minutes. */
@Command(
    name = "demo",
    header = "Go the whole way in minutes: build molecules, train, sample, score.",
    customSynopsis = "enf demo [--out DIR] [options]",
    description = {
      "",
      "Draws molecules from the built-in model of QM9 first. Then builds a training set of small"
          + " molecules of H, C, N, O and F from a list of SMILES (kept for next time), trains a small"
          + " E-NF on it by flow matching, draws molecules, scores them and writes a report. Needs no"
          + " data and no network.",
      ""
    },
    footer = {"", "Examples:", "  enf demo", "  enf demo --out longer --time-limit 1h"})
final class DemoCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "enf-demo",
      description =
          "The folder for the results, made if it is not there; results of an earlier demo are"
              + " replaced (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("enf-demo");

  @Option(
      names = "--time-limit",
      paramLabel = "TIME",
      converter = DurationText.class,
      defaultValue = "3m",
      description = "How long to train (default: ${DEFAULT-VALUE}).")
  private Duration timeLimit = Duration.ofMinutes(3);

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "100",
      description = "How many molecules to draw (default: ${DEFAULT-VALUE}).")
  private int count;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "Determines all random numbers (default: ${DEFAULT-VALUE}).")
  private long seed;

  @ArgGroup(validate = false, heading = "%nEngine:%n")
  private EngineOptions engineOptions = new EngineOptions();

  DemoCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    MoleculeSampler.Request request =
        CommandException.usageIfIllegal(
            () ->
                new MoleculeSampler.Request(
                    count, seed, OptionalInt.empty(), DemoSettings.SAMPLING_BATCH));
    long begin = session.terminal().nanos();
    Files.createDirectories(out);
    DemoRun run = new DemoRun(session, out, timeLimit, request, begin);
    try (Engine engine = engineOptions.open()) {
      return session.interruption().shielded(() -> run(run, engine));
    }
  }

  private int run(DemoRun run, Engine engine) throws IOException {
    Optional<Score> builtIn = run.drawFromBuiltIn(engine);
    if (builtIn.isEmpty()) {
      return ExitCode.STOPPED;
    }
    run.stage(2, "training set");
    Path file = new DemoSet(session).file(out);
    MoleculeSet set =
        new MoleculeSetReader(session, AtomTypes.QM9).read(file.toString(), new ReadingOptions());
    return run.run(engine, builtIn.get(), set, file);
  }
}

package org.enf.core.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.enf.core.egnn.Engine;
import org.enf.core.model.EnfModel;
import org.enf.core.model.LikelihoodEvaluator;
import org.enf.core.model.LikelihoodEvaluator.Settings;
import org.enf.core.molecule.io.MoleculeFiles;
import org.enf.core.ode.SolverSettings;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code enf likelihood}: the bound on log p of given molecules. */
@Command(
    name = "likelihood",
    header = "Evaluate the likelihood of molecules under a model.",
    customSynopsis = "enf likelihood --model M.enf --data FILE [--out FILE.csv] [options]",
    description = {
      "",
      "Computes a lower bound on log p(x, h, M) of each molecule in nats: log p(z) + log|det|"
          + " - log q(v|h,x) + log p(M), with one draw of the dequantizer's noise. Positions are"
          + " in angstrom and live in the subspace of zero mean.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  enf likelihood --model qm9.enf --data valid.xyz.gz --limit 1000",
      "  enf likelihood --model qm9.enf --data valid.xyz.gz --trace hutchinson --out nll.csv"
    })
final class LikelihoodCommand implements Callable<Integer> {
  private final Session session;

  @Option(names = "--model", paramLabel = "M.enf", required = true, description = ModelSource.HELP)
  private ModelSource model;

  @Option(
      names = "--data",
      paramLabel = "FILE",
      required = true,
      description = "Molecules: XYZ or SDF as for enf train; - for the standard input.")
  private String data;

  @Option(
      names = "--out",
      paramLabel = "FILE.csv",
      description = "Write a line for each molecule, with the parts; - for the standard output.")
  private String out;

  @Option(
      names = "--json",
      paramLabel = "OUT",
      description = "Write the means as JSON; with - to the standard output, in place of the text.")
  private String json;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "Determines the random numbers (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--batch-size",
      paramLabel = "N",
      defaultValue = "50",
      description = "How many molecules are evaluated together (default: ${DEFAULT-VALUE}).")
  private int batchSize;

  @ArgGroup(validate = false, heading = "%nTrace:%n")
  private TraceOptions traceOptions = new TraceOptions();

  @ArgGroup(validate = false, heading = "%nReading:%n")
  private ReadingOptions reading = new ReadingOptions();

  @ArgGroup(validate = false, heading = "%nSolver:%n")
  private SolverOptions solverOptions = new SolverOptions();

  @Mixin private ErrorControlOption errorControl = new ErrorControlOption();

  @ArgGroup(validate = false, heading = "%nEngine:%n")
  private EngineOptions engineOptions = new EngineOptions();

  LikelihoodCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    if (batchSize < 1) {
      throw CommandException.usage("--batch-size must be at least 1, not " + batchSize);
    }
    if (MoleculeFiles.STANDARD_STREAM.equals(out) && out.equals(json)) {
      throw CommandException.usage(
          "--out and --json cannot both be written to the standard output");
    }
    Settings settings =
        new Settings(
            solverOptions.settings(SolverSettings.PAPER),
            errorControl.control(),
            traceOptions.method(),
            seed);
    EnfModel loaded = model.molecules();
    try (Engine engine = engineOptions.open();
        LikelihoodEvaluator evaluator = new LikelihoodEvaluator(loaded, engine, settings)) {
      session.terminal().say("engine: " + engine.description());
      return session.interruption().shielded(() -> run(evaluator, loaded, settings));
    }
  }

  private int run(LikelihoodEvaluator evaluator, EnfModel loaded, Settings settings)
      throws IOException {
    LikelihoodRun.Outcome outcome = evaluate(evaluator);
    LikelihoodReport report =
        new LikelihoodReport(
            model.toString(),
            loaded.settings().dequantization(),
            data,
            outcome.summary(),
            settings);
    write(report);
    if (outcome.stopped()) {
      session.terminal().say("enf: stopped; the figures are of the molecules so far");
      return ExitCode.STOPPED;
    }
    if (outcome.summary().molecules() == 0) {
      throw CommandException.failed("the model gave no molecule a likelihood");
    }
    return ExitCode.DONE;
  }

  private LikelihoodRun.Outcome evaluate(LikelihoodEvaluator evaluator) throws IOException {
    LikelihoodRun run = new LikelihoodRun(session, evaluator, batchSize);
    if (out == null) {
      return run.run(data, reading, likelihood -> {});
    }
    try (LikelihoodTable table = LikelihoodTable.open(out, session.terminal())) {
      LikelihoodRun.Outcome outcome = run.run(data, reading, table::add);
      table.commit();
      return outcome;
    }
  }

  private void write(LikelihoodReport report) throws IOException {
    if (MoleculeFiles.STANDARD_STREAM.equals(out)) {
      report.lines().forEach(session.terminal()::say);
    } else if (!MoleculeFiles.STANDARD_STREAM.equals(json)) {
      TextOutput.write(MoleculeFiles.STANDARD_STREAM, session.terminal(), report.lines());
    }
    if (json != null) {
      TextOutput.write(json, session.terminal(), JsonText.lines(report.tree()));
    }
  }
}

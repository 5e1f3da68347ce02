package org.enf.core.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.enf.core.model.LibraryVersion;
import org.enf.core.molecule.io.MoleculeFiles;
import org.enf.core.scoring.ScoreJson;
import org.enf.core.scoring.ScoreText;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code enf score}: stability, validity, uniqueness and novelty of molecules. */
@Command(
    name = "score",
    header = "Score molecules: stability, validity, uniqueness, novelty.",
    customSynopsis = "enf score --in FILE [--train FILE] [--json OUT] [options]",
    description = {
      "",
      "Judges molecules by the metric of the E-NF paper, Appendix A.3: bonds by distance, an atom is"
          + " stable if its bond orders add up to its valence. What each figure means is printed"
          + " with it. Novelty needs the training set.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  enf score --in samples.sdf --train qm9.xyz.gz",
      "  enf score --in samples.sdf --json - | jq .moleculeStability"
    })
final class ScoreCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--in",
      paramLabel = "FILE",
      required = true,
      description = "Molecules to score: XYZ or SDF as for enf train; - for the standard input.")
  private String in;

  @Option(
      names = "--train",
      paramLabel = "FILE",
      description = "The molecules the model was trained on, for the novelty.")
  private String train;

  @Option(
      names = "--json",
      paramLabel = "OUT",
      description = "Write the score as JSON; with - to the standard output, in place of the text.")
  private String json;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "Determines the bootstrap of the intervals (default: ${DEFAULT-VALUE}).")
  private long seed;

  @ArgGroup(validate = false, heading = "%nReading:%n")
  private ReadingOptions reading = new ReadingOptions();

  ScoreCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    if (in.equals(MoleculeFiles.STANDARD_STREAM) && in.equals(train)) {
      throw CommandException.usage("--in and --train cannot both be read from the standard input");
    }
    MoleculeScoring.Outcome outcome =
        new MoleculeScoring(session).score(in, reading, Optional.ofNullable(train), seed);
    if (!MoleculeFiles.STANDARD_STREAM.equals(json)) {
      TextOutput.write(
          MoleculeFiles.STANDARD_STREAM, session.terminal(), ScoreText.lines(outcome.score()));
    }
    if (json != null) {
      TextOutput.write(json, session.terminal(), JsonText.lines(tree(outcome)));
    }
    return ExitCode.DONE;
  }

  private ObjectNode tree(MoleculeScoring.Outcome outcome) {
    ObjectNode tree = ScoreJson.tree(outcome.score());
    tree.put("input", in);
    tree.put("skippedRecords", outcome.read().skipped());
    tree.put("libraryVersion", LibraryVersion.CURRENT);
    return tree;
  }
}

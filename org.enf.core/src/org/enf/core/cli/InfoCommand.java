package org.enf.core.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.enf.core.model.StoredModel;
import org.enf.core.molecule.io.MoleculeFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code enf info}: what a model is and where it comes from. */
@Command(
    name = "info",
    header = "Tell what a model is and where it comes from.",
    customSynopsis = "enf info --model M.enf [--json OUT]",
    description = {
      "",
      "Prints architecture, number of parameters, atom types, training, metrics and p(M) of a model"
          + " or a checkpoint; also of the models of positions that enf experiment leaves.",
      ""
    },
    footer = {"", "Examples:", "  enf info --model qm9.enf", "  enf info --model qm9.enf --json -"})
final class InfoCommand implements Callable<Integer> {
  private final Session session;

  @Option(names = "--model", paramLabel = "M.enf", required = true, description = ModelSource.HELP)
  private ModelSource model;

  @Option(
      names = "--json",
      paramLabel = "OUT",
      description = "Write JSON in place of the text; with - to the standard output.")
  private String json;

  InfoCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    StoredModel loaded = model.any();
    List<String> lines =
        json == null ? ModelText.lines(loaded) : JsonText.lines(ModelText.tree(loaded));
    String target = json == null ? MoleculeFiles.STANDARD_STREAM : json;
    TextOutput.write(target, session.terminal(), lines);
    return ExitCode.DONE;
  }
}

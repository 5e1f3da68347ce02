package org.enf.core.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.enf.core.model.EnfModel;
import org.enf.core.model.ReferenceWeights;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code enf export}: writes a model's weights for the E-NF's released code. */
@Command(
    name = "export",
    header = "Write a model's weights for the E-NF's released code.",
    customSynopsis = "enf export --model M.enf --safetensors OUT.safetensors [--overwrite]",
    description = {
      "",
      "Writes a safetensors file with the names and shapes of the state dict of the authors' code"
          + " (vgsatorras/en_flows). Its output for the time, which nothing uses, is zero. enf import"
          + " makes the same model of it again.",
      ""
    },
    footer = {"", "Examples:", "  enf export --model qm9.enf --safetensors qm9.safetensors"})
final class ExportCommand implements Callable<Integer> {
  private final Session session;

  @Option(names = "--model", paramLabel = "M.enf", required = true, description = ModelSource.HELP)
  private ModelSource model;

  @Option(
      names = "--safetensors",
      paramLabel = "OUT",
      required = true,
      description = "The safetensors file to write.")
  private Path target;

  @Option(names = "--overwrite", description = "Replace OUT if it is there.")
  private boolean overwrite;

  ExportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    if (!overwrite && Files.exists(target)) {
      throw CommandException.failed(target + " is there already; replace it by --overwrite");
    }
    EnfModel loaded = model.molecules();
    try {
      ReferenceWeights.write(loaded, target);
    } catch (IllegalArgumentException e) {
      throw CommandException.failed(model + ": " + e.getMessage(), e);
    }
    session.terminal().say("weights: " + target);
    return ExitCode.DONE;
  }
}

package org.enf.core.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.enf.core.description.ModelDescription;
import org.enf.core.flow.ActNorm.PositionFreedom;
import org.enf.core.model.EnfModel;
import org.enf.core.model.EnfModelFile;
import org.enf.core.model.ReferenceWeights;
import org.enf.core.text.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code enf import}: makes a model of the weights of the E-NF's released code. */
@Command(
    name = "import",
    header = "Make a model of weights of the E-NF's released code.",
    customSynopsis = "enf import --weights FILE.safetensors --model OUT.enf [options]",
    description = {
      "",
      "Reads a safetensors file with the names and shapes of the state dict of the authors' code"
          + " (vgsatorras/en_flows), such as their published QM9 weights, and writes a model that all"
          + " other commands take. Layers and widths follow from the tensors. A file that enf export"
          + " did not write says nothing of elements and p(M): they are those of QM9.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  enf import --weights en_flows_pretrained.safetensors --model pretrained.enf",
      "  enf sample --model pretrained.enf --count 100 --out samples.sdf"
    })
final class ImportCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--weights",
      paramLabel = "FILE",
      required = true,
      description = "The safetensors file of the weights.")
  private Path weights;

  @Option(
      names = "--model",
      paramLabel = "OUT.enf",
      required = true,
      description = "The model file to write.")
  private Path model;

  @Option(
      names = "--reference-actnorm",
      description =
          "Let the ActNorm's log-determinant count 3M positions, as the released code does. Without"
              + " it, 3(M - 1) count, the dimension of the space in which they lie: the released"
              + " code's NLL is larger by 3 times the log scale of the positions, 2.46 nats for the"
              + " published weights. Samples are the same.")
  private boolean referenceActNorm;

  @Option(names = "--overwrite", description = "Replace OUT.enf if it is there.")
  private boolean overwrite;

  ImportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    TrainingFiles.requireFolder(model);
    if (!overwrite && Files.exists(model)) {
      throw CommandException.failed(model + " is there already; replace it by --overwrite");
    }
    EnfModel imported =
        ReferenceWeights.read(
            weights, referenceActNorm ? Optional.of(PositionFreedom.AMBIENT) : Optional.empty());
    EnfModelFile.write(imported, model);
    Terminal terminal = session.terminal();
    terminal.say(
        "imported: "
            + ModelDescription.networks(imported.settings())
            + ", "
            + Words.count(imported.settings().parameterCount(), "parameter"));
    terminal.say("model: " + model);
    return ExitCode.DONE;
  }
}

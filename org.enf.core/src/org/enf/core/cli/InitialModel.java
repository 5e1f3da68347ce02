package org.enf.core.cli;

import java.io.IOException;
import java.util.List;
import org.enf.core.model.EnfModel;
import org.enf.core.model.Provenance;

/**
 * A model that a training run starts from.
 *
 * @param name of its file
 * @param model what it holds
 */
record InitialModel(String name, EnfModel model) {
  /**
   * Reads it.
   *
   * @throws IOException if it cannot be read
   */
  static InitialModel read(ModelSource source) throws IOException {
    return new InitialModel(source.name(), source.molecules());
  }

  /**
   * Checks that the options ask for no other architecture.
   *
   * @param differences in words
   * @throws CommandException if they do
   */
  void requireSame(List<String> differences) {
    if (!differences.isEmpty()) {
      throw CommandException.usage(
          "a run that starts from "
              + name
              + " has its architecture: "
              + String.join(", ", differences)
              + "; leave out what differs, or --init");
    }
  }

  /** What the provenance says of it. */
  String words() {
    return name + model.provenance().trained().map(InitialModel::words).orElse(", imported");
  }

  private static String words(Provenance.Trained trained) {
    return ", trained by "
        + trained.objective()
        + " on "
        + trained.data()
        + " for "
        + Words.count(trained.steps(), "step");
  }
}

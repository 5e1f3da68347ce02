package org.enf.core.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.enf.core.model.BuiltInModel;
import org.enf.core.model.EnfModel;
import org.enf.core.model.EnfModelFile;
import org.enf.core.model.StoredModel;

/**
 * Where a command takes its model from: a file, or {@code builtin:NAME}.
 *
 * @param text as the user wrote it
 */
record ModelSource(String text) {
  private static final String BUILT_IN = "builtin:";

  /** What stands in the help of a command. */
  static final String HELP = "The model: a file, or builtin:qm9.";

  private boolean isBuiltIn() {
    return text.startsWith(BUILT_IN);
  }

  private BuiltInModel builtIn() {
    return CommandException.usageIfIllegal(
        () -> BuiltInModel.named(text.substring(BUILT_IN.length())));
  }

  private Path path() {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw CommandException.usage("'" + text + "' is no path of a model: " + e.getReason());
    }
  }

  /**
   * Reads a model of molecules.
   *
   * @throws IOException if it cannot be read
   */
  EnfModel molecules() throws IOException {
    return isBuiltIn() ? builtIn().read() : EnfModelFile.read(path());
  }

  /**
   * Reads a model of either kind.
   *
   * @throws IOException if it cannot be read
   */
  StoredModel any() throws IOException {
    return isBuiltIn() ? builtIn().read() : StoredModel.read(path());
  }

  /** Its name without folders. */
  String name() {
    Path file = isBuiltIn() ? null : path().getFileName();
    return file == null ? text : file.toString();
  }

  @Override
  public String toString() {
    return text;
  }
}

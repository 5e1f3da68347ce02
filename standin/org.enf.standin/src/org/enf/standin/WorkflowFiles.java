package org.enf.standin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.knime.core.node.NodeSettings;

/** Reads the files of a workflow; refuses what no workflow needs. */
final class WorkflowFiles {
  private static final long LARGEST = 16 << 20;

  private WorkflowFiles() {}

  /**
   * Reads settings.
   *
   * @throws IOException if the file is missing, too large or no settings
   */
  static NodeSettings read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException("Can't read workflow file \"" + file + "\"");
    } else if (Files.size(file) > LARGEST) {
      throw new IOException(file + " is larger than " + LARGEST + " bytes.");
    } else if (Files.readString(file, StandardCharsets.UTF_8).contains("<!DOCTYPE")) {
      throw new IOException(file + " declares a document type, which KNIME never writes.");
    }
    return NodeStore.read(file);
  }
}

package org.enf.core.cli;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.enf.core.file.FileTarget;
import org.enf.core.molecule.io.MoleculeFiles;

/** Text on its way to a file, which appears when it is whole, or to the standard output. */
final class TextOutput implements Closeable {
  private final Writer writer;
  private final FileTarget file;

  private TextOutput(OutputStream stream, FileTarget file) {
    this.file = file;
    writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
  }

  /**
   * Opens what a user named.
   *
   * @param target a path, or {@code -} for the standard output
   * @throws IOException if the file cannot be made
   */
  static TextOutput open(String target, Terminal terminal) throws IOException {
    if (target.equals(MoleculeFiles.STANDARD_STREAM)) {
      return new TextOutput(terminal.out(), null);
    }
    FileTarget file = FileTarget.open(path(target));
    return new TextOutput(file.stream(), file);
  }

  /** Writes a whole text; see {@link #open}. */
  static void write(String target, Terminal terminal, Iterable<String> lines) throws IOException {
    try (TextOutput output = open(target, terminal)) {
      for (String line : lines) {
        output.line(line);
      }
      output.commit();
    }
  }

  private static Path path(String name) throws IOException {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new IOException("'" + name + "' is not the name of a file", e);
    }
  }

  /** Adds a line. */
  void line(String text) throws IOException {
    writer.write(text);
    writer.write('\n');
  }

  /** Ends the text; a file gets its name now. */
  void commit() throws IOException {
    writer.flush();
    if (file != null) {
      file.commit();
    }
  }

  /** Lets go of the output; a file that was not committed is dropped. */
  @Override
  public void close() throws IOException {
    if (file == null) {
      writer.close();
    } else {
      file.close();
    }
  }
}

package org.enf.knime.reader;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.enf.core.molecule.io.MoleculeFiles;
import org.enf.core.molecule.io.MoleculeReader;
import org.enf.core.molecule.io.ReadOptions;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.util.FileUtil;

/** Where a user has molecules: a path on this computer, or a URL. */
final class MoleculeLocation {
  private static final Pattern WITH_SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:/.*");

  private final String text;

  private MoleculeLocation(String text) {
    this.text = text;
  }

  /**
   * A location.
   *
   * @param name of the setting, as the dialog shows it
   * @throws InvalidSettingsException if it is none, or a path where nothing is
   */
  static MoleculeLocation of(String name, String text) throws InvalidSettingsException {
    String stripped = text.strip();
    if (stripped.isEmpty()) {
      throw new InvalidSettingsException(
          "Choose a file: \""
              + name
              + "\" is empty. QM9 is offered at"
              + " https://doi.org/10.6084/m9.figshare.c.978904.");
    }
    MoleculeLocation location = new MoleculeLocation(stripped);
    try {
      if (location.isUrl()) {
        FileUtil.toURL(stripped);
      } else if (!Files.exists(Path.of(stripped))) {
        throw new InvalidSettingsException(
            "\"" + name + "\": there is no file or folder " + stripped + ".");
      }
    } catch (InvalidPathException | MalformedURLException e) {
      throw new InvalidSettingsException(
          "\"" + name + "\": \"" + stripped + "\" is neither a path nor a URL.", e);
    }
    return location;
  }

  private boolean isUrl() {
    return WITH_SCHEME.matcher(text).matches();
  }

  /**
   * Begins to read.
   *
   * @throws IOException if there is nothing to read
   */
  MoleculeReader open(ReadOptions options) throws IOException {
    if (!isUrl()) {
      return MoleculeFiles.open(Path.of(text), options);
    }
    URL url = FileUtil.toURL(text);
    Path path = localPath(url);
    return path != null
        ? MoleculeFiles.open(path, options)
        : MoleculeFiles.read(FileUtil.openStreamWithTimeout(url), text, options);
  }

  /**
   * The path on this computer.
   *
   * @throws IOException if it is somewhere else
   */
  Path path() throws IOException {
    Path path = isUrl() ? localPath(FileUtil.toURL(text)) : Path.of(text);
    if (path == null) {
      throw new IOException(text + " is not on this computer; download it first");
    }
    return path;
  }

  private static Path localPath(URL url) throws IOException {
    try {
      return FileUtil.resolveToPath(url);
    } catch (URISyntaxException e) {
      throw new IOException(url + " is no valid URL", e);
    }
  }

  @Override
  public String toString() {
    return text;
  }
}

package org.enf.core.molecule.io;

import java.io.IOException;
import java.io.InputStream;

/** A single stream. */
final class FileSource implements InputSource {
  private final String name;
  private final InputStream stream;
  private boolean given;

  FileSource(String name, InputStream stream) {
    this.name = name;
    this.stream = stream;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public NamedInput next() {
    if (given) {
      return null;
    }
    given = true;
    return new NamedInput(name, stream);
  }

  @Override
  public boolean survivesDamage() {
    return false;
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}

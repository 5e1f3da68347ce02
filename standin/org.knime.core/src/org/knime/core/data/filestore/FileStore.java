package org.knime.core.data.filestore;

import java.io.File;

/** A file, or folder, that a port object owns and KNIME keeps. */
public final class FileStore {
  private final File file;

  FileStore(File file) {
    this.file = file;
  }

  public File getFile() {
    return file;
  }

  @Override
  public String toString() {
    return file.getName();
  }
}

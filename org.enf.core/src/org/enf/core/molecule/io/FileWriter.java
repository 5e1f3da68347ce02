package org.enf.core.molecule.io;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;
import org.enf.core.file.FileTarget;
import org.enf.core.molecule.Molecule;

/** Writes molecules to a file that is there as a whole or not at all. */
final class FileWriter implements MoleculeWriter {
  private final FileTarget target;
  private final StreamWriter writer;

  private FileWriter(FileTarget target, StreamWriter writer) {
    this.target = target;
    this.writer = writer;
  }

  static FileWriter open(FileTarget target, MoleculeFormat format, boolean gzip)
      throws IOException {
    try {
      OutputStream stream = gzip ? new GZIPOutputStream(target.stream()) : target.stream();
      return new FileWriter(target, new StreamWriter(stream, format));
    } catch (IOException failure) {
      target.close();
      throw failure;
    }
  }

  @Override
  public void write(Molecule molecule) throws IOException {
    writer.write(molecule);
  }

  @Override
  public void commit() throws IOException {
    writer.close();
    target.commit();
  }

  @Override
  public void close() throws IOException {
    try (target) {
      writer.close();
    }
  }
}

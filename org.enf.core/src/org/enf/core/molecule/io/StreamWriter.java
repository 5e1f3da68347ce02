package org.enf.core.molecule.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.enf.core.molecule.Molecule;

/** Writes molecules to a stream. */
final class StreamWriter implements MoleculeWriter {
  private final OutputStream stream;
  private final RecordText format;
  private final StringBuilder text = new StringBuilder();

  StreamWriter(OutputStream stream, MoleculeFormat format) {
    this.stream = stream;
    this.format =
        switch (format) {
          case XYZ -> new XyzText();
          case SDF -> new SdfText();
        };
  }

  @Override
  public void write(Molecule molecule) throws IOException {
    text.setLength(0);
    format.append(molecule, text);
    stream.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void commit() throws IOException {
    stream.flush();
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}

package org.enf.core.molecule.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Finds out the format of a stream, by what it begins with and by its name. */
final class RecordReaders {
  private static final int HEAD_BYTES = 1024;
  private static final int COUNTS_LINE = 3;

  private RecordReaders() {}

  /**
   * The reader for a stream; the stream is closed if there is none.
   *
   * @throws MoleculeFormatException if the format is not known
   * @throws IOException if the stream breaks at its beginning
   */
  static RecordReader open(NamedInput input, ReadLimits limits) throws IOException {
    try {
      MoleculeFormat format = format(input);
      LineReader lines = new LineReader(input.name(), input.stream(), limits.lineBytes());
      return switch (format) {
        case XYZ -> new XyzRecordReader(lines, limits.atoms());
        case SDF -> new SdfRecordReader(lines, limits);
      };
    } catch (IOException failure) {
      input.stream().close();
      throw failure;
    }
  }

  private static MoleculeFormat format(NamedInput input) throws IOException {
    byte[] head = Unpacking.head(input.stream(), HEAD_BYTES);
    if (head.length == 0) {
      throw new MoleculeFormatException(new ReadProblem(input.name(), 0, "the file is empty"));
    }
    String[] lines = new String(head, StandardCharsets.ISO_8859_1).split("\n", COUNTS_LINE + 2);
    if (lines.length > COUNTS_LINE
        && (lines[COUNTS_LINE].contains("V2000") || lines[COUNTS_LINE].contains("V3000"))) {
      return MoleculeFormat.SDF;
    }
    Optional<MoleculeFormat> named = MoleculeFormat.ofName(input.name());
    if (named.isPresent()) {
      return named.get();
    }
    if (lines[0].matches("\\s*\\d{1,9}\\s*")) {
      return MoleculeFormat.XYZ;
    }
    throw new MoleculeFormatException(
        new ReadProblem(
            input.name(),
            1,
            "is neither XYZ nor SDF by its name and its beginning '" + Excerpt.of(lines[0]) + "'"));
  }
}

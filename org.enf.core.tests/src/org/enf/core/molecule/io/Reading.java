package org.enf.core.molecule.io;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.enf.core.molecule.Molecule;

/**
 * Everything that a reader gave.
 *
 * @param molecules in order
 * @param summary at the end
 */
record Reading(List<Molecule> molecules, ReadSummary summary) {
  /** Options that stop at the first broken record. */
  static final ReadOptions STRICT = ReadOptions.DEFAULT.at(ReadOptions.BrokenRecords.STOP);

  static Reading ofText(String text, String name, ReadOptions options) throws IOException {
    return ofBytes(text.getBytes(StandardCharsets.UTF_8), name, options);
  }

  static Reading ofBytes(byte[] bytes, String name, ReadOptions options) throws IOException {
    return ofStream(new ByteArrayInputStream(bytes), name, options);
  }

  static Reading ofStream(InputStream stream, String name, ReadOptions options) throws IOException {
    try (MoleculeReader reader = MoleculeFiles.read(stream, name, options)) {
      return rest(reader);
    }
  }

  static Reading ofPath(Path path, ReadOptions options) throws IOException {
    try (MoleculeReader reader = MoleculeFiles.open(path, options)) {
      return rest(reader);
    }
  }

  static Reading rest(MoleculeReader reader) throws IOException {
    List<Molecule> molecules = new ArrayList<>();
    for (Molecule molecule = reader.next(); molecule != null; molecule = reader.next()) {
      molecules.add(molecule);
    }
    return new Reading(molecules, reader.summary());
  }

  List<String> names() {
    return molecules.stream().map(Molecule::name).toList();
  }

  /** The only molecule. */
  Molecule molecule() {
    if (molecules.size() != 1 || summary.skipped() > 0) {
      throw new AssertionError("one molecule and no problem wanted: " + this);
    }
    return molecules.get(0);
  }

  /** The only problem, as users see it. */
  String problem() {
    if (summary.skipped() != 1 || summary.problems().size() != 1) {
      throw new AssertionError("one problem wanted: " + summary.problems());
    }
    return summary.problems().get(0).toString();
  }
}

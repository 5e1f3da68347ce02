package org.enf.core.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.enf.core.molecule.Molecule;
import org.enf.core.molecule.io.MoleculeFiles;
import org.enf.core.molecule.io.MoleculeReader;
import org.enf.core.molecule.io.ReadOptions;

/** Files that a released version has written. */
final class Released {
  private Released() {}

  /** The bytes of a file of a version. */
  static byte[] bytes(String version, String name) throws IOException {
    try (InputStream in = Released.class.getResourceAsStream("released/" + version + "/" + name)) {
      return in.readAllBytes();
    }
  }

  /** A copy of a file of a version. */
  static Path file(String version, String name, Path folder) throws IOException {
    return Files.write(folder.resolve(name), bytes(version, name));
  }

  /** The molecules beside the models of a version. */
  static List<Molecule> molecules(String version, Path folder) throws IOException {
    List<Molecule> molecules = new ArrayList<>();
    try (MoleculeReader reader =
        MoleculeFiles.open(file(version, "molecules.sdf", folder), ReadOptions.DEFAULT)) {
      for (Molecule next = reader.next(); next != null; next = reader.next()) {
        molecules.add(next);
      }
    }
    return molecules;
  }
}

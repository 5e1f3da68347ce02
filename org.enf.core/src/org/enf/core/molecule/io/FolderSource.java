package org.enf.core.molecule.io;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The XYZ files that lie directly in a folder, by name; opened one after the other. */
final class FolderSource implements InputSource {
  private final Path folder;
  private final ReadLimits limits;
  private final List<String> names;
  private int at;

  private FolderSource(Path folder, ReadLimits limits, List<String> names) {
    this.folder = folder;
    this.limits = limits;
    this.names = names;
  }

  static FolderSource open(Path folder, ReadLimits limits) throws IOException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        String name = folder.relativize(file).toString();
        // Names that begin with a point are hidden, such as the "._" companions that macOS leaves.
        if (!name.startsWith(".")
            && MoleculeFormat.ofName(name).equals(Optional.of(MoleculeFormat.XYZ))
            && Files.isRegularFile(file)) {
          names.add(name);
        }
      }
    }
    if (names.isEmpty()) {
      throw new MoleculeFormatException(
          new ReadProblem(
              folder.toString(),
              0,
              "the folder holds no .xyz file; name a folder of .xyz files or a single file"));
    }
    Collections.sort(names);
    return new FolderSource(folder, limits, names);
  }

  @Override
  public String name() {
    return folder.toString();
  }

  @Override
  public NamedInput next() throws IOException {
    if (at == names.size()) {
      return null;
    }
    return Unpacking.openText(folder.resolve(names.get(at++)), limits);
  }

  @Override
  public boolean survivesDamage() {
    return true;
  }

  @Override
  public void close() {
    // Each file is closed by who read it.
  }
}

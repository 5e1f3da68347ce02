package org.enf.core.molecule.io;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats of molecule files. */
public enum MoleculeFormat {
  /** Element symbols and positions, any number of molecules; also QM9's dialect of it. */
  XYZ("xyz"),
  /** MDL structure-data files, V2000 and V3000; a single mol file as well. */
  SDF("sdf", "sd", "mol");

  private static final List<String> COMPRESSIONS = List.of(".gz", ".bz2");

  private final List<String> extensions;

  MoleculeFormat(String... extensions) {
    this.extensions = List.of(extensions);
  }

  /** The format that the end of a file name tells, a {@code .gz} or {@code .bz2} put aside. */
  public static Optional<MoleculeFormat> ofName(String fileName) {
    String name = withoutCompression(fileName.toLowerCase(Locale.ROOT));
    String extension = name.substring(name.lastIndexOf('.') + 1);
    for (MoleculeFormat format : values()) {
      if (name.length() > extension.length() && format.extensions.contains(extension)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  private static String withoutCompression(String name) {
    for (String ending : COMPRESSIONS) {
      if (name.endsWith(ending)) {
        return name.substring(0, name.length() - ending.length());
      }
    }
    return name;
  }
}

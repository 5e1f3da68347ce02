package org.enf.core.molecule.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.enf.core.molecule.Molecule;

/**
 * A small training set of everyday molecules of H, C, N, O and F with up to seven heavy atoms,
 * built from a list of SMILES that comes with the code.
 *
 * <p>The same list gives the same molecules, in the same order and with the same coordinates, in
 * every run on a machine; other processors may round otherwise. All are stable by the distance rule
 * of the E-NF paper (Appendix A.3); that is why there are no six-membered aromatic rings, whose
 * bonds of 1.39 Å the rule takes for single ones.
 */
public final class DemoMolecules {
  private static final String LIST = "demo-molecules.smi";
  private static final int MOST_CONFORMERS = 3;

  /** To be raised when the geometries change although the list does not. */
  private static final int GEOMETRY_VERSION = 2;

  private final String text;
  private final List<Entry> entries;

  /**
   * One line of the list.
   *
   * @param smiles the structure, without hydrogens
   * @param name the common name
   */
  public record Entry(String smiles, String name) {}

  /**
   * What became of the list.
   *
   * @param molecules the molecules in the order of the list, the conformers of one SMILES together
   * @param rejected the SMILES without a geometry, with the reasons
   */
  public record Outcome(List<Molecule> molecules, List<BuildResult.Rejected> rejected) {
    /** Copies the lists. */
    public Outcome {
      molecules = List.copyOf(molecules);
      rejected = List.copyOf(rejected);
    }
  }

  /** Reads the list that comes with the code. */
  public DemoMolecules() {
    text = readList();
    entries = text.lines().filter(line -> !line.startsWith("#")).map(DemoMolecules::entry).toList();
  }

  /** The structures of the list, in its order. */
  public List<Entry> entries() {
    return entries;
  }

  /**
   * A short text that changes when the molecules do, for the name of a file that keeps them: eight
   * hexadecimal digits.
   */
  public String fingerprint() {
    CRC32 checksum = new CRC32();
    checksum.update((GEOMETRY_VERSION + "\n" + text).getBytes(StandardCharsets.UTF_8));
    return String.format("%08x", checksum.getValue());
  }

  /**
   * Builds all molecules, with up to three conformers each; takes some seconds on one core.
   *
   * @param listener is told after each SMILES
   */
  public Outcome build(BuildListener listener) {
    GeometryBuilder builder = new GeometryBuilder(MOST_CONFORMERS);
    List<Molecule> molecules = new ArrayList<>();
    List<BuildResult.Rejected> rejected = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      BuildResult result = builder.build(entries.get(i).smiles(), entries.get(i).name());
      if (result instanceof BuildResult.Built built) {
        molecules.addAll(built.conformers());
      } else if (result instanceof BuildResult.Rejected reason) {
        rejected.add(reason);
      }
      listener.progressed(i + 1, entries.size());
    }
    return new Outcome(molecules, rejected);
  }

  private static Entry entry(String line) {
    String[] columns = line.split(" ", 2);
    return new Entry(columns[0], columns.length > 1 ? columns[1] : "");
  }

  private static String readList() {
    try (InputStream in = DemoMolecules.class.getResourceAsStream(LIST)) {
      if (in == null) {
        throw new IllegalStateException(
            "the list of SMILES " + LIST + " is missing: the installation is incomplete");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the list of SMILES " + LIST + " cannot be read", unreadable);
    }
  }
}

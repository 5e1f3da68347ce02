package org.enf.core.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.enf.core.model.LibraryVersion;
import org.enf.core.molecule.Molecule;
import org.enf.core.molecule.build.BuildResult;
import org.enf.core.molecule.build.DemoMolecules;
import org.enf.core.molecule.io.MoleculeFiles;
import org.enf.core.molecule.io.MoleculeWriter;
import org.enf.core.text.Words;

/** The training set of the demo, kept in a file once it was built. */
final class DemoSet {
  static final String CACHE = "demo";

  /** The work grows with the square of the atoms, and the demo has minutes. */
  private static final int MOST_ATOMS = 10;

  private final Session session;
  private final DemoMolecules molecules = new DemoMolecules();

  DemoSet(Session session) {
    this.session = session;
  }

  /**
   * The file with the molecules, built if it is not there.
   *
   * @param spare the folder to keep it in where there is no cache
   * @throws IOException if it cannot be written
   */
  Path file(Path spare) throws IOException {
    Path folder = session.cache().folder(CACHE).orElse(spare);
    Path file = folder.resolve(fileName());
    if (Files.exists(file)) {
      session.terminal().say("the training set was built before: " + file);
    } else {
      build(file);
      session.terminal().say("the training set is kept for next time: " + file);
    }
    return file;
  }

  /** Another list or library has another file. */
  String fileName() {
    return "molecules-"
        + LibraryVersion.CURRENT
        + "-"
        + molecules.fingerprint()
        + "-"
        + MOST_ATOMS
        + "-atoms.xyz";
  }

  private void build(Path file) throws IOException {
    session
        .terminal()
        .say(
            "building a training set from "
                + Words.number(molecules.entries().size())
                + " SMILES, with 3D geometries by the force field MMFF94; molecules of up to "
                + MOST_ATOMS
                + " atoms are taken");
    DemoMolecules.Outcome outcome;
    try (Progress progress = new Progress(session.terminal(), "building")) {
      outcome =
          molecules.build(
              (done, total) -> {
                session.interruption().check();
                progress.show(
                    (double) done / total, Words.number(done) + " of " + Words.number(total));
              });
    }
    for (BuildResult.Rejected rejected : outcome.rejected()) {
      session.terminal().say("no geometry for " + rejected.smiles() + ": " + rejected.reason());
    }
    List<Molecule> small =
        outcome.molecules().stream().filter(molecule -> molecule.size() <= MOST_ATOMS).toList();
    session.interruption().shielded(() -> write(small, file));
  }

  private static Path write(List<Molecule> molecules, Path file) throws IOException {
    try (MoleculeWriter writer = MoleculeFiles.create(file)) {
      for (Molecule molecule : molecules) {
        writer.write(molecule);
      }
      writer.commit();
    }
    return file;
  }
}

package org.enf.core.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.enf.core.egnn.Engine;
import org.enf.core.model.DrawingSettings;
import org.enf.core.model.EnfModel;
import org.enf.core.model.MoleculeSampler;
import org.enf.core.molecule.Molecule;
import org.enf.core.molecule.io.MoleculeFiles;
import org.enf.core.molecule.io.MoleculeFormat;
import org.enf.core.molecule.io.MoleculeWriter;
import org.enf.core.picture.MoleculePicture;
import org.enf.core.scoring.JudgedMolecule;
import org.enf.core.scoring.Score;
import org.enf.core.scoring.StabilityRule;

/**
 * Draws molecules from a model of the demo, scores them and makes a picture of the first ones.
 *
 * @param session of the command
 * @param folder takes the files
 * @param request what to draw
 */
record DemoSamples(Session session, Path folder, MoleculeSampler.Request request) {
  private static final int PICTURED = 8;
  private static final int PICTURE_COLUMNS = 4;

  /**
   * Molecules in a file.
   *
   * @param file which holds them
   * @param sampled how they were drawn
   * @param first of them
   */
  record Drawn(Path file, SamplingRun.Outcome sampled, List<Molecule> first) {}

  /**
   * Draws molecules.
   *
   * @param stem of the names of their files
   * @throws IOException if they cannot be written
   */
  Drawn draw(EnfModel model, Engine engine, DrawingSettings settings, String stem)
      throws IOException {
    Path file = folder.resolve(stem + ".sdf");
    List<Molecule> first = new ArrayList<>();
    try (MoleculeWriter writer = MoleculeFiles.create(file.toString(), MoleculeFormat.SDF)) {
      SamplingRun.Outcome outcome =
          new SamplingRun(session)
              .run(
                  model,
                  engine,
                  new SamplingRun.Integration(settings, 0),
                  request,
                  molecule -> {
                    writer.write(molecule);
                    if (first.size() < PICTURED) {
                      first.add(molecule);
                    }
                  });
      writer.commit();
      session.terminal().say(outcome.sentence());
      return new Drawn(file, outcome, first);
    }
  }

  /**
   * Scores what was drawn.
   *
   * @param training the molecules that the model was trained on, if they are at hand
   * @throws IOException if a file cannot be read
   */
  Score score(Drawn drawn, Optional<Path> training) throws IOException {
    return new MoleculeScoring(session)
        .score(
            drawn.file().toString(),
            new ReadingOptions(),
            training.map(Path::toString),
            request.seed())
        .score();
  }

  /** Makes the picture beside the file, if this JVM can. */
  void picture(Drawn drawn) {
    if (drawn.first().isEmpty()) {
      return;
    }
    String name = String.valueOf(drawn.file().getFileName()).replace(".sdf", ".png");
    Path png = folder.resolve(name);
    try {
      new MoleculePicture(PICTURE_COLUMNS)
          .write(
              drawn.first().stream()
                  .map(molecule -> new MoleculePicture.Entry(molecule, caption(molecule)))
                  .toList(),
              png);
      session.terminal().say("picture:   " + png);
    } catch (IOException | RuntimeException | InternalError | LinkageError e) {
      // some Java runtimes have no fonts or no graphics at all; the demo is good without
      session.terminal().say("there is no picture (" + e + ")");
    }
  }

  private static String caption(Molecule molecule) {
    return StabilityRule.paper().judge(molecule) instanceof JudgedMolecule judged
        ? molecule.formula()
            + ", "
            + judged.stableAtoms()
            + " of "
            + judged.atoms()
            + " atoms stable"
        : molecule.formula();
  }
}

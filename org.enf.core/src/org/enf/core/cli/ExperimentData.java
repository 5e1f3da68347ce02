package org.enf.core.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.enf.core.egnn.Engine;
import org.enf.core.experiment.Experiment;
import org.enf.core.experiment.MoleculeExperiment;
import org.enf.core.experiment.MoleculePositions;
import org.enf.core.experiment.MoleculeSplit;
import org.enf.core.experiment.ParticleExperiment;
import org.enf.core.experiment.ParticleFile;
import org.enf.core.experiment.ParticleFile.Layout;
import org.enf.core.experiment.PositionSource;
import org.enf.core.experiment.RunSettings;
import org.enf.core.experiment.Runs;
import org.enf.core.experiment.SampledParticles;
import org.enf.core.molecule.AtomTypes;
import org.enf.core.particles.ParticleSystem;
import org.enf.core.particles.PositionSet;
import org.enf.core.text.Words;
import org.enf.core.training.MoleculeSet;
import picocli.CommandLine.Option;

/** The options that say which samples an experiment has. */
final class ExperimentData {
  @Option(
      names = "--data",
      paramLabel = "FILE",
      description =
          "Training samples. For dw4 and lj13 an .npy file, of which part is held out (default:"
              + " samples drawn by this program). For QM9 molecules as for enf train.")
  private String data;

  @Option(
      names = "--validation",
      paramLabel = "FILE",
      description = "Molecules of QM9 to choose the weights by.")
  private String validation;

  @Option(
      names = "--test",
      paramLabel = "FILE",
      description =
          "Molecules of QM9 to report (default: every second one of --validation, the others"
              + " validate).")
  private String test;

  @Option(
      names = "--held-out",
      paramLabel = "N",
      description =
          "Validation samples of dw4 and lj13, and as many for the test (default: "
              + PositionSource.PAPER_HELD_OUT
              + ").")
  private Integer heldOut;

  @Option(
      names = "--data-seed",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Determines the samples that are drawn where dw4 and lj13 have no --data (default:"
              + " ${DEFAULT-VALUE}).")
  private long seed;

  /**
   * The runs of an experiment on the data that the options name.
   *
   * @throws IOException if the data cannot be read
   * @throws CommandException if the options do not fit the experiment
   */
  Runs runs(Session session, Experiment experiment, Engine engine, RunSettings settings)
      throws IOException {
    if (experiment.system().isPresent()) {
      if (validation != null || test != null) {
        throw CommandException.usage(
            "--validation and --test are for QM9; "
                + experiment.id()
                + " holds out part of its samples (--held-out)");
      }
      return new ParticleExperiment(
          experiment, engine, settings, particles(experiment, experiment.system().get()));
    }
    requireMolecules(experiment);
    return experiment == Experiment.QM9
        ? new MoleculeExperiment(engine, settings, molecules(session))
        : new ParticleExperiment(experiment, engine, settings, positions(session, experiment));
  }

  private PositionSource particles(Experiment experiment, ParticleSystem system) {
    int count = heldOut != null ? heldOut : PositionSource.PAPER_HELD_OUT;
    Layout layout = experiment == Experiment.DW4 ? Layout.HELD_OUT_LAST : Layout.HELD_OUT_FIRST;
    return CommandException.usageIfIllegal(
        () ->
            data == null
                ? new SampledParticles(system, count, seed)
                : new ParticleFile(Path.of(data), system, layout, count));
  }

  private void requireMolecules(Experiment experiment) {
    if (data == null || validation == null) {
      throw CommandException.usage(
          experiment.id() + " needs molecules of QM9: give --data FILE and --validation FILE");
    }
    if (heldOut != null) {
      throw CommandException.usage("--held-out is for dw4 and lj13; give --validation and --test");
    }
  }

  private String names() {
    List<String> names = new ArrayList<>(List.of(nameOf(data), nameOf(validation)));
    if (test != null) {
      names.add(nameOf(test));
    }
    return String.join(", ", names);
  }

  private static String nameOf(String file) {
    Path name = Path.of(file).getFileName();
    return name == null ? file : name.toString();
  }

  private MoleculePositions positions(Session session, Experiment experiment) throws IOException {
    int atoms = experiment.network().atoms();
    PositionSet all = gathered(session, data, atoms).set();
    MoleculePositions.Gatherer others = gathered(session, validation, atoms);
    return test == null
        ? new MoleculePositions(all, others.set(0, 2), others.set(1, 2), names())
        : new MoleculePositions(all, others.set(), gathered(session, test, atoms).set(), names());
  }

  private static MoleculePositions.Gatherer gathered(Session session, String file, int atoms)
      throws IOException {
    MoleculePositions.Gatherer gatherer = new MoleculePositions.Gatherer(atoms);
    new MoleculeInput(session, new ReadingOptions()).read(file, gatherer::add);
    // one alone could not be split
    if (gatherer.size() < 2) {
      throw CommandException.failed(
          file + ": it has " + gatherer.size() + " molecules of " + atoms + " atoms, too few");
    }
    session
        .terminal()
        .say(Words.count(gatherer.size(), "molecule") + " of " + atoms + " atoms in " + file);
    return gatherer;
  }

  private MoleculeSplit molecules(Session session) throws IOException {
    MoleculeSetReader reader = new MoleculeSetReader(session, AtomTypes.QM9);
    MoleculeSet training = reader.read(data, new ReadingOptions());
    if (test != null) {
      return new MoleculeSplit(
          training,
          reader.read(validation, new ReadingOptions()),
          reader.read(test, new ReadingOptions()),
          names());
    }
    MoleculeSet.Builder[] halves = {
      new MoleculeSet.Builder(AtomTypes.QM9), new MoleculeSet.Builder(AtomTypes.QM9)
    };
    int[] count = {0};
    new MoleculeInput(session, new ReadingOptions())
        .read(
            validation,
            molecule -> {
              if (halves[count[0] % 2].add(molecule)) {
                count[0]++;
              }
            });
    if (count[0] < 2) {
      throw CommandException.failed(
          validation + ": it has too few molecules of only " + AtomTypes.QM9);
    }
    return new MoleculeSplit(training, halves[0].build(), halves[1].build(), names());
  }
}

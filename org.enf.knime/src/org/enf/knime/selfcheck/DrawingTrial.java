package org.enf.knime.selfcheck;

import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import org.enf.core.egnn.Engine;
import org.enf.core.engine.Device;
import org.enf.core.model.BuiltInModel;
import org.enf.core.model.EnfModel;
import org.enf.core.model.MoleculeSampler;
import org.enf.core.molecule.Molecule;
import org.enf.core.ode.SolverSettings;
import org.enf.core.ode.StopSignal;
import org.enf.core.scoring.Bootstrap;
import org.enf.core.scoring.MoleculeScorer;
import org.enf.core.scoring.ScoreText;
import org.enf.core.text.Words;

/** Draws molecules from the built-in model and scores them. */
final class DrawingTrial {
  private static final int COUNT = 10;

  /**
   * Draws and scores.
   *
   * @throws IOException if the built-in model is missing
   * @throws IllegalStateException if a molecule fails
   */
  String run() throws IOException {
    EnfModel model = BuiltInModel.QM9.read();
    MoleculeScorer scorer = new MoleculeScorer(Bootstrap.withSeed(0));
    try (Engine engine = Device.CPU.open(1).engine();
        MoleculeSampler sampler =
            new MoleculeSampler(model, engine, SolverSettings.fixed("midpoint", 10))) {
      sampler.sample(
          new MoleculeSampler.Request(COUNT, 0, OptionalInt.empty(), COUNT),
          new Scoring(scorer),
          StopSignal.NEVER);
    }
    return Words.count(COUNT, "molecule")
        + " of the built-in model, "
        + ScoreText.summary(scorer.score());
  }

  private record Scoring(MoleculeScorer scorer) implements MoleculeSampler.Listener {
    @Override
    public void drawn(int number, List<Molecule> frames) {
      scorer.add(frames.get(frames.size() - 1));
    }

    @Override
    public void failed(int number, String reason) {
      throw new IllegalStateException("molecule " + number + " failed: " + reason);
    }
  }
}

package org.enf.core.learner;

import java.util.List;
import java.util.OptionalInt;
import org.enf.core.egnn.Engine;
import org.enf.core.model.EnfModel;
import org.enf.core.model.MoleculeSampler;
import org.enf.core.molecule.Molecule;
import org.enf.core.ode.StopSignal;
import org.enf.core.ode.StoppedException;
import org.enf.core.scoring.Bootstrap;
import org.enf.core.scoring.MoleculeScorer;
import org.enf.core.scoring.StabilityScore;

/**
 * Tells how a model does by a few molecules drawn from it, always from the same noise.
 *
 * @param engine computes the flow
 * @param molecules how many are drawn, at least 1
 * @param seed determines the noise
 */
public record StabilityCheck(Engine engine, int molecules, long seed) {
  private static final int BATCH = 50;

  /**
   * Draws and judges; molecules whose integration fails are in no ratio.
   *
   * @throws StoppedException if asked to stop
   */
  public StabilityScore of(EnfModel model, StopSignal stop) {
    MoleculeScorer scorer = new MoleculeScorer(Bootstrap.withSeed(seed));
    MoleculeSampler.Listener listener =
        new MoleculeSampler.Listener() {
          @Override
          public void drawn(int number, List<Molecule> frames) {
            scorer.add(frames.get(frames.size() - 1));
          }

          @Override
          public void failed(int number, String reason) {
            // counted by those that are missing
          }
        };
    try (MoleculeSampler sampler = new MoleculeSampler(model, engine, model.usualDrawing())) {
      sampler.sample(
          new MoleculeSampler.Request(molecules, seed, OptionalInt.empty(), BATCH), listener, stop);
    }
    return scorer.score().stability();
  }
}

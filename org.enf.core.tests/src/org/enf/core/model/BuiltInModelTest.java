package org.enf.core.model;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.enf.core.egnn.Engine;
import org.enf.core.engine.Engines;
import org.enf.core.molecule.Molecule;
import org.enf.core.ode.StopSignal;
import org.enf.core.scoring.Bootstrap;
import org.enf.core.scoring.MoleculeScorer;
import org.enf.core.training.MatchingSettings;
import org.enf.core.vector.Precision;
import org.junit.Test;

/** The models that come with the library. */
public class BuiltInModelTest {
  @Test
  public void eachSaysHowItWasTrained() throws IOException {
    for (BuiltInModel built : BuiltInModel.values()) {
      EnfModel model = BuiltInModel.named(built.id()).read();
      Provenance.Trained trained = model.provenance().trained().orElseThrow();
      assertTrue(trained.training().loss() instanceof MatchingSettings);
      assertEquals(98_412, trained.molecules());
      assertTrue(trained.steps() > 0);
      assertEquals(DrawingSettings.Renewing.USUAL, model.usualDrawing());
    }
  }

  @Test
  public void moleculesOfQm9HaveMostlyStableAtoms() throws IOException {
    EnfModel model = BuiltInModel.QM9.read();
    MoleculeScorer scorer = new MoleculeScorer(Bootstrap.withSeed(1));
    List<String> failures = new ArrayList<>();
    try (Engine engine = Engines.open("cpu", Precision.FLOAT, 1);
        MoleculeSampler sampler = new MoleculeSampler(model, engine, model.usualDrawing())) {
      sampler.sample(
          new MoleculeSampler.Request(20, 1, OptionalInt.empty(), 20),
          new MoleculeSampler.Listener() {
            @Override
            public void drawn(int number, List<Molecule> frames) {
              scorer.add(frames.get(0));
            }

            @Override
            public void failed(int number, String reason) {
              failures.add(reason);
            }
          },
          StopSignal.NEVER);
    }
    assertEquals(List.of(), failures);
    double stable = scorer.score().stability().atoms().ratio().value().orElse(0);
    assertTrue("stable atoms: " + stable, stable > 0.92);
  }

  @Test
  public void unknownNamesAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> BuiltInModel.named("qm10"));
  }
}

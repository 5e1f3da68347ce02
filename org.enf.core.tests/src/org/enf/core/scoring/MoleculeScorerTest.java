package org.enf.core.scoring;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.enf.core.molecule.Molecule;
import org.junit.Test;

public class MoleculeScorerTest {
  private static final Bootstrap BOOTSTRAP = Bootstrap.withSeed(0);

  @Test
  public void countsMoleculesAtomsAndElements() {
    StabilityScore score =
        score(
                TinyMolecules.water(),
                TinyMolecules.hydroxyl(),
                TinyMolecules.twoHydrogens(),
                TinyMolecules.fluorine())
            .stability();
    assertEquals(new Ratio(2, 4), score.molecules().ratio());
    assertEquals(new Ratio(8, 10), score.atoms().ratio());
    assertEquals(new Ratio(3, 4), score.connected());
    assertEquals(
        Map.of("H", new Ratio(7, 7), "O", new Ratio(1, 2), "F", new Ratio(0, 1)),
        score.atomsByElement());
    assertEquals(List.of("H", "O", "F"), List.copyOf(score.atomsByElement().keySet()));
  }

  @Test
  public void intervalsEncloseTheRatios() {
    StabilityScore score =
        score(
                TinyMolecules.water(),
                TinyMolecules.hydroxyl(),
                TinyMolecules.oxygen(),
                TinyMolecules.hydroxyl())
            .stability();
    for (Estimate estimate : List.of(score.molecules(), score.atoms())) {
      double value = estimate.ratio().value().orElseThrow();
      Interval interval = estimate.interval().orElseThrow();
      assertTrue(interval.low() < value && value < interval.high());
      assertEquals(0.95, interval.level(), 0);
    }
  }

  @Test
  public void moleculesWithOtherElementsAreCountedApart() {
    StabilityScore score =
        score(
                TinyMolecules.hydrogenChloride(),
                TinyMolecules.water(),
                TinyMolecules.hydrogenChloride())
            .stability();
    assertEquals(1, score.judgedMolecules());
    assertEquals(2, score.unjudgedMolecules());
    assertEquals(Map.of("Cl", 2L), score.unjudged());
    assertEquals(new Ratio(3, 3), score.atoms().ratio());
  }

  @Test
  public void uniqueAndNovelAreTakenOverValidMoleculesWithRepeats() {
    MoleculeScorer scorer =
        new MoleculeScorer(
            BOOTSTRAP, training(TinyMolecules.water(), TinyMolecules.hydrogenFluoride()));
    List.of(
            TinyMolecules.water(),
            TinyMolecules.nitrogen(),
            TinyMolecules.nitrogen(),
            TinyMolecules.nitrogen(),
            TinyMolecules.oxygen(),
            TinyMolecules.hydroxyl())
        .forEach(scorer::add);
    ChemistryScore score = scorer.score().chemistry();
    assertEquals(new Ratio(5, 5), score.validity());
    assertEquals(new Ratio(3, 5), score.uniqueness());
    assertEquals(Optional.of(new Ratio(4, 5)), score.novelty());
  }

  @Test
  public void stableMoleculeWithoutSmilesIsNotValid() {
    ChemistryScore score =
        score(TinyMolecules.water(), TinyMolecules.hydrogens(ValidSmiles.MAX_ATOMS + 2))
            .chemistry();
    assertEquals(new Ratio(1, 2), score.validity());
    assertEquals(new Ratio(1, 1), score.uniqueness());
  }

  @Test
  public void withoutTrainingSetThereIsNoNovelty() {
    assertEquals(Optional.empty(), score(TinyMolecules.water()).chemistry().novelty());
  }

  @Test
  public void trainingSetCountsWhatItCannotUse() {
    TrainingMolecules training =
        training(
            TinyMolecules.water(),
            TinyMolecules.water(),
            TinyMolecules.hydrogenChloride(),
            TinyMolecules.hydroxyl(),
            TinyMolecules.threeHydrogens());
    assertEquals(5, training.molecules());
    assertEquals(2, training.size());
    assertEquals(1, training.unjudged());
    assertEquals(1, training.invalid());
    assertTrue(training.contains("[H]O[H]"));
    assertFalse(training.contains("[H]F"));
  }

  @Test
  public void verdictIsHandedBack() {
    Verdict verdict = new MoleculeScorer(BOOTSTRAP).add(TinyMolecules.water());
    assertTrue(verdict instanceof JudgedMolecule judged && judged.isStable());
  }

  @Test
  public void nothingAddedHasNoValues() {
    Score score = new MoleculeScorer(BOOTSTRAP).score();
    assertEquals(new Ratio(0, 0), score.stability().molecules().ratio());
    assertTrue(score.stability().molecules().ratio().value().isEmpty());
    assertTrue(score.stability().atoms().interval().isEmpty());
    assertTrue(score.chemistry().uniqueness().value().isEmpty());
  }

  @Test
  public void manyMoleculesAreKept() {
    MoleculeScorer scorer = new MoleculeScorer(BOOTSTRAP);
    for (int i = 0; i < 3000; i++) {
      scorer.add(i % 3 == 0 ? TinyMolecules.water() : TinyMolecules.hydroxyl());
    }
    assertEquals(new Ratio(1000, 3000), scorer.score().stability().molecules().ratio());
    assertEquals(new Ratio(5000, 7000), scorer.score().stability().atoms().ratio());
  }

  private static Score score(Molecule... molecules) {
    MoleculeScorer scorer = new MoleculeScorer(BOOTSTRAP);
    for (Molecule molecule : molecules) {
      scorer.add(molecule);
    }
    return scorer.score();
  }

  private static TrainingMolecules training(Molecule... molecules) {
    TrainingMolecules.Builder builder = new TrainingMolecules.Builder();
    for (Molecule molecule : molecules) {
      builder.add(molecule);
    }
    return builder.build();
  }
}

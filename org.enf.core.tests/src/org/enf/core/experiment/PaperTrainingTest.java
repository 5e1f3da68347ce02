package org.enf.core.experiment;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.util.Optional;
import org.enf.core.flow.NoiseKind;
import org.enf.core.flow.Regularisation;
import org.enf.core.flow.TraceMethod;
import org.enf.core.ode.SolverSettings;
import org.enf.core.training.ClippingSettings;
import org.enf.core.training.LikelihoodSettings;
import org.enf.core.training.LikelihoodSettings.Augmentation;
import org.enf.core.training.MatchingSettings;
import org.enf.core.training.TrainingSettings;
import org.enf.core.training.TrainingSettings.LastBatch;
import org.junit.Test;

/** The paper's settings of training. */
public class PaperTrainingTest {
  private static final RunSettings SETTINGS =
      new RunSettings(
          3,
          RunChanges.NONE,
          SolverSettings.PAPER,
          Optional.empty(),
          Optional.empty(),
          0,
          Optional.empty());

  @Test
  public void whatAUserChangesTakesThePlaceOfThePaper() {
    RunChanges changes =
        new RunChanges(
            Optional.of(7), Optional.of(50), Optional.of(2e-3), Optional.of(2), Optional.of(9));
    RunSettings changed =
        new RunSettings(
            3,
            changes,
            SolverSettings.PAPER,
            Optional.empty(),
            Optional.empty(),
            0,
            Optional.empty());
    for (Method method : new Method[] {Method.ENF, Method.GNF, Method.ENF_FM}) {
      TrainingSettings training = new PaperTraining(Experiment.DW4, changed).of(key(method));
      assertEquals(7, training.epochs());
      assertEquals(50, training.batchSize());
      assertEquals(2e-3, training.learningRate(), 0);
    }
    assertEquals(new Experiment.NetworkSize(4, 2, 2, 9), changed.network(Experiment.DW4));
  }

  private static PaperTraining paper(Experiment experiment) {
    return new PaperTraining(experiment, SETTINGS);
  }

  private static RunKey key(Method method) {
    return new RunKey(method, 1000, 1);
  }

  private static LikelihoodSettings loss(Experiment experiment, Method method) {
    return (LikelihoodSettings) paper(experiment).of(key(method)).loss();
  }

  @Test
  public void layersToTheDataAreTrainedLikeThoseOfThePaper() {
    for (Experiment experiment : Experiment.values()) {
      assertEquals(
          paper(experiment).of(key(Method.ENF)), paper(experiment).of(key(Method.ENF_TO_DATA)));
    }
  }

  @Test
  public void networksOnMoleculesAreRegularisedAndParticlesAreNot() {
    for (Method method : new Method[] {Method.ENF, Method.GNF, Method.GNF_ATT}) {
      for (Experiment experiment : new Experiment[] {Experiment.QM9, Experiment.QM9_POSITIONAL}) {
        assertEquals(new Regularisation(1e-3, 1e-3), loss(experiment, method).regularisation());
        assertEquals(
            new TraceMethod.Hutchinson(NoiseKind.GAUSSIAN, 1), loss(experiment, method).trace());
      }
      assertEquals(LikelihoodSettings.DEFAULT, loss(Experiment.DW4, method));
      assertEquals(LikelihoodSettings.DEFAULT, loss(Experiment.LJ13, method));
    }
  }

  @Test
  public void whatKnowsItsDivergenceIsTrainedWithItEverywhere() {
    for (Experiment experiment : Experiment.values()) {
      for (Method method : new Method[] {Method.SIMPLE, Method.KERNEL}) {
        assertEquals(LikelihoodSettings.DEFAULT.with(TraceMethod.EXACT), loss(experiment, method));
      }
    }
  }

  @Test
  public void onlyOneMethodIsAugmented() {
    for (Method method : Experiment.LJ13.methods()) {
      assertEquals(
          method == Method.GNF_ATT_AUG ? Augmentation.ROTATION : Augmentation.NONE,
          loss(Experiment.LJ13, method).augmentation());
    }
  }

  @Test
  public void flowMatchingHasItsOwnLossAndTenTimesTheEpochs() {
    TrainingSettings matching = paper(Experiment.DW4).of(key(Method.ENF_FM));
    assertEquals(MatchingSettings.DEFAULT, matching.loss());
    assertEquals(10 * paper(Experiment.DW4).of(key(Method.ENF)).epochs(), matching.epochs());
    assertFalse("the paper has no figures of it", Experiment.DW4.methods().contains(Method.ENF_FM));
  }

  @Test
  public void particlesAreNotClippedAndTrainedOnWholeBatches() {
    TrainingSettings particles = paper(Experiment.LJ13).of(key(Method.ENF));
    assertEquals(new ClippingSettings.None(), particles.clipping().rule());
    assertEquals(LastBatch.DROP, particles.lastBatch());
    TrainingSettings molecules = paper(Experiment.QM9).of(key(Method.ENF));
    assertEquals(
        new ClippingSettings(new ClippingSettings.Adaptive(3000), ClippingSettings.Scope.FLOW),
        molecules.clipping());
    assertEquals(LastBatch.KEEP, molecules.lastBatch());
    assertEquals(
        new ClippingSettings(new ClippingSettings.Adaptive(1e30), ClippingSettings.Scope.ALL),
        paper(Experiment.QM9_POSITIONAL).of(key(Method.ENF)).clipping());
  }

  @Test
  public void theRecordSaysWhatIsNotPlainInTheLoss() {
    assertEquals("", paper(Experiment.DW4).describe(key(Method.ENF)));
    assertEquals("", paper(Experiment.DW4).describe(key(Method.GNF_ATT_AUG)));
    assertEquals(
        "; exact trace in training", paper(Experiment.QM9_POSITIONAL).describe(key(Method.KERNEL)));
    assertEquals("; regularisation 0.001", paper(Experiment.QM9).describe(key(Method.ENF)));
    assertEquals(
        "; turned about three axes", paper(Experiment.LJ13).describe(key(Method.GNF_ATT_AUG)));
  }
}

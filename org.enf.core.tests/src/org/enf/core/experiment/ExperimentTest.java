package org.enf.core.experiment;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

/** The paper's settings and figures. */
public class ExperimentTest {
  @Test
  public void eachExperimentAndMethodIsFoundByItsName() {
    for (Experiment experiment : Experiment.values()) {
      assertEquals(experiment, Experiment.named(experiment.id()));
    }
    for (Method method : Method.values()) {
      assertEquals(method, Method.named(method.id()));
    }
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Experiment.named("dw5"));
    assertTrue(e.getMessage(), e.getMessage().contains("dw4, lj13, qm9-positional, qm9"));
    e = assertThrows(IllegalArgumentException.class, () -> Method.named("nf"));
    assertTrue(e.getMessage(), e.getMessage().contains("gnf-att-aug"));
  }

  @Test
  public void paperFiguresStandAtTheirSizes() {
    assertEquals(8.31, Experiment.DW4.paper(Method.ENF, 100).nll(), 0);
    assertEquals(7.48, Experiment.DW4.paper(Method.ENF, 100_000).nll(), 0);
    assertEquals(31.50, Experiment.LJ13.paper(Method.GNF_ATT_AUG, 100).nll(), 0);
    assertEquals(0.007, Experiment.QM9_POSITIONAL.paper(Method.GNF_ATT, 13_808).divergence(), 0);
    assertEquals(0.049, Experiment.QM9.paper(Method.ENF, 98_412).moleculeStability(), 0);
    assertTrue(Double.isNaN(Experiment.DW4.paper(Method.ENF, 200).nll()));
    assertTrue(Double.isNaN(Experiment.QM9.paper(Method.SIMPLE, 100_000).nll()));
    assertFalse(Experiment.QM9.methods().contains(Method.KERNEL));
  }

  @Test
  public void equivariantFlowIsBestInThePaperAtEachSize() {
    for (Experiment experiment : Experiment.values()) {
      for (TrainingSize size : experiment.sizes()) {
        double enf = experiment.paper(Method.ENF, size.samples()).nll();
        for (Method method : experiment.methods()) {
          assertTrue(enf <= experiment.paper(method, size.samples()).nll());
        }
      }
    }
  }

  @Test
  public void othersNumbersOfSamplesAreTrainedAsTheNextSmallerOfThePaper() {
    assertEquals(new TrainingSize(100, 1_000, 100, 20), Experiment.DW4.size(100));
    assertEquals(new TrainingSize(5_000, 300, 100, 5), Experiment.DW4.size(5_000));
    assertEquals(new TrainingSize(20, 1_000, 20, 20), Experiment.DW4.size(20));
    assertEquals(new TrainingSize(50, 500, 10, 10), Experiment.LJ13.size(50));
    assertEquals(new TrainingSize(100, 3, 100, 3), Experiment.DW4.size(100).withEpochs(3));
    assertThrows(IllegalArgumentException.class, () -> Experiment.DW4.size(0));
    assertThrows(IllegalArgumentException.class, () -> Experiment.DW4.size(5).withEpochs(0));
  }

  @Test
  public void learningRatesDependOnTheMethod() {
    assertEquals(5e-4, Experiment.DW4.learningRates().of(Method.ENF), 0);
    assertEquals(1e-3, Experiment.LJ13.learningRates().of(Method.SIMPLE), 0);
    assertEquals(2e-4, Experiment.QM9_POSITIONAL.learningRates().of(Method.SIMPLE), 0);
    assertEquals(5e-4, Experiment.QM9_POSITIONAL.learningRates().of(Method.KERNEL), 0);
  }
}

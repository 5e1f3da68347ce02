package org.enf.core.bench;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.HashSet;
import java.util.List;
import org.enf.core.egnn.BatchShape;
import org.enf.core.molecule.Molecule;
import org.junit.Test;

/** What is measured. */
public final class EvaluationCaseTest {
  @Test
  public void operationsAreThoseOfTheSquareMatrices() {
    double edges = 100 * 4 * 3;
    double nodes = 100 * 4;
    double value = 3 * (edges * 2 * 2 * 32 * 32 + nodes * 5 * 2 * 32 * 32);
    assertEquals(value, EvaluationCase.DW4.operations(Operation.VALUE), 0);
    assertEquals(2 * value, EvaluationCase.DW4.operations(Operation.PRODUCT), 0);
    assertEquals(6 * value, EvaluationCase.DW4.operations(Operation.REVERSE), 0);
  }

  @Test
  public void namesOfCasesDiffer() {
    List<String> ids = new java.util.ArrayList<>(EvaluationCase.ids());
    ids.addAll(TrainingCase.ids());
    assertEquals(ids.size(), new HashSet<>(ids).size());
  }

  @Test
  public void sizesAreTheQuantilesOfQm9() {
    BatchShape one = Qm9Molecules.shape(1);
    assertEquals("the median", 18, one.size(0));
    BatchShape many = Qm9Molecules.shape(1000);
    assertEquals(1000, many.molecules());
    assertEquals("the mean of p(M)", 18.0, many.atoms() / 1000.0, 0.05);
    assertTrue(many.size(0) < 10);
    assertTrue(many.size(999) > 25);
    for (int b = 1; b < many.molecules(); b++) {
      assertTrue(many.size(b) >= many.size(b - 1));
    }
  }

  @Test
  public void standInsHaveTheSizesOfTheirBatchAndNoTwoAtomsAtOnePlace() {
    BatchShape shape = Qm9Molecules.shape(12);
    Molecule[] molecules = Qm9Molecules.of(shape);
    for (int b = 0; b < shape.molecules(); b++) {
      assertEquals(shape.size(b), molecules[b].size());
      for (int i = 0; i < shape.size(b); i++) {
        for (int j = 0; j < i; j++) {
          double squared = 0;
          for (int axis = 0; axis < 3; axis++) {
            double d = molecules[b].coordinate(i, axis) - molecules[b].coordinate(j, axis);
            squared += d * d;
          }
          assertTrue("" + squared, squared > 0.25);
        }
      }
    }
  }

  @Test
  public void descriptionNamesBatchAndNetwork() {
    assertEquals("100 × 4 atoms in 2-D, 3 layers × 32", EvaluationCase.DW4.description());
    assertEquals("batch 100, 3 layers × 32", TrainingCase.DW4.description());
  }
}

package org.enf.core.learner;

import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.enf.core.dequantization.EnfSettings;
import org.enf.core.molecule.AtomTypes;
import org.enf.core.training.TrainingSettings;
import org.junit.Test;

/** A network that cannot be trained here is refused before memory is taken. */
public final class TrainingMemoryTest {
  private static final TrainingSettings PAPER = new TrainingSettings(1, 10, 1e-3, 0, 1);
  private static final long GIGABYTE = 1L << 30;

  private static String problem(EnfSettings model) {
    return assertThrows(
            IllegalArgumentException.class, () -> TrainingMemory.require(model, PAPER, GIGABYTE))
        .getMessage();
  }

  @Test
  public void networksOfThePaperFit() {
    TrainingMemory.require(EnfSettings.paper(AtomTypes.QM9, 9, 256), PAPER, GIGABYTE);
  }

  @Test
  public void networkBeyondMemoryIsRefusedWithBothNumbers() {
    String message = problem(EnfSettings.paper(AtomTypes.QM9, 60, 1000));
    assertTrue(message, message.contains("choose fewer layers or a smaller width"));
    assertTrue(message, message.contains("1,024 MiB"));
  }

  @Test
  public void networkBeyondArraysIsRefused() {
    String message = problem(EnfSettings.paper(AtomTypes.QM9, 100, 4096));
    assertTrue(message, message.contains("too many parameters"));
  }
}

package org.enf.knime.learner;

import static org.enf.knime.learner.LearnerRuns.endless;
import static org.enf.knime.learner.LearnerRuns.model;
import static org.enf.knime.learner.LearnerRuns.small;
import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.enf.core.model.EnfModel;
import org.enf.knime.MoleculeTables;
import org.enf.knime.Rows;
import org.enf.standin.Executed;
import org.enf.standin.NodeFailure;
import org.enf.standin.NodeRun;
import org.enf.standin.NodeState;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.knime.core.data.DataCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;

/** How runs of the node E-NF Learner end, and how they go on. */
public final class LearnerEndTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void timeLimitEndsItAndKeepsWhatWasLearnt() throws Exception {
    Executed executed =
        endless()
            .set("timeLimit", 0.01)
            .set("checkMolecules", 1)
            .set("checkEvery", 1_000_000)
            .execute(MoleculeTables.of(20));
    assertTrue(model(executed).provenance().trained().orElseThrow().steps() > 0);
    assertEquals("checked at its end", 1, Rows.numbers(executed.table(1), "Stable atoms").length);
  }

  @Test
  public void cancelledRunGoesOnFromItsCheckpoint() throws Exception {
    BufferedDataTable table = MoleculeTables.of(20);
    NodeRun cancelled = endless().set("checkpointFolder", folder.getRoot().toString());
    assertThrows(
        CanceledExecutionException.class, () -> cancelled.cancelAt("Epoch").execute(table));
    assertEquals(NodeState.CONFIGURED, cancelled.state());
    assertEquals(1, folder.getRoot().list().length);
    EnfModel finished = model(cancelled.set("checkpointUse", CheckpointUse.FINISH).execute(table));
    assertTrue(finished.provenance().trained().orElseThrow().steps() > 0);
    assertEquals("the checkpoint is gone", 0, folder.getRoot().list().length);
  }

  @Test
  public void runInPartsIsTheRunInOnePiece() throws Exception {
    BufferedDataTable table = MoleculeTables.of(20);
    NodeRun inOne =
        small().set("epochs", 200).set("checkMolecules", 0).set("timeLimit_is_present", false);
    double[] whole = model(inOne.execute(table)).parameters();
    NodeRun inParts =
        small()
            .set("epochs", 200)
            .set("checkMolecules", 0)
            .set("timeLimit_is_present", false)
            .set("checkpointFolder", folder.getRoot().toString());
    assertThrows(CanceledExecutionException.class, () -> inParts.cancelAt("Epoch").execute(table));
    assertEquals(1, folder.getRoot().list().length);
    assertArrayEquals(whole, model(inParts.execute(table)).parameters(), 0);
  }

  @Test
  public void cancelledRunLeavesNoThreadsBehind() throws Exception {
    assertThrows(
        CanceledExecutionException.class,
        () -> endless().cancelAt("Epoch").execute(MoleculeTables.of(20)));
    long threads =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().startsWith("enf") && thread.isAlive())
            .count();
    assertEquals(0, threads);
  }

  @Test
  public void runThatDivergesKeepsItsLastGoodWeightsWithAWarning() throws Exception {
    Executed executed =
        small()
            .set("objective", ObjectiveChoice.MAXIMUM_LIKELIHOOD)
            .set("learningRate", 1.0)
            .set("learningRate_is_present", true)
            .set("epochs", 60)
            .set("checkMolecules", 0)
            .execute(MoleculeTables.of(20));
    String warning = executed.warning().orElseThrow();
    assertTrue(warning, warning.contains("diverged"));
    for (double parameter : model(executed).parameters()) {
      assertTrue(Double.isFinite(parameter));
    }
  }

  @Test
  public void everyRunHasACheckpointOfItsOwn() {
    BufferedDataTable table = MoleculeTables.of(20);
    String name = cancel(endless(), table);
    assertTrue(name, name.matches("e-nf-learner-[0-9a-f]{10}\\.checkpoint\\.enf"));
    assertEquals("the same run again", "", cancel(endless(), table));
    cancel(endless().set("seed", 1L), table);
    cancel(endless().set("width", 9), table);
    cancel(endless(), MoleculeTables.of(21));
    cancel(endless().set("startFrom", StartFrom.BUILT_IN), table);
    assertEquals(5, checkpoints().size());
  }

  @Test
  public void checkpointsOfOtherRunsAreToldOfAndStay() throws Exception {
    String others = cancel(endless(), MoleculeTables.of(20));
    for (CheckpointUse use : List.of(CheckpointUse.GO_ON, CheckpointUse.FINISH)) {
      Executed executed =
          small()
              .set("checkpointFolder", folder.getRoot().toString())
              .set("checkpointUse", use)
              .execute(MoleculeTables.of(20));
      String warning = executed.warning().orElseThrow();
      assertTrue(warning, warning.startsWith("Training began anew: the folder "));
      assertTrue(warning, warning.contains("1 checkpoint of other runs"));
      assertEquals(List.of(others), checkpoints());
    }
    Executed anew =
        small()
            .set("checkpointFolder", folder.getRoot().toString())
            .set("checkpointUse", CheckpointUse.START_ANEW)
            .execute(MoleculeTables.of(20));
    assertEquals(Optional.empty(), anew.warning());
  }

  @Test
  public void checkpointUnderTheNameOfAnotherRunIsRefused() throws Exception {
    Path root = folder.getRoot().toPath();
    String one = cancel(endless(), MoleculeTables.of(20));
    NodeRun other = endless().set("seed", 1L);
    String two = cancel(other, MoleculeTables.of(20));
    Files.move(root.resolve(one), root.resolve(two), StandardCopyOption.REPLACE_EXISTING);
    NodeFailure failure =
        assertThrows(NodeFailure.class, () -> other.execute(MoleculeTables.of(20)));
    assertTrue(failure.getMessage(), failure.getMessage().contains("is not of this run"));
    Files.writeString(root.resolve(two), "nothing");
    failure = assertThrows(NodeFailure.class, () -> other.execute(MoleculeTables.of(20)));
    assertTrue(failure.getMessage(), failure.getMessage().contains("cannot be read"));
  }

  @Test
  public void pastIsInTheHistoryWithoutMissingSteps() throws Exception {
    BufferedDataTable history =
        small()
            .set("epochs", 1000)
            .set("checkMolecules", 0)
            .execute(MoleculeTables.of(20))
            .table(1);
    assertTrue(history.size() <= 2001 && history.size() > 900);
    List<DataCell> steps = Rows.column(history, "Step");
    assertEquals("4000", steps.get(steps.size() - 1).toString());
  }

  private String cancel(NodeRun node, BufferedDataTable table) {
    List<String> before = checkpoints();
    node.set("checkpointFolder", folder.getRoot().toString());
    assertThrows(CanceledExecutionException.class, () -> node.cancelAt("Epoch").execute(table));
    List<String> made = new ArrayList<>(checkpoints());
    made.removeAll(before);
    return String.join(", ", made);
  }

  private List<String> checkpoints() {
    return List.of(folder.getRoot().list());
  }
}

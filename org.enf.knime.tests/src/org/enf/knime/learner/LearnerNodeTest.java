package org.enf.knime.learner;

import static org.enf.knime.learner.LearnerRuns.model;
import static org.enf.knime.learner.LearnerRuns.small;
import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.enf.core.model.EnfModel;
import org.enf.core.training.LikelihoodSettings;
import org.enf.knime.Models;
import org.enf.knime.MoleculeTables;
import org.enf.knime.Rows;
import org.enf.knime.port.EnfModelPortObject;
import org.enf.knime.port.EnfModelPortObjectSpec;
import org.enf.standin.Configured;
import org.enf.standin.Executed;
import org.enf.standin.NodeFailure;
import org.enf.standin.NodeRun;
import org.enf.standin.NodeState;
import org.enf.standin.SavedNode;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/** The node E-NF Learner. */
public final class LearnerNodeTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void networkThatIsTooLargeIsRefusedBeforeMemoryIsTaken() {
    NodeRun beyondArrays = small().set("layers", 64).set("width", 2048);
    String message =
        assertThrows(
                InvalidSettingsException.class,
                () -> beyondArrays.configure(MoleculeTables.of(12).getSpec()))
            .getMessage();
    assertTrue(message, message.contains("\"Layers\" 64 and \"Width\" 2048"));
    NodeRun beyondMemory = small().set("layers", 12).set("width", 2048);
    message =
        assertThrows(NodeFailure.class, () -> beyondMemory.execute(MoleculeTables.of(12)))
            .getMessage();
    assertTrue(message, message.contains("choose fewer layers or a smaller width"));
  }

  @Test
  public void learntModelAndItsHistoryComeOut() throws Exception {
    Executed executed = small().execute(MoleculeTables.of(20));
    EnfModel model = model(executed);
    assertEquals(8, model.settings().dynamics().hidden());
    assertEquals(8, model.provenance().trained().orElseThrow().steps());
    assertEquals("3 to 5 atoms", model.sizes().words());
    BufferedDataTable history = executed.table(1);
    double[] steps = Rows.numbers(history, "Step");
    assertEquals(8, steps[steps.length - 1], 0);
    assertEquals(8, Rows.numbers(history, "Loss").length);
    assertEquals(10, Rows.numbers(history, "Loss, running mean").length);
    assertEquals(2, Rows.numbers(history, "Stable atoms").length);
    assertFalse(executed.warning().isPresent());
  }

  @Test
  public void progressTellsEpochLossAndTimeLeft() throws Exception {
    List<String> messages = small().execute(MoleculeTables.of(20)).messages();
    assertTrue(
        messages.toString(),
        messages.stream()
            .anyMatch(
                message ->
                    message.contains("Epoch 1 of 2, step 1, loss ") && message.endsWith(" left")));
  }

  @Test
  public void sameSeedGivesTheSameModel() throws Exception {
    BufferedDataTable table = MoleculeTables.of(20);
    double[] once = model(small().execute(table)).parameters();
    assertArrayEquals(once, model(small().execute(table)).parameters(), 0);
    double[] other = model(small().set("seed", 1L).execute(table)).parameters();
    assertFalse(Arrays.equals(once, other));
  }

  @Test
  public void maximumLikelihoodIsTheOtherObjective() throws Exception {
    EnfModel model =
        model(
            small()
                .set("objective", ObjectiveChoice.MAXIMUM_LIKELIHOOD)
                .set("epochs", 1)
                .execute(MoleculeTables.of(5)));
    assertTrue(
        model.provenance().trained().orElseThrow().training().loss() instanceof LikelihoodSettings);
  }

  @Test
  public void validationShareIsValidatedAndEndsItForLackOfProgress() throws Exception {
    Executed executed =
        small()
            .set("validationShare", 0.3)
            .set("patience", 1)
            .set("learningRate", 1.0)
            .set("learningRate_is_present", true)
            .set("epochs", 30)
            .set("checkMolecules", 0)
            .execute(MoleculeTables.of(30));
    assertTrue(Rows.numbers(executed.table(1), "Validation NLL (nats)").length > 0);
    assertTrue(model(executed).provenance().trained().orElseThrow().molecules() < 30);
  }

  @Test
  public void modelsToStartFromKeepTheirArchitecture() throws Exception {
    BufferedDataTable table = MoleculeTables.of(5);
    EnfModelPortObject builtIn = Models.builtIn();
    NodeRun fromPort =
        NodeRun.of(LearnerFactory.class, "Start model")
            .set("startFrom", StartFrom.PORT)
            .set("epochs", 1)
            .set("checkMolecules", 0);
    EnfModel model = model(fromPort.execute(table, builtIn));
    assertEquals(builtIn.model().settings(), model.settings());
    assertTrue(model.provenance().trained().orElseThrow().startedFrom().startsWith("model port"));
    EnfModel again =
        model(
            NodeRun.of(LearnerFactory.class)
                .set("startFrom", StartFrom.BUILT_IN)
                .set("epochs", 1)
                .set("checkMolecules", 0)
                .execute(table));
    assertArrayEquals(model.parameters(), again.parameters(), 0);
  }

  @Test
  public void modelThatIsNotUsedIsToldOfBeforeAndAfterTheExecution() throws Exception {
    NodeRun node = NodeRun.of(LearnerFactory.class, "Start model");
    node.set("size", NetworkSize.CUSTOM).set("layers", 1).set("width", 8);
    node.set("epochs", 1).set("checkMolecules", 0);
    BufferedDataTable table = MoleculeTables.of(5);
    EnfModelPortObject model = Models.builtIn();
    Configured configured = node.configure(table.getSpec(), model.getSpec());
    assertTrue(configured.warning().orElseThrow().contains("is not used"));
    assertEquals(configured.warning(), node.execute(table, model).warning());
  }

  @Test
  public void unusableRowsAreLeftOutAndCounted() throws Exception {
    Executed executed = small().execute(MoleculeTables.withTroubles(10));
    assertEquals(10, model(executed).provenance().trained().orElseThrow().molecules());
    String warning = executed.warning().orElseThrow();
    assertTrue(warning, warning.startsWith("4 rows left out: "));
    assertTrue(warning, warning.contains("row \"Row1\": ") && warning.contains("3D"));
    assertTrue(warning, warning.contains("elements besides H C N O F") && warning.contains("S"));
  }

  @Test
  public void elementsOfANewModelCanBeChosen() throws Exception {
    Executed executed =
        small().set("elements", "H C,N;O S").execute(MoleculeTables.withTroubles(10));
    assertEquals(11, model(executed).provenance().trained().orElseThrow().molecules());
    InvalidSettingsException refused =
        assertThrows(
            InvalidSettingsException.class,
            () -> small().set("elements", "H, Xx").configure(MoleculeTables.of(1).getSpec()));
    assertTrue(refused.getMessage(), refused.getMessage().contains("\"Xx\""));
  }

  @Test
  public void configurationTellsWhatIsMissing() throws Exception {
    InvalidSettingsException noColumn =
        assertThrows(
            InvalidSettingsException.class,
            () -> small().configure(MoleculeTables.withoutMolecules().getSpec()));
    assertTrue(noColumn.getMessage(), noColumn.getMessage().contains("SDF"));
    InvalidSettingsException wrongColumn =
        assertThrows(
            InvalidSettingsException.class,
            () -> small().set("moleculeColumn", "Name").configure(MoleculeTables.of(1).getSpec()));
    assertTrue(wrongColumn.getMessage(), wrongColumn.getMessage().contains("\"Name\""));
    InvalidSettingsException noPort =
        assertThrows(
            InvalidSettingsException.class,
            () ->
                small().set("startFrom", StartFrom.PORT).configure(MoleculeTables.of(1).getSpec()));
    assertTrue(noPort.getMessage(), noPort.getMessage().contains("three dots"));
    InvalidSettingsException noFolder =
        assertThrows(
            InvalidSettingsException.class,
            () ->
                small()
                    .set("checkpointFolder", folder.getRoot() + "/nowhere")
                    .configure(MoleculeTables.of(1).getSpec()));
    assertTrue(noFolder.getMessage(), noFolder.getMessage().contains("nowhere"));
  }

  @Test
  public void modelSpecIsKnownBeforeTrainingAsFarAsItCanBe() throws Exception {
    Configured configured = small().configure(MoleculeTables.of(1).getSpec());
    EnfModelPortObjectSpec spec = configured.spec(0, EnfModelPortObjectSpec.class);
    assertEquals("H C N O F", spec.types().toString());
    assertFalse(spec.sizes().isPresent());
    assertEquals(HistoryTable.SPEC, configured.specs().get(1));
  }

  @Test
  public void emptyTableIsAClearFailure() {
    NodeFailure failure =
        assertThrows(NodeFailure.class, () -> small().execute(MoleculeTables.of(0)));
    assertTrue(failure.getMessage(), failure.getMessage().contains("no molecule to train on"));
  }

  @Test
  public void gpuThatCannotBeUsedFailsAtOnceOrFallsBackWhereWished() throws Exception {
    NodeFailure failure =
        assertThrows(
            NodeFailure.class, () -> small().set("device", "GPU").execute(MoleculeTables.of(9)));
    assertTrue(failure.getMessage(), failure.getMessage().contains("no GPU can be used"));
    Executed executed = small().set("device", "AUTO").execute(MoleculeTables.of(9));
    assertTrue(executed.warning().orElseThrow().contains("no GPU can be used"));
  }

  @Test
  public void tenThousandRowsAreLearntFrom() throws Exception {
    Executed executed =
        small()
            .set("epochs", 1)
            .set("batchSize", 1000)
            .set("checkMolecules", 0)
            .execute(MoleculeTables.of(10_000));
    assertEquals(10_000, model(executed).provenance().trained().orElseThrow().molecules());
  }

  @Test
  public void impossibleNumbersAreRefusedWithTheNameOfTheSetting() {
    Object[][] cases = {
      {"epochs", 0, "Epochs"},
      {"width", 100_000, "Width"},
      {"validationShare", -0.1, "Share for validation"},
      {"validationShare", Double.NaN, "Share for validation"},
      {"patience", 3, "Patience"},
      {"timeLimit", 0.0, "Time limit"},
    };
    for (Object[] one : cases) {
      InvalidSettingsException refused =
          assertThrows(
              InvalidSettingsException.class,
              () -> small().set((String) one[0], one[1]).configure(MoleculeTables.of(1).getSpec()));
      assertTrue(refused.getMessage(), refused.getMessage().contains((String) one[2]));
    }
  }

  @Test
  public void savedNodeIsReadWithItsModelItsHistoryAndItsPage() throws Exception {
    NodeRun node = small();
    Executed executed = node.execute(MoleculeTables.of(20));
    SavedNode saved = node.save(folder.newFolder().toPath());
    NodeRun loaded = NodeRun.load(LearnerFactory.class, saved);
    assertEquals(NodeState.EXECUTED, loaded.state());
    assertEquals(node.settings(), loaded.settings());
    assertEquals(node.view().initialData(), loaded.view().initialData());
    assertEquals(8, model(executed).settings().dynamics().hidden());
  }

  @Test
  public void pageGetsTheCurves() throws Exception {
    NodeRun node = small();
    node.execute(MoleculeTables.of(20));
    String data = node.view().initialData().orElseThrow();
    for (String part : List.of("\"training\"", "\"loss\"", "\"stableAtoms\"", "Flow matching")) {
      assertTrue(data, data.contains(part));
    }
  }
}

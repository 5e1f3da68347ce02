package org.enf.core.model;

import static org.enf.core.model.ModelFiles.DATA;
import static org.enf.core.model.ModelFiles.SOLVER;
import static org.enf.core.model.ModelFiles.TRAINING;
import static org.enf.core.model.ModelFiles.copy;
import static org.enf.core.model.ModelFiles.model;
import static org.enf.core.model.ModelFiles.original;
import static org.enf.core.model.ModelFiles.read;
import static org.enf.core.model.ModelFiles.refused;
import static org.enf.core.model.ModelFiles.with;
import static org.enf.core.model.ModelFiles.written;
import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.enf.core.dequantization.Dequantization;
import org.enf.core.dequantization.EnfSettings;
import org.enf.core.dequantization.MoleculeFlow;
import org.enf.core.egnn.GnnSettings;
import org.enf.core.model.safetensors.SafetensorsFile;
import org.enf.core.model.safetensors.SafetensorsReader;
import org.enf.core.model.safetensors.SafetensorsWriter;
import org.enf.core.ode.SolverSettings;
import org.enf.core.ode.StopSignal;
import org.enf.core.testing.PlainEngine;
import org.enf.core.testing.SmallMolecules;
import org.enf.core.training.BestWeights;
import org.enf.core.training.ClippingSettings;
import org.enf.core.training.ClippingSettings.Scope;
import org.enf.core.training.ModelSelection;
import org.enf.core.training.MoleculeLikelihood;
import org.enf.core.training.OptimiserSettings;
import org.enf.core.training.ScheduleSettings;
import org.enf.core.training.ScheduleSettings.Decay;
import org.enf.core.training.SelectionSettings;
import org.enf.core.training.SelectionSettings.Keep;
import org.enf.core.training.Trainer;
import org.enf.core.training.TrainingListener;
import org.enf.core.training.TrainingResult;
import org.enf.core.training.TrainingSettings;
import org.enf.core.training.TrainingState;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class EnfModelFileTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void modelIsReadAsItWasWritten() throws IOException {
    assertIsReadAsItWasWritten(model());
  }

  @Test
  public void modelWithoutEquivarianceIsReadAsItWasWritten() throws IOException {
    EnfSettings settings = withoutEquivariance();
    EnfModel model = model(settings, settings.initialise(new SplittableRandom(1)));
    assertIsReadAsItWasWritten(model);
    SafetensorsFile file = written(model);
    assertTrue(
        file.tensors().keySet().toString(),
        file.tensors().containsKey("dynamics.gnn.embedding.weight"));
    assertTrue(file.metadata().get("enf.architecture").contains("\"kind\":\"gnn\""));
  }

  private static EnfSettings withoutEquivariance() {
    EnfSettings egnn = SmallMolecules.MODEL;
    return new EnfSettings(
        egnn.types(),
        GnnSettings.dynamics(3, egnn.features(), 1, 4, true),
        egnn.dequantizer(),
        egnn.freedom());
  }

  @Test
  public void modelThatNamesNoKindOfNetworkHasAnEgnn() throws IOException {
    String architecture = original().metadata().get("enf.architecture");
    String without = architecture.replace("\"kind\":\"egnn\",", "");
    assertTrue(architecture, architecture.length() > without.length());
    SafetensorsFile file = with("enf.architecture", without);
    assertEquals(SmallMolecules.MODEL, read(file).settings());
  }

  @Test
  public void unknownKindOfNetworkIsRefused() throws IOException {
    String architecture = original().metadata().get("enf.architecture");
    refused(
        with("enf.architecture", architecture.replace("\"kind\":\"egnn\"", "\"kind\":\"cnn\"")),
        "cnn");
  }

  @Test
  public void aNetworkOfOneKindDoesNotTakeTheSettingsOfAnother() throws IOException {
    String architecture = original().metadata().get("enf.architecture");
    refused(
        with("enf.architecture", architecture.replace("\"kind\":\"egnn\"", "\"kind\":\"gnn\"")),
        "enf.architecture");
  }

  private void assertIsReadAsItWasWritten(EnfModel model) throws IOException {
    Path file = folder.getRoot().toPath().resolve("m.enf");
    EnfModelFile.write(model, file);
    EnfModel read = EnfModelFile.read(file);
    assertEquals(model.settings(), read.settings());
    assertEquals(model.sizes(), read.sizes());
    assertEquals(model.provenance(), read.provenance());
    double[] rounded = model.parameters().clone();
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = (float) rounded[i];
    }
    assertArrayEquals(rounded, read.parameters(), 0);
  }

  @Test
  public void checkpointGoesOnBitForBit() throws IOException {
    assertCheckpointGoesOnBitForBit(TRAINING);
  }

  @Test
  public void checkpointWithAverageScheduleAndBestWeightsGoesOnBitForBit() throws IOException {
    assertCheckpointGoesOnBitForBit(
        TRAINING
            .with(new OptimiserSettings(0.8, 0.9, 1e-6, 1e-3, false))
            .with(new ClippingSettings(new ClippingSettings.GlobalNorm(1), Scope.FLOW))
            .with(new ScheduleSettings(2, Decay.COSINE, 0))
            .with(new SelectionSettings(0.9, 1, 3, Keep.BEST)));
  }

  @Test
  public void checkpointOfARunWhoseSolverChoosesItsStepsGoesOnBitForBit() throws IOException {
    assertCheckpointGoesOnBitForBit(TRAINING, SolverSettings.adaptive("dopri5", 1e-2, 1e-2));
  }

  private void assertCheckpointGoesOnBitForBit(TrainingSettings settings) throws IOException {
    assertCheckpointGoesOnBitForBit(settings, SOLVER);
  }

  private void assertCheckpointGoesOnBitForBit(TrainingSettings settings, SolverSettings solver)
      throws IOException {
    Path file = folder.getRoot().toPath().resolve("c.enf");
    try (PlainEngine engine = new PlainEngine();
        MoleculeFlow flow = new MoleculeFlow(SmallMolecules.MODEL, engine, solver.solver())) {
      for (int part : new int[] {2, 3, 4}) {
        int[] done = new int[1];
        Trainer trainer = trainer(flow, settings, counting(done));
        TrainingState state = trainer.start();
        trainer.run(state, null, () -> done[0] == part);
        new Checkpoint(model(settings, state.parameters().clone()), state).write(file);
        Checkpoint read = Checkpoint.read(file);
        assertEquals(settings, read.trained().training());
        assertEquals(state.position(), read.state().position());
        assertEquals(state.firstStep(), read.state().firstStep(), 0);
        assertSelection(state.selection(), read.state().selection());
        trainer.run(state, null, StopSignal.NEVER);
        TrainingResult result = trainer.run(read.state(), null, StopSignal.NEVER);
        assertEquals(6, read.state().position().step());
        assertArrayEquals(state.parameters(), read.state().parameters(), 0);
        assertArrayEquals(state.weights(), read.state().weights(), 0);
        assertSelection(state.selection(), read.state().selection());
        new Checkpoint(model(settings, result.weights()), read.state()).write(file);
        assertArrayEquals(
            "a checkpoint is the model of its moment too",
            result.weights(),
            EnfModelFile.read(file).parameters(),
            0);
      }
    }
  }

  private static void assertSelection(ModelSelection expected, ModelSelection actual) {
    assertEquals(expected.validatedEpochs(), actual.validatedEpochs());
    assertEquals(expected.withoutBest(), actual.withoutBest());
    assertEquals(expected.best().isPresent(), actual.best().isPresent());
    if (expected.best().isPresent()) {
      BestWeights best = expected.best().get();
      assertEquals(best.nll(), actual.best().get().nll(), 0);
      assertEquals(best.step(), actual.best().get().step());
      assertArrayEquals(best.weights(), actual.best().get().weights(), 0);
    }
  }

  @Test
  public void checkpointWrittenBeforeThereWasASelectionIsRead() throws IOException {
    TrainingSettings last = TRAINING.with(new SelectionSettings(0, 1, 0, Keep.LAST));
    Path file = folder.getRoot().toPath().resolve("c.enf");
    try (PlainEngine engine = new PlainEngine();
        MoleculeFlow flow = new MoleculeFlow(SmallMolecules.MODEL, engine, SOLVER.solver())) {
      TrainingState state = trainer(flow, last, TrainingListener.NONE).start();
      new Checkpoint(model(last, state.parameters().clone()), state).write(file);
    }
    SafetensorsFile.Builder former = SafetensorsFile.builder("c.enf");
    SafetensorsFile written = SafetensorsReader.read(file);
    written.tensors().forEach(former::tensor);
    written
        .metadata()
        .forEach(
            (key, value) -> {
              if (!key.equals("enf.checkpoint.selection")
                  && !key.equals("enf.checkpoint.first_step")) {
                former.metadata(
                    key,
                    value
                        .replace(",\"engineName\":\"plain\",\"precision\":\"DOUBLE\"", "")
                        .replaceFirst(",\"lastBatch\".*(?=},\"solver\")", "")
                        .replace("\"kind\":\"trained\",", ""));
              }
            });
    SafetensorsWriter.write(former.build(), file);
    String provenance = former.build().metadata().get("enf.provenance");
    assertTrue(
        provenance,
        provenance.contains(
            "\"training\":{\"epochs\":2,\"batchSize\":4,\"learningRate\":0.01,\"seed\":7,"
                + "\"validationMolecules\":5},\"solver\""));
    Checkpoint read = Checkpoint.read(file);
    assertEquals(last, read.trained().training());
    assertTrue(read.state().selection().best().isEmpty());
    assertEquals("nothing is known of the first step", 0, read.state().firstStep(), 0);
  }

  @Test
  public void checkpointThatNoRunCanHaveWrittenIsRefused() throws IOException {
    Path file = folder.getRoot().toPath().resolve("c.enf");
    try (PlainEngine engine = new PlainEngine();
        MoleculeFlow flow = new MoleculeFlow(SmallMolecules.MODEL, engine, SOLVER.solver())) {
      Trainer trainer = trainer(flow, TRAINING, TrainingListener.NONE);
      TrainingState state = trainer.start();
      trainer.run(state, null, StopSignal.NEVER);
      new Checkpoint(model(state.parameters().clone()), state).write(file);
    }
    SafetensorsFile good = SafetensorsReader.read(file);
    String best = good.metadata().get("enf.checkpoint.best");
    refused(
        copy(good, Map.of("enf.checkpoint.best", best.replaceAll("\"step\":\\d+", "\"step\":99")))
            .build(),
        "ahead of the training");
    refused(
        copy(good, Map.of("enf.checkpoint.first_step", "-0.5")).build(),
        "a step cannot be -0.5 long");
    refused(
        copy(good, Map.of("enf.checkpoint.first_step", "[]")).build(),
        "enf.checkpoint.first_step cannot be read");
    refused(
        copy(good, Map.of("enf.checkpoint.best", "{\"nll\":\"NaN\",\"step\":1}")).build(),
        "cannot have the value NaN");
    refused(
        copy(good, Map.of("enf.checkpoint.selection", "{\"validatedEpochs\":-1,\"withoutBest\":0}"))
            .build(),
        "cannot be negative");
  }

  private static Trainer trainer(
      MoleculeFlow flow, TrainingSettings settings, TrainingListener listener) {
    return new Trainer(
        new MoleculeLikelihood(flow, DATA, Optional.of(DATA), settings), settings, listener);
  }

  private static TrainingListener counting(int[] done) {
    return new TrainingListener() {
      @Override
      public void stepDone(Step step, TrainingState state) {
        done[0]++;
      }
    };
  }

  @Test
  public void modelsOfEveryDequantizerAreReadAsTheyWereWritten() throws IOException {
    for (Dequantization kind : Dequantization.values()) {
      EnfSettings settings =
          new EnfSettings(
              SmallMolecules.MODEL.types(),
              SmallMolecules.MODEL.dynamics(),
              kind,
              kind.hasNetwork() ? SmallMolecules.MODEL.dequantizer() : null,
              SmallMolecules.MODEL.freedom());
      EnfModel model =
          new EnfModel(
              settings,
              DATA.sizeDistribution(),
              settings.initialise(new SplittableRandom(1)),
              model().provenance());
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      EnfModelFile.write(model, out);
      EnfModel read = EnfModelFile.read(new ByteArrayInputStream(out.toByteArray()), "m.enf");
      assertEquals(settings, read.settings());
      assertEquals(settings.parameterCount(), read.parameters().length);
    }
  }

  /** The documents as the first version of this library wrote them. */
  @Test
  public void filesFromBeforeOtherDequantizersAndErrorControlAreRead() throws IOException {
    SafetensorsFile older =
        copy(
                original(),
                Map.of(
                    "enf.architecture",
                    "{\"dynamics\":{\"kind\":\"egnn\",\"dimensions\":3,\"inputFeatures\":6,"
                        + "\"outputFeatures\":6,\"layers\":1,\"hidden\":4,\"time\":true,"
                        + "\"attention\":true,\"inputDistance\":true,\"coordinateRange\":15.0},"
                        + "\"dequantizer\":{\"dimensions\":3,\"inputFeatures\":6,"
                        + "\"outputFeatures\":12,\"layers\":1,\"hidden\":4,\"time\":false,"
                        + "\"attention\":false,\"inputDistance\":false,\"coordinateRange\":0.0},"
                        + "\"actNormPositions\":\"ZERO_MEAN\"}",
                    "enf.provenance",
                    "{\"libraryVersion\":\"0.1.0\",\"engine\":\"plain\",\"objective\":"
                        + "\"maximum likelihood\",\"data\":\"small\",\"dataFingerprint\":\"00\","
                        + "\"molecules\":9,\"training\":{\"epochs\":2,\"batchSize\":4,"
                        + "\"learningRate\":0.01,\"seed\":7,\"validationMolecules\":5},"
                        + "\"solver\":{\"method\":\"midpoint\",\"steps\":2,"
                        + "\"relativeTolerance\":1.0E-4,\"absoluteTolerance\":1.0E-4,"
                        + "\"maxEvaluations\":2000},\"steps\":6,\"seconds\":1.5,"
                        + "\"metrics\":{}}"))
            .build();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SafetensorsWriter.write(older, out);
    EnfModel read = EnfModelFile.read(new ByteArrayInputStream(out.toByteArray()), "m.enf");
    assertEquals(Dequantization.ARGMAX, read.settings().dequantization());
    assertEquals(SmallMolecules.MODEL, read.settings());
    assertEquals(SOLVER, read.provenance().trained().orElseThrow().solver());
  }
}

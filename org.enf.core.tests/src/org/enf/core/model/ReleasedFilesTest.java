package org.enf.core.model;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.enf.core.dequantization.Dequantization;
import org.enf.core.dequantization.EnfSettings;
import org.enf.core.dequantization.SizeDistribution;
import org.enf.core.egnn.EgnnSettings;
import org.enf.core.flow.ErrorControl;
import org.enf.core.flow.Orientation;
import org.enf.core.flow.TraceMethod;
import org.enf.core.model.LikelihoodEvaluator.Likelihood;
import org.enf.core.model.LikelihoodEvaluator.Value;
import org.enf.core.model.safetensors.SafetensorsFile;
import org.enf.core.model.safetensors.SafetensorsReader;
import org.enf.core.molecule.AtomTypes;
import org.enf.core.molecule.Molecule;
import org.enf.core.ode.SolverSettings;
import org.enf.core.ode.StopSignal;
import org.enf.core.testing.PlainEngine;
import org.enf.core.training.LikelihoodSettings;
import org.enf.core.training.MatchingSettings;
import org.enf.core.training.TrainingState;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What users have kept from released versions is read, and means what it meant. */
public final class ReleasedFilesTest {
  private static final String PROVENANCE = "enf.provenance";
  private static final String FIRST = "0.1.0";
  private static final SolverSettings SOLVER = SolverSettings.fixed("rk4", 8);
  private static final SizeDistribution NINE_ATOMS = sizes(9, 10);
  private static final double[] FM_LIKELIHOODS = {-92.572742, -89.982383, -86.808417};
  private static final double[] ML_LIKELIHOODS = {-66.518023, -66.056207, -73.083559};
  private static final double POSITION_SUM = 0.362598;

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private static SizeDistribution sizes(int atoms, long count) {
    TreeMap<Integer, Long> counts = new TreeMap<>();
    counts.put(atoms, count);
    return new SizeDistribution(counts);
  }

  private static EnfModel model(String name) throws IOException {
    return EnfModelFile.read(new ByteArrayInputStream(Released.bytes(FIRST, name)), name);
  }

  private Path root() {
    return folder.getRoot().toPath();
  }

  private double[] logLikelihoods(EnfModel model) throws IOException {
    LikelihoodEvaluator.Settings settings =
        new LikelihoodEvaluator.Settings(SOLVER, ErrorControl.PER_MOLECULE, TraceMethod.EXACT, 0);
    try (PlainEngine engine = new PlainEngine();
        LikelihoodEvaluator evaluator = new LikelihoodEvaluator(model, engine, settings)) {
      List<Likelihood> values =
          evaluator.evaluate(Released.molecules(FIRST, root()), StopSignal.NEVER);
      return values.stream().mapToDouble(value -> ((Value) value).logLikelihood()).toArray();
    }
  }

  private static Molecule drawn(EnfModel model) {
    List<Molecule> molecules = new ArrayList<>();
    MoleculeSampler.Listener listener =
        new MoleculeSampler.Listener() {
          @Override
          public void drawn(int number, List<Molecule> frames) {
            molecules.addAll(frames);
          }

          @Override
          public void failed(int number, String reason) {
            throw new AssertionError(reason);
          }
        };
    try (PlainEngine engine = new PlainEngine();
        MoleculeSampler sampler = new MoleculeSampler(model, engine, SOLVER)) {
      sampler.sample(
          new MoleculeSampler.Request(1, 5, OptionalInt.of(9), 1), listener, StopSignal.NEVER);
    }
    return molecules.get(0);
  }

  @Test
  public void modelOfFlowMatchingIsWhatItWas() throws IOException {
    EnfModel model = model("fm.enf");
    assertEquals(EnfSettings.matching(AtomTypes.QM9, 1, 6), model.settings());
    assertEquals(Orientation.TO_DATA, model.settings().orientation());
    assertEquals(NINE_ATOMS, model.sizes());
    Provenance.Trained trained = model.provenance().trained().orElseThrow();
    assertEquals(FIRST, trained.libraryVersion());
    assertEquals("flow matching", trained.objective());
    assertEquals(MatchingSettings.DEFAULT, trained.training().loss());
    assertEquals(600, trained.steps());
    assertArrayEquals(FM_LIKELIHOODS, logLikelihoods(model), 1e-4);
  }

  @Test
  public void modelOfMaximumLikelihoodIsWhatItWas() throws IOException {
    EnfModel model = model("ml.enf");
    assertEquals(EnfSettings.of(AtomTypes.QM9, 1, 4, 1, 4), model.settings());
    assertEquals(Dequantization.ARGMAX, model.settings().dequantization());
    assertEquals(NINE_ATOMS, model.sizes());
    Provenance.Trained trained = model.provenance().trained().orElseThrow();
    assertEquals(LikelihoodSettings.DEFAULT, trained.training().loss());
    assertEquals(0.9, trained.training().selection().averageDecay(), 0);
    assertArrayEquals(ML_LIKELIHOODS, logLikelihoods(model), 1e-4);
  }

  @Test
  public void modelsDrawWhatTheyDrew() throws IOException {
    Molecule molecule = drawn(model("fm.enf"));
    assertEquals("C4N3O2", molecule.formula());
    assertArrayEquals(
        new double[] {-1.573856, 0.855462, 0.482782},
        DoubleStream.of(molecule.positions()).limit(3).toArray(),
        1e-4);
  }

  @Test
  public void checkpointGoesOnFromWhereItStood() throws IOException {
    Checkpoint checkpoint = Checkpoint.read(Released.file(FIRST, "ml.checkpoint.enf", root()));
    TrainingState state = checkpoint.state();
    assertEquals(30, state.position().epoch());
    assertEquals(60, state.position().step());
    assertEquals(60, state.optimiser().steps());
    assertEquals(78.26, state.smoothedNll(), 0.005);
    assertEquals(66.81, state.selection().best().orElseThrow().nll(), 0.005);
    assertTrue(state.average().isPresent());
    assertTrue(state.firstStep() > 0);
    assertArrayEquals(model("ml.enf").parameters(), checkpoint.model().parameters(), 1e-6);
  }

  @Test
  public void modelOfPositionsIsWhatItWas() throws IOException {
    Path file = Released.file(FIRST, "positions.enf", root());
    PositionModel model = (PositionModel) StoredModel.read(file);
    assertEquals(EgnnSettings.dynamics(2, 0, 1, 4), model.network());
    assertEquals(4, model.particles());
    assertEquals(Orientation.TO_LATENT, model.orientation());
    assertEquals(POSITION_SUM, DoubleStream.of(model.parameters()).sum(), 1e-6);
  }

  @Test
  public void noWeightChangesOnTheWay() throws IOException {
    for (String name : List.of("fm.enf", "ml.enf")) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      EnfModelFile.write(model(name), out);
      SafetensorsFile before = SafetensorsReader.read(Released.bytes(FIRST, name), name);
      SafetensorsFile after = SafetensorsReader.read(out.toByteArray(), name);
      assertEquals(before.tensors(), after.tensors());
      assertEquals(before.metadata(), withoutWhatCameLater(after.metadata()));
    }
  }

  /** The optimiser's rule, of which there was one. */
  private static Map<String, String> withoutWhatCameLater(Map<String, String> metadata)
      throws IOException {
    Map<String, String> former = new TreeMap<>(metadata);
    JsonMapper json = JsonMapper.builder().build();
    JsonNode provenance = json.readTree(metadata.get(PROVENANCE));
    ObjectNode optimiser = (ObjectNode) provenance.at("/training/optimiser");
    assertEquals("ADAMW", optimiser.remove("rule").asText());
    former.put(PROVENANCE, json.writeValueAsString(provenance));
    return former;
  }
}

package org.enf.core.model;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;
import org.enf.core.flow.GradientMethod;
import org.enf.core.flow.NoiseKind;
import org.enf.core.flow.Regularisation;
import org.enf.core.flow.TraceMethod;
import org.enf.core.ode.SolverSettings;
import org.enf.core.training.LikelihoodSettings;
import org.enf.core.training.SelectionSettings;
import org.enf.core.training.SelectionSettings.Keep;
import org.enf.core.training.TrainingSettings;
import org.junit.Test;

/** Provenance as it stood in model files before there was a choice of optimiser and the like. */
public class FormerFilesTest {
  private static final String FORMER =
      "{\"libraryVersion\":\"0.1.0\",\"engine\":\"nd4j 1.0.0-M2.1 (CpuBackend), float32, 1 thread\","
          + "\"objective\":\"maximum likelihood\",\"data\":\"train.xyz\",\"dataFingerprint\":\"ab\","
          + "\"molecules\":12,\"training\":{\"epochs\":2,\"batchSize\":4,\"learningRate\":5.0E-4,"
          + "\"seed\":5,\"validationMolecules\":1000},\"solver\":{\"method\":\"rk4\",\"steps\":1,"
          + "\"relativeTolerance\":1.0E-4,\"absoluteTolerance\":1.0E-4,\"maxEvaluations\":2000},"
          + "\"steps\":6,\"seconds\":0.25,\"metrics\":{\"training NLL, running mean (nats)\":31.5}}";

  private static Provenance read(String text) throws IOException {
    JsonNode tree = ModelJson.STRICT.readTree(text);
    FormerFiles.completeProvenance(tree);
    return ModelJson.STRICT.treeToValue(tree, Provenance.class);
  }

  @Test
  public void formerProvenanceIsReadWithWhatHeldThen() throws IOException {
    Provenance.Trained read = read(FORMER).trained().orElseThrow();
    TrainingSettings expected =
        new TrainingSettings(2, 4, 5e-4, 5, 1000).with(new SelectionSettings(0, 1, 0, Keep.LAST));
    assertEquals(expected, read.training());
    assertEquals(SolverSettings.fixed("rk4", 1), read.solver());
    assertEquals(12, read.molecules());
    assertEquals("auto", read.engineName());
    assertEquals(31.5, read.metrics().get("training NLL, running mean (nats)"), 0);
  }

  @Test
  public void lossThatHadNoChoiceButOfNoiseIsReadWithWhatHeldThen() throws IOException {
    String former =
        FORMER.replace(
            "\"seed\":5,",
            "\"seed\":5,\"likelihood\":{\"noise\":\"GAUSSIAN\",\"augmentation\":\"ROTATION\"},");
    assertEquals(
        new LikelihoodSettings(
            new TraceMethod.Hutchinson(NoiseKind.GAUSSIAN, 1),
            Regularisation.NONE,
            GradientMethod.DISCRETE,
            LikelihoodSettings.Augmentation.ROTATION),
        read(former).trained().orElseThrow().training().loss());
    assertThrows(
        MismatchedInputException.class, () -> read(former.replace("\"GAUSSIAN\"", "\"PINK\"")));
  }

  @Test
  public void whatAFormerFileHadToSayItStillHasToSay() {
    for (String gone :
        new String[] {"\"seed\":5,", "\"molecules\":12,", "\"steps\":6,", "\"engine\":"}) {
      String damaged = FORMER.replace(gone, gone.endsWith(":") ? "\"motor\":" : "");
      assertThrows(gone, MismatchedInputException.class, () -> read(damaged));
    }
  }

  @Test
  public void groupsThatAreThereHaveToBeWhole() {
    String damaged = FORMER.replace("\"seed\":5,", "\"seed\":5,\"optimiser\":{\"beta1\":0.9},");
    assertThrows(MismatchedInputException.class, () -> read(damaged));
  }

  @Test
  public void unknownKindOfProvenanceIsRefused() {
    String message =
        assertThrows(
                MismatchedInputException.class,
                () -> read(FORMER.replaceFirst("\\{", "{\"kind\":\"bought\",")))
            .getMessage();
    assertTrue(message, message.contains("bought"));
  }
}

package org.enf.core.model;

import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.SplittableRandom;
import org.enf.core.dequantization.EnfSettings;
import org.enf.core.model.safetensors.SafetensorsFile;
import org.enf.core.model.safetensors.SafetensorsReader;
import org.enf.core.model.safetensors.SafetensorsWriter;
import org.enf.core.ode.SolverSettings;
import org.enf.core.testing.SmallMolecules;
import org.enf.core.training.MoleculeSet;
import org.enf.core.training.TrainingSettings;
import org.enf.core.vector.Precision;

/** A small model, its file, and files that differ from it. */
final class ModelFiles {
  static final MoleculeSet DATA = SmallMolecules.set(9, 3);
  static final TrainingSettings TRAINING = new TrainingSettings(2, 4, 1e-2, 7, 5);
  static final SolverSettings SOLVER = SolverSettings.fixed("midpoint", 2);

  private ModelFiles() {}

  static EnfModel model() {
    return model(SmallMolecules.MODEL.initialise(new SplittableRandom(1)));
  }

  static EnfModel model(double[] parameters) {
    return model(SmallMolecules.MODEL, parameters);
  }

  static EnfModel model(TrainingSettings training, double[] parameters) {
    return model(SmallMolecules.MODEL, training, parameters);
  }

  static EnfModel model(EnfSettings settings, double[] parameters) {
    return model(settings, TRAINING, parameters);
  }

  static EnfModel model(EnfSettings settings, TrainingSettings training, double[] parameters) {
    return new EnfModel(
        settings,
        DATA.sizeDistribution(),
        parameters,
        new Provenance.Trained(
            "0.1.0",
            "plain",
            "plain",
            Precision.DOUBLE,
            "maximum likelihood",
            "small",
            DATA.fingerprint(),
            DATA.size(),
            Provenance.RANDOM_WEIGHTS,
            training,
            SOLVER,
            6,
            1.5,
            Map.of("training NLL (nats)", 12.5)));
  }

  static SafetensorsFile original() throws IOException {
    return written(model());
  }

  static SafetensorsFile written(EnfModel model) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    EnfModelFile.write(model, out);
    return SafetensorsReader.read(new ByteArrayInputStream(out.toByteArray()), "m.enf");
  }

  static SafetensorsFile with(String key, String value) throws IOException {
    return copy(original(), Map.of(key, value)).build();
  }

  static SafetensorsFile.Builder copy(SafetensorsFile original, Map<String, String> changes) {
    SafetensorsFile.Builder file = SafetensorsFile.builder("m.enf");
    original
        .metadata()
        .forEach((key, value) -> file.metadata(key, changes.getOrDefault(key, value)));
    original.tensors().forEach(file::tensor);
    return file;
  }

  static void refused(SafetensorsFile file, String reason) {
    IOException refusal = assertThrows(IOException.class, () -> read(file));
    assertTrue(refusal.getMessage(), refusal.getMessage().contains(reason));
    assertTrue(refusal.getMessage(), refusal.getMessage().startsWith("m.enf"));
  }

  static EnfModel read(SafetensorsFile file) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SafetensorsWriter.write(file, out);
    return EnfModelFile.read(new ByteArrayInputStream(out.toByteArray()), "m.enf");
  }
}

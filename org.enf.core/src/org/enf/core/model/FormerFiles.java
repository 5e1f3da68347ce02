package org.enf.core.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.enf.core.training.ClippingSettings;
import org.enf.core.training.LikelihoodSettings;
import org.enf.core.training.OptimiserSettings;
import org.enf.core.training.ScheduleSettings;
import org.enf.core.training.SelectionSettings;
import org.enf.core.training.SelectionSettings.Keep;
import org.enf.core.training.TrainingSettings.LastBatch;
import org.enf.core.vector.Precision;

/**
 * What model files say nothing of because there was no choice when they were written: each property
 * that came later, with the value that held before.
 */
final class FormerFiles {
  private static final SelectionSettings SELECTION = new SelectionSettings(0, 1, 0, Keep.LAST);

  private FormerFiles() {}

  /** Adds to the provenance of a trained model what it does not say. */
  static void complete(JsonNode provenance) {
    if (!(provenance instanceof ObjectNode trained)) {
      return;
    }
    JsonNode training = trained.get("training");
    if (training instanceof ObjectNode settings) {
      putIfAbsent(trained, "engineName", "auto");
      putIfAbsent(trained, "precision", Precision.FLOAT);
      putIfAbsent(settings, "lastBatch", LastBatch.KEEP);
      putIfAbsent(settings, "likelihood", LikelihoodSettings.DEFAULT);
      putIfAbsent(settings, "optimiser", OptimiserSettings.PAPER);
      putIfAbsent(settings, "clipping", ClippingSettings.DEFAULT);
      putIfAbsent(settings, "schedule", ScheduleSettings.CONSTANT);
      putIfAbsent(settings, "selection", SELECTION);
    }
  }

  private static void putIfAbsent(ObjectNode node, String name, Object value) {
    node.putIfAbsent(name, ModelJson.of(value));
  }
}

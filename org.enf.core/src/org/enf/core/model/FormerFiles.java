package org.enf.core.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.enf.core.dequantization.Dequantization;
import org.enf.core.flow.GradientMethod;
import org.enf.core.flow.Orientation;
import org.enf.core.flow.Regularisation;
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

  /** There were no networks but EGNNs, no dequantization and no orientation but the paper's. */
  static void completeArchitecture(JsonNode architecture) {
    if (architecture instanceof ObjectNode all) {
      putIfAbsent(all, "dequantization", Dequantization.ARGMAX.words());
      putIfAbsent(all, "orientation", Orientation.TO_LATENT);
    }
    for (String network : List.of("dynamics", "dequantizer")) {
      if (architecture.get(network) instanceof ObjectNode settings && !settings.isEmpty()) {
        putIfAbsent(settings, ModelJson.KIND, ModelJson.EGNN);
      }
    }
  }

  /** There was no orientation but the paper's. */
  static void completePositions(JsonNode positions) {
    if (positions instanceof ObjectNode all) {
      putIfAbsent(all, "orientation", Orientation.TO_LATENT);
    }
  }

  /** No model was imported, and training left less to choose. */
  static void completeProvenance(JsonNode provenance) {
    if (provenance instanceof ObjectNode trained
        && trained.get("training") instanceof ObjectNode settings) {
      putIfAbsent(trained, ModelJson.KIND, ModelJson.TRAINED);
      putIfAbsent(trained, "engineName", "auto");
      putIfAbsent(trained, "precision", Precision.FLOAT);
      putIfAbsent(trained, "startedFrom", Provenance.RANDOM_WEIGHTS);
      putIfAbsent(settings, "lastBatch", LastBatch.KEEP);
      completeLoss(settings);
      if (trained.get("solver") instanceof ObjectNode solver) {
        putIfAbsent(solver, "gridPower", 1.0);
      }
      putIfAbsent(settings, "optimiser", OptimiserSettings.PAPER);
      if (settings.get("optimiser") instanceof ObjectNode optimiser) {
        putIfAbsent(optimiser, "rule", OptimiserSettings.Rule.ADAMW);
      }
      putIfAbsent(settings, "clipping", ClippingSettings.DEFAULT);
      putIfAbsent(settings, "schedule", ScheduleSettings.CONSTANT);
      putIfAbsent(settings, "selection", SELECTION);
    }
  }

  /** There was no loss but the likelihood. */
  private static void completeLoss(ObjectNode settings) {
    if (settings.remove("likelihood") instanceof ObjectNode likelihood) {
      likelihood.put(ModelJson.KIND, ModelJson.LIKELIHOOD);
      completeLikelihood(likelihood);
      settings.set("loss", likelihood);
    }
    putIfAbsent(settings, "loss", LikelihoodSettings.DEFAULT);
  }

  /** There was one probe, no regularisation and one way to the gradient. */
  private static void completeLikelihood(ObjectNode likelihood) {
    JsonNode noise = likelihood.remove("noise");
    if (noise != null) {
      ObjectNode trace = likelihood.putObject("trace");
      trace.put(ModelJson.KIND, ModelJson.HUTCHINSON);
      trace.set("noise", noise);
      trace.put("probes", 1);
    }
    putIfAbsent(likelihood, "regularisation", Regularisation.NONE);
    putIfAbsent(likelihood, "gradientMethod", GradientMethod.DISCRETE);
  }

  private static void putIfAbsent(ObjectNode node, String name, Object value) {
    node.putIfAbsent(name, ModelJson.of(value));
  }
}

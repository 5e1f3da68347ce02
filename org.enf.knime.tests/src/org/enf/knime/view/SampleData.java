package org.enf.knime.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;

/** Data for the pages, as nodes send them. */
final class SampleData {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int POINTS = 2000;

  private SampleData() {}

  /**
   * Thirty of forty molecules that were drawn from the built-in model, seven of the thirty are
   * stable.
   */
  static ObjectNode molecules() throws IOException {
    try (InputStream stream = SampleData.class.getResourceAsStream("molecules.json")) {
      return (ObjectNode) JSON.readTree(stream);
    }
  }

  /** So many molecules, the same ones again and again. */
  static ObjectNode molecules(int count) throws IOException {
    ObjectNode data = molecules();
    ArrayNode few = (ArrayNode) data.get("molecules");
    ArrayNode many = JSON.createArrayNode();
    for (int i = 0; i < count; i++) {
      many.add(((ObjectNode) few.get(i % few.size()).deepCopy()).put("id", "Row" + i));
    }
    data.set("molecules", many);
    return data.put("total", 10_000).put("shown", count);
  }

  /** A run by maximum likelihood with noise, outliers, validations and checks. */
  static ObjectNode learner() {
    ObjectNode data = JSON.createObjectNode().put("title", "Training of qm9.enf");
    ArrayNode summary = data.putArray("summary");
    tile(summary, "Objective", "maximum likelihood", null);
    tile(summary, "Steps", "40,000", "of 153,760");
    tile(summary, "Epochs", "13", null);
    tile(summary, "Time", "14 min 58 s", null);
    tile(summary, "Ended by", "the time limit", null);
    tile(summary, "Weights", "best validation", "step 36,000");
    data.put("lossLabel", "Loss (nats a molecule)");
    Random random = new Random(1);
    ObjectNode training = data.putObject("training");
    ArrayNode step = training.putArray("step");
    ArrayNode loss = training.putArray("loss");
    for (int i = 1; i <= POINTS; i++) {
      double outlier = random.nextInt(200) == 0 ? 400 * random.nextDouble() : 0;
      step.add(20 * i);
      loss.add(bound(20 * i) + 9 * random.nextGaussian() + outlier);
    }
    ObjectNode validation = data.putObject("validation");
    ObjectNode checks = data.putObject("checks");
    for (String name : new String[] {"step", "nll"}) {
      validation.putArray(name);
    }
    for (String name : new String[] {"step", "stableAtoms", "stableMolecules"}) {
      checks.putArray(name);
    }
    for (int at = 3000; at <= 39_000; at += 3000) {
      validation.withArray("step").add(at);
      validation.withArray("nll").add(bound(at) + 1.5 * random.nextGaussian());
      checks.withArray("step").add(at);
      double share = 1 - Math.exp(-at / 9000.0);
      checks.withArray("stableAtoms").add(0.45 + 0.4 * share + 0.01 * random.nextGaussian());
      checks.withArray("stableMolecules").add(Math.max(0, 0.13 * share * share));
    }
    return data;
  }

  private static double bound(int step) {
    return -60 + 190 * Math.exp(-step / 2500.0) + 40 * Math.exp(-step / 15_000.0);
  }

  private static void tile(ArrayNode tiles, String label, String value, String hint) {
    tiles.addObject().put("label", label).put("value", value).put("hint", hint);
  }

  /** The built-in model. */
  static ObjectNode model() throws IOException {
    try (InputStream stream = SampleData.class.getResourceAsStream("model.json")) {
      return (ObjectNode) JSON.readTree(stream);
    }
  }

  /** The value that a page gets for a text of JSON. */
  static JsonNode parse(String json) throws IOException {
    return JSON.readTree(json);
  }
}

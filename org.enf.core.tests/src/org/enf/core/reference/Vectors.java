package org.enf.core.reference;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.enf.core.egnn.EgnnSettings;
import org.enf.core.egnn.Parameter;
import org.enf.core.egnn.ParameterLayout;
import org.junit.Assume;

/** The reference's numbers: JSON files in {@code $ENF_VECTORS} or beside the checkout. */
final class Vectors {
  private Vectors() {}

  /** All files, or none where the folder is missing. */
  static List<Path> files() throws IOException {
    Path folder = folder();
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  /** Skips the test where the folder is missing. */
  static void assumePresent() {
    Assume.assumeTrue(
        "skipped: no reference vectors in " + folder() + "; set ENF_VECTORS to their folder",
        Files.isDirectory(folder()));
  }

  static Path folder() {
    String named = System.getenv("ENF_VECTORS");
    if (named != null && !named.isEmpty()) {
      return Path.of(named);
    }
    return org.enf.core.testing.TestPaths.shared().resolve("spec").resolve("vectors");
  }

  static JsonNode read(Path file) throws IOException {
    return new ObjectMapper().readTree(file.toFile());
  }

  static JsonNode read(String name) throws IOException {
    return read(folder().resolve(name));
  }

  /** The data of an array object, row by row. */
  static double[] array(JsonNode node) {
    JsonNode data = node.get("data");
    double[] values = new double[data.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = data.get(i).asDouble();
    }
    return values;
  }

  static int[] shape(JsonNode node) {
    int[] shape = new int[node.get("shape").size()];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = node.get("shape").get(i).asInt();
    }
    return shape;
  }

  /**
   * The flat parameters of a network from weights with the reference's names.
   *
   * <p>The reference's last output is the time, which is thrown away; it has no parameters here.
   */
  static double[] parameters(JsonNode weights, String prefix, EgnnSettings settings) {
    ParameterLayout layout = ParameterLayout.of(settings);
    double[] all = new double[layout.length()];
    for (Parameter parameter : layout.parameters()) {
      double[] block = array(weights.get(prefix + parameter.name()));
      System.arraycopy(block, 0, all, parameter.offset(), parameter.length());
    }
    return all;
  }

  /** Positions and features side by side, one row an atom. */
  static double[] rows(double[] positions, int dimensions, double[] features, int width) {
    int atoms = positions.length / dimensions;
    double[] rows = new double[atoms * (dimensions + width)];
    for (int i = 0; i < atoms; i++) {
      System.arraycopy(positions, i * dimensions, rows, i * (dimensions + width), dimensions);
      System.arraycopy(
          features, i * width, rows, i * (dimensions + width) + dimensions, width);
    }
    return rows;
  }

  /** Fails unless each element is within {@code relative} of the largest expected one. */
  static void assertClose(String what, double[] expected, double[] actual, double relative) {
    assertEquals(what + ": length", expected.length, actual.length);
    double scale = 1e-300;
    for (double value : expected) {
      scale = Math.max(scale, Math.abs(value));
    }
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < expected.length; i++) {
      if (!(Math.abs(expected[i] - actual[i]) <= relative * scale)) {
        wrong.add(i + ": " + expected[i] + " expected, " + actual[i] + " found");
      }
    }
    assertTrue(what + ": " + wrong, wrong.isEmpty());
  }
}

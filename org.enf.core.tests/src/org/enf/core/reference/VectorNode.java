package org.enf.core.reference;

import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.NetworkSettings;
import org.enf.core.egnn.Parameter;
import org.enf.core.egnn.ParameterLayout;

/**
 * A part of a file of the reference's numbers. Arrays are objects of {@code shape} and row-major
 * {@code data}; those of a batch are padded to the largest molecule.
 *
 * @param where the file and the way to this part, for messages
 * @param json the part
 */
record VectorNode(String where, JsonNode json) {
  static VectorNode read(Path file) throws IOException {
    return new VectorNode(
        file.getFileName().toString(), new ObjectMapper().readTree(file.toFile()));
  }

  boolean has(String field) {
    return json.has(field);
  }

  VectorNode get(String field) {
    assertTrue(where + " has no field " + field, json.has(field));
    return new VectorNode(where + "/" + field, json.get(field));
  }

  List<VectorNode> elements() {
    List<VectorNode> elements = new ArrayList<>();
    for (JsonNode element : json) {
      elements.add(new VectorNode(where + "[" + elements.size() + "]", element));
    }
    return elements;
  }

  double number() {
    return json.asDouble();
  }

  int integer() {
    return json.asInt();
  }

  String text() {
    return json.asText();
  }

  boolean flag() {
    return json.asBoolean();
  }

  /** The elements of a plain list of numbers. */
  double[] list() {
    double[] values = new double[json.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = json.get(i).asDouble();
    }
    return values;
  }

  /** All elements of an array, padding included. */
  double[] array() {
    return get("data").list();
  }

  /** One dimension of an array; negative ones count from the last. */
  int dimension(int index) {
    JsonNode shape = get("shape").json();
    return shape.get(index < 0 ? shape.size() + index : index).asInt();
  }

  /** The batch of this file: its {@code node_mask}, or all molecules as large as the array. */
  BatchShape batch(String arrayOfAtoms) {
    VectorNode array = get(arrayOfAtoms);
    int[] sizes = new int[array.dimension(0)];
    int largest = array.dimension(1);
    double[] mask = has("node_mask") ? get("node_mask").array() : null;
    for (int b = 0; b < sizes.length; b++) {
      for (int i = 0; i < largest; i++) {
        sizes[b] += mask == null || mask[b * largest + i] != 0 ? 1 : 0;
      }
    }
    return new BatchShape(sizes);
  }

  /** The rows [atoms × columns] of an array [molecules × largest × columns], without padding. */
  double[] rows(BatchShape shape) {
    int largest = dimension(1);
    int columns = dimension(2);
    double[] padded = array();
    double[] rows = new double[shape.atoms() * columns];
    for (int b = 0; b < shape.molecules(); b++) {
      System.arraycopy(
          padded, b * largest * columns, rows, shape.offset(b) * columns, shape.size(b) * columns);
    }
    return rows;
  }

  /**
   * The flat parameters of a network from an object of arrays with the reference's names.
   *
   * <p>A network here has no time output; the reference throws its own away, so its numbers, which
   * stand last, are left out.
   */
  double[] parameters(String prefix, NetworkSettings settings) {
    ParameterLayout layout = ParameterLayout.of(settings);
    double[] all = new double[layout.length()];
    for (Parameter parameter : layout.parameters()) {
      double[] block = get(prefix + parameter.name()).array();
      System.arraycopy(block, 0, all, parameter.offset(), parameter.length());
    }
    return all;
  }

  /** Columns of two kinds side by side. */
  static double[] beside(double[] left, int leftColumns, double[] right, int rightColumns) {
    int atoms = left.length / leftColumns;
    int width = leftColumns + rightColumns;
    double[] rows = new double[atoms * width];
    for (int i = 0; i < atoms; i++) {
      System.arraycopy(left, i * leftColumns, rows, i * width, leftColumns);
      System.arraycopy(right, i * rightColumns, rows, i * width + leftColumns, rightColumns);
    }
    return rows;
  }
}

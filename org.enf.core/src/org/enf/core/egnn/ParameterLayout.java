package org.enf.core.egnn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Which parameters a network has and where each stands in one flat array.
 *
 * <p>Names, shapes and initial ranges are those of the reference: weights are [out, in] and, like
 * biases, uniform on ±1/√in; the last weight of a coordinate head is Xavier-uniform with gain
 * 0.001, so that a fresh flow hardly moves an atom.
 */
public final class ParameterLayout {
  private static final double COORDINATE_GAIN = 0.001;

  private final Map<String, Parameter> parameters = new LinkedHashMap<>();
  private final List<HiddenBlock> hiddenBlocks = new ArrayList<>();
  private int length;

  /**
   * The parameters of a network.
   *
   * @throws IllegalArgumentException if they would be more than one array can hold
   */
  public static ParameterLayout of(NetworkSettings settings) {
    return settings instanceof EgnnSettings egnn ? of(egnn) : of((GnnSettings) settings);
  }

  private static ParameterLayout of(EgnnSettings s) {
    ParameterLayout layout = new ParameterLayout();
    int hidden = s.hidden();
    layout.linear("egnn.embedding", hidden, s.embeddedFeatures(), true);
    if (s.outputFeatures() > 0) {
      layout.linear("egnn.embedding_out", s.outputFeatures(), hidden, true);
    }
    for (int l = 0; l < s.layers(); l++) {
      String layer = "egnn.gcl_" + l;
      layout.messages(layer, s, s.distances());
      layout.linear(layer + ".coord_mlp.0", hidden, hidden, true);
      layout.hidden(layer + ".coord_mlp.0", 1);
      layout.matrix(
          layer + ".coord_mlp.2.weight",
          1,
          hidden,
          COORDINATE_GAIN * Math.sqrt(6.0 / (hidden + 1)));
      layout.gate(layer, s);
    }
    return layout;
  }

  private static ParameterLayout of(GnnSettings s) {
    ParameterLayout layout = new ParameterLayout();
    layout.linear("gnn.embedding", s.hidden(), s.embeddedFeatures(), true);
    layout.linear("gnn.embedding_out", s.outputWidth(), s.hidden(), true);
    for (int l = 0; l < s.layers(); l++) {
      String layer = "gnn.gcl_" + l;
      layout.messages(layer, s, 0);
      layout.gate(layer, s);
    }
    return layout;
  }

  private void messages(String layer, NetworkSettings s, int distances) {
    int hidden = s.hidden();
    linear(layer + ".edge_mlp.0", hidden, 2 * hidden + distances, true);
    linear(layer + ".edge_mlp.2", hidden, hidden, true);
    linear(layer + ".node_mlp.0", hidden, 2 * hidden, true);
    linear(layer + ".node_mlp.2", hidden, hidden, true);
    hidden(layer + ".edge_mlp.0", 2);
    hidden(layer + ".edge_mlp.2", 1);
    hidden(layer + ".node_mlp.0", 2);
    hidden(layer + ".node_mlp.2", 1);
  }

  private void gate(String layer, NetworkSettings s) {
    if (s.attention()) {
      linear(layer + ".att_mlp.0", 1, s.hidden(), true);
    }
  }

  /** The weight begins with so many square blocks side by side. */
  private void hidden(String name, int blocks) {
    Parameter weight = get(name + ".weight");
    for (int k = 0; k < blocks; k++) {
      int size = weight.rows();
      hiddenBlocks.add(new HiddenBlock(weight.offset() + k * size, weight.columns(), size));
    }
  }

  /** The blocks of weights that map hidden features to hidden features. */
  public List<HiddenBlock> hiddenBlocks() {
    return List.copyOf(hiddenBlocks);
  }

  /** The parameters in the order in which they stand in the flat array. */
  public List<Parameter> parameters() {
    return new ArrayList<>(parameters.values());
  }

  /**
   * One parameter.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public Parameter get(String name) {
    Parameter parameter = parameters.get(name);
    if (parameter == null) {
      throw new IllegalArgumentException("the network has no parameter " + name);
    }
    return parameter;
  }

  /** The number of elements of all parameters together. */
  public int length() {
    return length;
  }

  /** Fresh parameters; the same random numbers give the same parameters. */
  public double[] initialise(RandomGenerator random) {
    double[] all = new double[length];
    for (Parameter parameter : parameters.values()) {
      parameter.initialise(all, random);
    }
    return all;
  }

  private void linear(String name, int out, int in, boolean bias) {
    double range = 1 / Math.sqrt(in);
    matrix(name + ".weight", out, in, range);
    if (bias) {
      add(name + ".bias", out, 1, true, range);
    }
  }

  private void matrix(String name, int rows, int columns, double range) {
    add(name, rows, columns, false, range);
  }

  private void add(String name, int rows, int columns, boolean vector, double range) {
    parameters.put(name, new Parameter(name, rows, columns, vector, length, range));
    long longer = length + (long) rows * columns;
    if (longer > Integer.MAX_VALUE / 4) {
      throw new IllegalArgumentException(
          "a network of this size has too many parameters; choose fewer layers or a smaller width");
    }
    length = (int) longer;
  }
}

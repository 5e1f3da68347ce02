package org.enf.core.egnn.cpu;

import java.util.ArrayList;
import java.util.List;
import org.enf.core.egnn.EgnnSettings;
import org.enf.core.egnn.NetworkSettings;
import org.enf.core.egnn.Parameter;
import org.enf.core.egnn.ParameterLayout;

/**
 * Where the kernels want each parameter: matrices [in × out] with rows and columns rounded up to
 * whole panels, those that act on the same input beside each other.
 */
final class WeightLayout {
  private final NetworkSettings settings;
  private final int panel;
  private final int width;
  private final int inputWidth;
  private final int outputWidth;
  private final int[] places;
  private final List<Layer> layers = new ArrayList<>();
  private int length;

  /** A matrix [rows × columns] from {@code offset} on. */
  record Matrix(int offset, int rows, int columns) {}

  /**
   * The places of a layer's parameters.
   *
   * @param pair the first map of the edges for receiver and sender, side by side
   * @param layerDistance the row of the current distance
   * @param inputDistance the row of the input's distance
   */
  record Layer(
      Matrix pair,
      int pairBias,
      int layerDistance,
      int inputDistance,
      Matrix second,
      int secondBias,
      int gate,
      int gateBias,
      Matrix headFirst,
      int headBias,
      int head,
      Matrix nodeOwn,
      Matrix nodeMessages,
      int nodeBias,
      Matrix nodeSecond,
      int nodeSecondBias) {}

  final Matrix embedding;
  final int embeddingBias;
  final Matrix embeddingOut;
  final int embeddingOutBias;

  /** A layout for panels of this many columns. */
  WeightLayout(NetworkSettings settings, int panel) {
    this.settings = settings;
    this.panel = panel;
    width = roundedUp(settings.hidden());
    inputWidth = roundedUp(settings.embeddedFeatures());
    boolean equivariant = settings instanceof EgnnSettings;
    outputWidth = roundedUp(equivariant ? settings.outputFeatures() : settings.outputWidth());
    embedding = matrix(inputWidth, width);
    embeddingBias = row(width);
    embeddingOut = matrix(width, outputWidth);
    embeddingOutBias = row(outputWidth);
    for (int l = 0; l < settings.layers(); l++) {
      layers.add(layer());
    }
    ParameterLayout parameters = ParameterLayout.of(settings);
    places = new int[parameters.length()];
    String prefix = equivariant ? "egnn." : "gnn.";
    place(parameters, prefix + "embedding", embedding, embeddingBias);
    if (outputWidth > 0) {
      place(parameters, prefix + "embedding_out", embeddingOut, embeddingOutBias);
    }
    for (int l = 0; l < settings.layers(); l++) {
      place(parameters, prefix + "gcl_" + l, layers.get(l));
    }
  }

  private int roundedUp(int columns) {
    return (columns + panel - 1) / panel * panel;
  }

  private Layer layer() {
    return new Layer(
        matrix(width, 2 * width),
        row(2 * width),
        row(width),
        row(width),
        matrix(width, width),
        row(width),
        row(width),
        row(panel),
        matrix(width, width),
        row(width),
        row(width),
        matrix(width, width),
        matrix(width, width),
        row(width),
        matrix(width, width),
        row(width));
  }

  private Matrix matrix(int rows, int columns) {
    return new Matrix(row(Math.multiplyExact(rows, columns)), rows, columns);
  }

  private int row(int elements) {
    int offset = length;
    length = Math.addExact(length, elements);
    return offset;
  }

  private void place(ParameterLayout parameters, String prefix, Layer layer) {
    int hidden = settings.hidden();
    Parameter first = parameters.get(prefix + ".edge_mlp.0.weight");
    place(first, 0, hidden, layer.pair, 0);
    place(first, hidden, hidden, layer.pair, width);
    if (settings instanceof EgnnSettings egnn) {
      place(first, 2 * hidden, 1, layer.layerDistance);
      if (egnn.inputDistance()) {
        place(first, 2 * hidden + 1, 1, layer.inputDistance);
      }
      place(parameters, prefix + ".coord_mlp.0", layer.headFirst, layer.headBias);
      Parameter head = parameters.get(prefix + ".coord_mlp.2.weight");
      for (int k = 0; k < hidden; k++) {
        places[head.offset() + k] = layer.head + k;
      }
    }
    place(parameters.get(prefix + ".edge_mlp.0.bias"), 0, 1, layer.pairBias);
    place(parameters, prefix + ".edge_mlp.2", layer.second, layer.secondBias);
    if (settings.attention()) {
      Parameter gate = parameters.get(prefix + ".att_mlp.0.weight");
      for (int k = 0; k < hidden; k++) {
        places[gate.offset() + k] = layer.gate + k;
      }
      places[parameters.get(prefix + ".att_mlp.0.bias").offset()] = layer.gateBias;
    }
    Parameter node = parameters.get(prefix + ".node_mlp.0.weight");
    place(node, 0, hidden, layer.nodeOwn, 0);
    place(node, hidden, hidden, layer.nodeMessages, 0);
    place(parameters.get(prefix + ".node_mlp.0.bias"), 0, 1, layer.nodeBias);
    place(parameters, prefix + ".node_mlp.2", layer.nodeSecond, layer.nodeSecondBias);
  }

  private void place(ParameterLayout parameters, String name, Matrix matrix, int bias) {
    Parameter weight = parameters.get(name + ".weight");
    place(weight, 0, weight.columns(), matrix, 0);
    place(parameters.get(name + ".bias"), 0, 1, bias);
  }

  /** Columns of a parameter [out × in] become rows of a matrix [in × out]. */
  private void place(Parameter parameter, int from, int count, Matrix matrix, int column) {
    for (int in = 0; in < count; in++) {
      place(parameter, from + in, 1, matrix.offset + in * matrix.columns + column);
    }
  }

  /** One column of a parameter becomes a row. */
  private void place(Parameter parameter, int column, int step, int row) {
    for (int out = 0; out < parameter.rows(); out++) {
      places[parameter.offset() + out * parameter.columns() + column] = row + step * out;
    }
  }

  NetworkSettings settings() {
    return settings;
  }

  /** The width of a row of hidden features. */
  int width() {
    return width;
  }

  /** The columns of a row that is embedded, before rounding up. */
  int embeddedFeatures() {
    return settings.embeddedFeatures();
  }

  /** The width of a row that is embedded. */
  int inputWidth() {
    return inputWidth;
  }

  /** The width of a row that comes out of the last map; 0 if there is none. */
  int outputWidth() {
    return outputWidth;
  }

  Layer layer(int index) {
    return layers.get(index);
  }

  /** The number of elements of all matrices and rows. */
  int length() {
    return length;
  }

  /** The number of parameters. */
  int parameters() {
    return places.length;
  }

  /** Brings parameters to their places. */
  void scatter(float[] parameters, float[] target) {
    for (int i = 0; i < places.length; i++) {
      target[places[i]] = parameters[i];
    }
  }

  /** Adds a gradient in this layout to one in the order of the parameters. */
  void gather(float[] gradient, float[] target) {
    for (int i = 0; i < places.length; i++) {
      target[i] += gradient[places[i]];
    }
  }
}

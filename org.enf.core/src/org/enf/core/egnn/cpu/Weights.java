package org.enf.core.egnn.cpu;

import java.util.ArrayList;
import java.util.List;

/** The parameters of a network as the kernels want them. */
final class Weights {
  private final WeightLayout layout;
  private final Kernels kernels;
  private final float[] elements;
  private final List<Layer> layers = new ArrayList<>();
  final Map embedding;
  final Map embeddingOut;

  /** A linear map to multiply by, in both directions. */
  static final class Map {
    final WeightLayout.Matrix place;
    final PackedMatrix forward;
    final PackedMatrix backward;

    private Map(WeightLayout.Matrix place) {
      this.place = place;
      forward = new PackedMatrix(place.rows(), place.columns());
      backward = new PackedMatrix(place.columns(), place.rows());
    }
  }

  /** The maps of a layer. */
  static final class Layer {
    final WeightLayout.Layer places;
    final Gate gate;
    final Map pair;
    final Map second;
    final Map headFirst;
    final Map nodeOwn;
    final Map nodeMessages;
    final Map nodeSecond;

    private Layer(WeightLayout.Layer places, Gate gate) {
      this.places = places;
      this.gate = gate;
      pair = new Map(places.pair());
      second = new Map(places.second());
      headFirst = new Map(places.headFirst());
      nodeOwn = new Map(places.nodeOwn());
      nodeMessages = new Map(places.nodeMessages());
      nodeSecond = new Map(places.nodeSecond());
    }

    private List<Map> maps() {
      return List.of(pair, second, headFirst, nodeOwn, nodeMessages, nodeSecond);
    }
  }

  /** All zero. */
  Weights(WeightLayout layout, Kernels kernels) {
    this.layout = layout;
    this.kernels = kernels;
    elements = new float[layout.length()];
    embedding = new Map(layout.embedding);
    embeddingOut = new Map(layout.embeddingOut);
    for (int l = 0; l < layout.settings().layers(); l++) {
      WeightLayout.Layer places = layout.layer(l);
      layers.add(
          new Layer(
              places,
              new Gate(
                  layout.settings().attention(), elements, places.gate(), places.gateBias())));
    }
  }

  /** Takes over new parameters. */
  void load(float[] parameters) {
    layout.scatter(parameters, elements);
    pack(embedding);
    pack(embeddingOut);
    for (Layer layer : layers) {
      for (Map map : layer.maps()) {
        pack(map);
      }
    }
  }

  private void pack(Map map) {
    kernels.pack(elements, map.place.offset(), map.forward);
    kernels.packTransposed(elements, map.place.offset(), map.backward);
  }

  WeightLayout layout() {
    return layout;
  }

  Layer layer(int index) {
    return layers.get(index);
  }

  /** All matrices and rows. */
  float[] elements() {
    return elements;
  }

  /** Overwrites rows by a bias. */
  void fillRows(int bias, int width, float[] target, int t0, int rows) {
    for (int i = 0; i < rows; i++) {
      System.arraycopy(elements, bias, target, t0 + i * width, width);
    }
  }
}

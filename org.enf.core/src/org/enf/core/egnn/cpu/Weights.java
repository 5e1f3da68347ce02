package org.enf.core.egnn.cpu;

import java.util.ArrayList;
import java.util.List;

/** The parameters of a network as the kernels want them. */
final class Weights {
  private final WeightLayout layout;
  private final Kernels kernels;
  private final float[] elements;
  private final float[] zeros;
  private final List<Layer> layers = new ArrayList<>();
  final Map embedding;
  final Map embeddingOut;

  /** A linear map to multiply by, in both directions. */
  static final class Map {
    final WeightLayout.Matrix place;
    final PackedMatrix forward;
    final PackedMatrix backward;

    private Map(WeightLayout.Matrix place, Kernels kernels) {
      this.place = place;
      forward = kernels.matrices().room(place.rows(), place.columns());
      backward = kernels.matrices().room(place.columns(), place.rows());
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

    private Layer(WeightLayout.Layer places, Gate gate, Kernels kernels) {
      this.places = places;
      this.gate = gate;
      pair = new Map(places.pair(), kernels);
      second = new Map(places.second(), kernels);
      headFirst = new Map(places.headFirst(), kernels);
      nodeOwn = new Map(places.nodeOwn(), kernels);
      nodeMessages = new Map(places.nodeMessages(), kernels);
      nodeSecond = new Map(places.nodeSecond(), kernels);
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
    zeros = new float[2 * layout.width()];
    embedding = new Map(layout.embedding, kernels);
    embeddingOut = new Map(layout.embeddingOut, kernels);
    for (int l = 0; l < layout.settings().layers(); l++) {
      WeightLayout.Layer places = layout.layer(l);
      layers.add(
          new Layer(
              places,
              new Gate(layout.settings().attention(), elements, places.gate(), places.gateBias()),
              kernels));
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
    kernels.matrices().pack(elements, map.place.offset(), map.forward);
    kernels.matrices().packTransposed(elements, map.place.offset(), map.backward);
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

  /** As many zeros as the widest row has elements. */
  float[] zeros() {
    return zeros;
  }

  /** Overwrites rows by a bias. */
  void fillRows(int bias, int width, float[] target, int t0, int rows) {
    for (int i = 0; i < rows; i++) {
      System.arraycopy(elements, bias, target, t0 + i * width, width);
    }
  }
}

package org.enf.core.egnn.cpu;

import java.util.Arrays;

/** Squared distances of a block's edges with their tangents, and room for their cotangents. */
final class EdgeDistances {
  private final Buffer layer = new Buffer();
  private final Buffer input = new Buffer();
  private final Buffer layerCotangent = new Buffer();
  private final Buffer inputCotangent = new Buffer();
  private final Buffer dLayer = new Buffer();
  private final Buffer dInput = new Buffer();
  private final Buffer dLayerCotangent = new Buffer();
  private final Buffer dInputCotangent = new Buffer();
  private final Distances values = new Distances();
  private final Distances tangents = new Distances();
  private int edges;

  /** Makes room; distances of networks that know none stay zero. */
  void start(Block block, int directions) {
    edges = block.edges();
    values.layer = layer.atLeast(edges);
    values.input = input.atLeast(edges);
    values.layerCotangent = layerCotangent.atLeast(edges);
    values.inputCotangent = inputCotangent.atLeast(edges);
    tangents.layer = dLayer.atLeast(Math.max(1, directions) * edges);
    tangents.input = dInput.atLeast(Math.max(1, directions) * edges);
    tangents.layerCotangent = dLayerCotangent.atLeast(edges);
    tangents.inputCotangent = dInputCotangent.atLeast(edges);
    if (directions == 0) {
      Arrays.fill(tangents.layer, 0, edges, 0);
      Arrays.fill(tangents.input, 0, edges, 0);
    }
  }

  /** Computes those of a layer. */
  void compute(Geometry geometry, Block block, float[] x, int x0, int directions, boolean ofInput) {
    int step = block.nodes() * geometry.dimensions();
    edges = block.edges();
    geometry.distances(block, x, x0, values.layer);
    for (int t = 0; t < directions; t++) {
      geometry.distanceTangents(block, x, x0, (t + 1) * step, tangents.layer, t * edges);
    }
    if (ofInput) {
      System.arraycopy(values.layer, 0, values.input, 0, edges);
      System.arraycopy(tangents.layer, 0, tangents.input, 0, directions * edges);
    }
  }

  /** Points to the weights by which distances go into the messages of a layer. */
  void useWeightsOf(Weights weights, int l) {
    WeightLayout.Layer places = weights.layer(l).places;
    values.use(weights.elements(), places.layerDistance(), places.inputDistance());
    tangents.use(weights.elements(), places.layerDistance(), places.inputDistance());
  }

  /** Before the way back: all layers add to the cotangents of the input's distances. */
  void clearInputCotangents() {
    Arrays.fill(values.inputCotangent, 0, edges, 0);
    Arrays.fill(tangents.inputCotangent, 0, edges, 0);
  }

  /** Forgets the cotangents of the layer's distances of a chunk. */
  void clearLayerCotangents(EdgeRange range) {
    Arrays.fill(values.layerCotangent, range.from(), range.from() + range.count(), 0);
    Arrays.fill(tangents.layerCotangent, range.from(), range.from() + range.count(), 0);
  }

  Distances values() {
    return values;
  }

  Distances tangents() {
    return tangents;
  }
}

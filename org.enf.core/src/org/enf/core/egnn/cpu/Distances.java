package org.enf.core.egnn.cpu;

/**
 * The two squared distances of each edge of a block, of the layer's positions and of the input's,
 * and the rows of weights by which they go into a message (zeros where a distance does not go in).
 * Cotangents of the distances stand beside them.
 */
final class Distances {
  float[] layer;
  float[] input;
  float[] layerCotangent;
  float[] inputCotangent;

  /** Where the first edge of the block stands in the arrays. */
  int offset;

  float[] weights;
  int layerWeights;
  int inputWeights;

  void use(float[] newWeights, int ofLayer, int ofInput) {
    weights = newWeights;
    layerWeights = ofLayer;
    inputWeights = ofInput;
  }
}

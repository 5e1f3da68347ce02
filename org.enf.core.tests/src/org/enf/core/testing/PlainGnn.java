package org.enf.core.testing;

import org.enf.core.egnn.GnnSettings;

/** The network without equivariance: positions are features like all others. */
final class PlainGnn extends PlainEquations {
  private final GnnSettings settings;
  private final Linear embedding;
  private final Linear embeddingOut;
  private final Messages[] layers;

  PlainGnn(GnnSettings settings) {
    super(settings, "gnn");
    this.settings = settings;
    embedding = linear("embedding", true);
    embeddingOut = linear("embedding_out", true);
    layers = new Messages[settings.layers()];
    for (int l = 0; l < layers.length; l++) {
      layers[l] = messages("gcl_" + l);
    }
  }

  @Override
  int[][] output(int[][] rows, int[] time) {
    int[][] h = new int[rows.length][];
    for (int i = 0; i < h.length; i++) {
      h[i] = apply(embedding, joined(rows[i], time));
    }
    for (Messages layer : layers) {
      int[][] next = new int[h.length][];
      for (int i = 0; i < h.length; i++) {
        int[] messages = new int[settings.hidden()];
        for (int j = 0; j < h.length; j++) {
          if (j != i) {
            messages = sum(messages, message(layer, joined(h[i], h[j])));
          }
        }
        next[i] = updated(layer, h[i], messages);
      }
      h = next;
    }
    int[][] out = new int[h.length][];
    for (int i = 0; i < h.length; i++) {
      out[i] = apply(embeddingOut, h[i]);
    }
    centre(out);
    return out;
  }
}

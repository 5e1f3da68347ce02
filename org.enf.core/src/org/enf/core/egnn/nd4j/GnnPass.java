package org.enf.core.egnn.nd4j;

import org.enf.core.egnn.GnnSettings;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One evaluation of a graph network without equivariance (GNF, Satorras et al. 2021, §5). */
final class GnnPass extends NetworkPass {
  private final GnnSettings settings;
  private final NetworkWeights weights;
  private Dual in;
  private Dual out;

  GnnPass(GnnSettings settings, NetworkWeights weights, DualTape tape) {
    super(tape);
    this.settings = settings;
    this.weights = weights;
  }

  @Override
  void run(INDArray input, INDArray tangent, INDArray time) {
    in = embedded(input, tangent, time, 0, settings.embeddedFeatures());
    Dual h = tape.linear(in, weights.embedding);
    Dual mask = tape.pairMask();
    for (NetworkWeights.Layer layer : weights.layers) {
      h = updatedFeatures(layer, h, message(layer, pairFeatures(layer, h), mask));
    }
    out = tape.centre(tape.linear(h, weights.embeddingOut), settings.dimensions());
  }

  @Override
  void writeValue(INDArray rows) {
    rows.assign(out.value);
  }

  @Override
  void writeTangent(INDArray rows) {
    rows.assign(out.tangent);
  }

  @Override
  void reverse(INDArray valueCotangent, INDArray tangentCotangent) {
    tape.accumulateValue(out, columns(valueCotangent, 0, valueCotangent.columns()));
    if (tangentCotangent != null) {
      tape.accumulateTangent(out, columns(tangentCotangent, 0, tangentCotangent.columns()));
    }
    tape.reverse();
  }

  @Override
  void writeInputCotangent(INDArray rows) {
    rows.assign(view(in.valueCotangent, 0, rows.columns()));
  }
}

package org.enf.core.egnn.nd4j;

import org.enf.core.egnn.EgnnSettings;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One evaluation of an EGNN (Satorras et al. 2021, eq. 3–6 of "E(n) Equivariant Normalizing
 * Flows").
 */
final class EgnnPass extends NetworkPass {
  private final EgnnSettings settings;
  private final NetworkWeights weights;
  private Dual positionsIn;
  private Dual featuresIn;
  private Dual positionsOut;
  private Dual featuresOut;

  EgnnPass(EgnnSettings settings, NetworkWeights weights, DualTape tape) {
    super(tape);
    this.settings = settings;
    this.weights = weights;
  }

  @Override
  void run(INDArray input, INDArray tangent, INDArray time) {
    positionsIn = tape.input(positions(input), tangent == null ? null : positions(tangent));
    featuresIn = embedded(input, tangent, time, settings.dimensions(), settings.embeddedFeatures());

    Dual x = positionsIn;
    Dual h = tape.linear(featuresIn, weights.embedding);
    Dual mask = tape.pairMask();
    Dual inputDistance = null;
    for (int l = 0; l < settings.layers(); l++) {
      NetworkWeights.Layer layer = weights.layers.get(l);
      Dual difference = tape.pairDifference(x);
      Dual distance = tape.squaredLength(difference);
      if (l == 0) {
        inputDistance = distance;
      }
      Dual distances = settings.inputDistance() ? tape.columns(distance, inputDistance) : distance;
      Dual first =
          tape.add(
              pairFeatures(layer, h), tape.linear(distances, layer.coordinates().edgeDistances()));
      Dual message = message(layer, first, mask);
      Dual direction = tape.scaleRows(difference, tape.apply(Curve.DIRECTION, distance));
      Dual weight = coordinateWeight(layer.coordinates(), message);
      x = tape.add(x, tape.sumOverNeighbours(tape.scaleRows(direction, weight)));
      if (l < settings.layers() - 1 || settings.outputFeatures() > 0) {
        h = updatedFeatures(layer, h, message);
      }
    }
    positionsOut = tape.centre(tape.subtract(x, positionsIn), settings.dimensions());
    featuresOut = settings.outputFeatures() > 0 ? tape.linear(h, weights.embeddingOut) : null;
  }

  private Dual coordinateWeight(NetworkWeights.Coordinates maps, Dual message) {
    Dual hidden = tape.apply(Curve.SILU, tape.linear(message, maps.first()));
    Dual weight = tape.linear(hidden, maps.second());
    return settings.coordinateRange() == 0
        ? weight
        : tape.scale(
            tape.apply(Curve.TANH, weight), settings.coordinateRange() / settings.layers());
  }

  @Override
  void writeValue(INDArray rows) {
    write(positionsOut.value, featuresOut == null ? null : featuresOut.value, rows);
  }

  @Override
  void writeTangent(INDArray rows) {
    write(positionsOut.tangent, featuresOut == null ? null : featuresOut.tangent, rows);
  }

  @Override
  void reverse(INDArray valueCotangent, INDArray tangentCotangent) {
    tape.accumulateValue(positionsOut, positions(valueCotangent));
    if (featuresOut != null) {
      tape.accumulateValue(featuresOut, features(valueCotangent));
    }
    if (tangentCotangent != null) {
      tape.accumulateTangent(positionsOut, positions(tangentCotangent));
      if (featuresOut != null) {
        tape.accumulateTangent(featuresOut, features(tangentCotangent));
      }
    }
    tape.reverse();
  }

  @Override
  void writeInputCotangent(INDArray rows) {
    int features = settings.inputFeatures();
    write(
        positionsIn.valueCotangent,
        features > 0 ? view(featuresIn.valueCotangent, 0, features) : null,
        rows);
  }

  private void write(INDArray positions, INDArray features, INDArray rows) {
    int n = settings.dimensions();
    view(rows, 0, n).assign(positions);
    if (features != null) {
      view(rows, n, rows.columns()).assign(features);
    }
  }

  private INDArray positions(INDArray rows) {
    return columns(rows, 0, settings.dimensions());
  }

  private INDArray features(INDArray rows) {
    return columns(rows, settings.dimensions(), rows.columns());
  }
}

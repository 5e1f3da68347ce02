package org.enf.core.egnn.nd4j;

import org.enf.core.egnn.EgnnSettings;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * One evaluation of an EGNN on a block of molecules of equal size (Satorras et al. 2021, eq. 3–6 of
 * "E(n) Equivariant Normalizing Flows").
 */
final class EgnnPass {
  private final EgnnSettings settings;
  private final EgnnWeights weights;
  private final DualTape tape;
  private Dual positionsIn;
  private Dual featuresIn;
  private Dual positionsOut;
  private Dual featuresOut;

  EgnnPass(EgnnSettings settings, EgnnWeights weights, DualTape tape) {
    this.settings = settings;
    this.weights = weights;
    this.tape = tape;
  }

  /**
   * Computes the output.
   *
   * @param input node rows
   * @param tangent node rows, or null
   * @param time a column of node rows
   */
  void run(INDArray input, INDArray tangent, INDArray time) {
    positionsIn = tape.input(positions(input), tangent == null ? null : positions(tangent));
    featuresIn = embeddedFeatures(input, tangent, time);

    Dual x = positionsIn;
    Dual h = tape.linear(featuresIn, weights.embedding);
    Dual mask = tape.pairMask();
    Dual inputDistance = null;
    for (int l = 0; l < settings.layers(); l++) {
      EgnnWeights.Layer layer = weights.layers.get(l);
      Dual difference = tape.pairDifference(x);
      Dual distance = tape.squaredLength(difference);
      if (l == 0) {
        inputDistance = distance;
      }
      Dual message = message(layer, h, distance, inputDistance, mask);
      Dual direction = tape.scaleRows(difference, tape.apply(Curve.DIRECTION, distance));
      x =
          tape.add(
              x,
              tape.sumOverNeighbours(tape.scaleRows(direction, coordinateWeight(layer, message))));
      if (l < settings.layers() - 1 || settings.outputFeatures() > 0) {
        h = tape.add(h, featureUpdate(layer, h, tape.sumOverNeighbours(message)));
      }
    }
    positionsOut = tape.centre(tape.subtract(x, positionsIn));
    featuresOut = settings.outputFeatures() > 0 ? tape.linear(h, weights.embeddingOut) : null;
  }

  private Dual message(
      EgnnWeights.Layer layer, Dual h, Dual distance, Dual inputDistance, Dual mask) {
    Dual distances = settings.inputDistance() ? tape.columns(distance, inputDistance) : distance;
    Dual first =
        tape.add(
            tape.pairSum(tape.linear(h, layer.edgeReceiver()), tape.linear(h, layer.edgeSender())),
            tape.linear(distances, layer.edgeDistances()));
    Dual second =
        tape.apply(Curve.SILU, tape.linear(tape.apply(Curve.SILU, first), layer.edgeSecond()));
    if (layer.attention() == null) {
      return tape.scaleRows(second, mask);
    }
    Dual gate = tape.apply(Curve.SIGMOID, tape.linear(second, layer.attention()));
    return tape.scaleRows(second, tape.scaleRows(gate, mask));
  }

  private Dual coordinateWeight(EgnnWeights.Layer layer, Dual message) {
    Dual hidden = tape.apply(Curve.SILU, tape.linear(message, layer.coordinateFirst()));
    Dual weight = tape.linear(hidden, layer.coordinateSecond());
    return settings.coordinateRange() == 0
        ? weight
        : tape.scale(
            tape.apply(Curve.TANH, weight), settings.coordinateRange() / settings.layers());
  }

  private Dual featureUpdate(EgnnWeights.Layer layer, Dual h, Dual messages) {
    Dual first =
        tape.add(tape.linear(h, layer.nodeOwn()), tape.linear(messages, layer.nodeMessages()));
    return tape.linear(tape.apply(Curve.SILU, first), layer.nodeSecond());
  }

  /** Copies the value of the output into node rows. */
  void writeValue(INDArray rows) {
    write(positionsOut.value, featuresOut == null ? null : featuresOut.value, rows);
  }

  /** Copies the tangent of the output into node rows. */
  void writeTangent(INDArray rows) {
    write(positionsOut.tangent, featuresOut == null ? null : featuresOut.tangent, rows);
  }

  /** Goes back from cotangents given as node rows; the second may be null. */
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

  /** Copies the gradient by the input into node rows. */
  void writeInputCotangent(INDArray rows) {
    INDArray features = null;
    if (settings.inputFeatures() > 0) {
      features =
          featuresIn.valueCotangent.get(
              NDArrayIndex.all(), NDArrayIndex.interval(0, settings.inputFeatures()));
    }
    write(positionsIn.valueCotangent, features, rows);
  }

  private void write(INDArray positions, INDArray features, INDArray rows) {
    int n = settings.dimensions();
    rows.get(NDArrayIndex.all(), NDArrayIndex.interval(0, n)).assign(positions);
    if (features != null) {
      rows.get(NDArrayIndex.all(), NDArrayIndex.interval(n, rows.columns())).assign(features);
    }
  }

  private INDArray positions(INDArray rows) {
    return columns(rows, 0, settings.dimensions());
  }

  private INDArray features(INDArray rows) {
    return columns(rows, settings.dimensions(), rows.columns());
  }

  private INDArray columns(INDArray rows, int from, int to) {
    return tape.take(rows.rows(), to - from)
        .assign(rows.get(NDArrayIndex.all(), NDArrayIndex.interval(from, to)));
  }

  private Dual embeddedFeatures(INDArray input, INDArray tangent, INDArray time) {
    INDArray value = tape.take(input.rows(), settings.embeddedFeatures());
    int features = settings.inputFeatures();
    if (settings.time()) {
      value.get(NDArrayIndex.all(), NDArrayIndex.interval(features, features + 1)).assign(time);
    }
    assignFeatures(input, value);
    INDArray direction = null;
    if (tangent != null) {
      direction = tape.take(input.rows(), settings.embeddedFeatures()).assign(0);
      assignFeatures(tangent, direction);
    }
    return tape.input(value, direction);
  }

  private void assignFeatures(INDArray from, INDArray to) {
    int n = settings.dimensions();
    int features = settings.inputFeatures();
    if (features > 0) {
      to.get(NDArrayIndex.all(), NDArrayIndex.interval(0, features))
          .assign(from.get(NDArrayIndex.all(), NDArrayIndex.interval(n, n + features)));
    }
  }
}

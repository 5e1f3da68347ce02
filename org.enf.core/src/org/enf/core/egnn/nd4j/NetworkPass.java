package org.enf.core.egnn.nd4j;

import org.enf.core.egnn.EgnnSettings;
import org.enf.core.egnn.GnnSettings;
import org.enf.core.egnn.NetworkSettings;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * One evaluation of a network on a block of molecules of equal size: what all kinds of networks
 * have in common.
 */
abstract class NetworkPass {
  final DualTape tape;

  NetworkPass(DualTape tape) {
    this.tape = tape;
  }

  /** A new evaluation. */
  static NetworkPass of(NetworkSettings settings, NetworkWeights weights, DualTape tape) {
    return settings instanceof EgnnSettings egnn
        ? new EgnnPass(egnn, weights, tape)
        : new GnnPass((GnnSettings) settings, weights, tape);
  }

  /**
   * Computes the output.
   *
   * @param input node rows
   * @param tangent node rows, or null
   * @param time a column of node rows
   */
  abstract void run(INDArray input, INDArray tangent, INDArray time);

  /** Copies the value of the output into node rows. */
  abstract void writeValue(INDArray rows);

  /** Copies the tangent of the output into node rows. */
  abstract void writeTangent(INDArray rows);

  /** Goes back from cotangents given as node rows; the second may be null. */
  abstract void reverse(INDArray valueCotangent, INDArray tangentCotangent);

  /** Copies the gradient by the input into node rows. */
  abstract void writeInputCotangent(INDArray rows);

  /** The part of a message before its first activation that comes from hᵢ and hⱼ. */
  Dual pairFeatures(NetworkWeights.Layer layer, Dual h) {
    return tape.pairSum(tape.linear(h, layer.edgeReceiver()), tape.linear(h, layer.edgeSender()));
  }

  /** The messages, gated if the layer has a gate. */
  Dual message(NetworkWeights.Layer layer, Dual first, Dual mask) {
    Dual second =
        tape.apply(Curve.SILU, tape.linear(tape.apply(Curve.SILU, first), layer.edgeSecond()));
    if (layer.attention() == null) {
      return tape.scaleRows(second, mask);
    }
    Dual gate = tape.apply(Curve.SIGMOID, tape.linear(second, layer.attention()));
    return tape.scaleRows(second, tape.scaleRows(gate, mask));
  }

  /** The features after the layer: h and what it changes in them. */
  Dual updatedFeatures(NetworkWeights.Layer layer, Dual h, Dual message) {
    Dual messages = tape.sumOverNeighbours(message);
    Dual first =
        tape.add(tape.linear(h, layer.nodeOwn()), tape.linear(messages, layer.nodeMessages()));
    return tape.add(h, tape.linear(tape.apply(Curve.SILU, first), layer.nodeSecond()));
  }

  /**
   * What goes into the embedding: the columns of the input from {@code from} on and, if {@code
   * width} leaves room for it, the time.
   */
  Dual embedded(INDArray input, INDArray tangent, INDArray time, int from, int width) {
    INDArray value = tape.take(input.rows(), width);
    INDArray direction = tangent == null ? null : tape.take(input.rows(), width).assign(0);
    int features = input.columns() - from;
    if (width > features) {
      view(value, features, width).assign(time);
    }
    if (features > 0) {
      view(value, 0, features).assign(view(input, from, input.columns()));
      if (tangent != null) {
        view(direction, 0, features).assign(view(tangent, from, tangent.columns()));
      }
    }
    return tape.input(value, direction);
  }

  /** A copy of some columns. */
  INDArray columns(INDArray rows, int from, int to) {
    return tape.take(rows.rows(), to - from).assign(view(rows, from, to));
  }

  /** Some columns in place. */
  static INDArray view(INDArray rows, int from, int to) {
    return rows.get(NDArrayIndex.all(), NDArrayIndex.interval(from, to));
  }
}

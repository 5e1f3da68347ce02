package org.enf.core.flow;

import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.Network;
import org.enf.core.vector.Vector;

/**
 * A velocity against the direction of a network: f(t, y) = −g(1 − t, y).
 *
 * <p>Where a cotangent goes in, a negative copy of it does, as it belongs to the caller.
 */
final class ReversedNetwork implements Network {
  private final Network network;

  ReversedNetwork(Network network) {
    this.network = network;
  }

  private static double[] reversed(double[] time) {
    double[] reversed = new double[time.length];
    for (int b = 0; b < time.length; b++) {
      reversed[b] = 1 - time[b];
    }
    return reversed;
  }

  private static Vector negative(Vector vector) {
    Vector negative = vector.sibling();
    negative.add(-1, vector);
    return negative;
  }

  private static void negate(Vector vector) {
    vector.scale(-1);
  }

  @Override
  public int inputWidth() {
    return network.inputWidth();
  }

  @Override
  public int outputWidth() {
    return network.outputWidth();
  }

  @Override
  public int dimensions() {
    return network.dimensions();
  }

  @Override
  public int parameterCount() {
    return network.parameterCount();
  }

  @Override
  public void setParameters(Vector parameters) {
    network.setParameters(parameters);
  }

  @Override
  public void value(BatchShape shape, double[] time, Vector input, Vector output) {
    network.value(shape, reversed(time), input, output);
    negate(output);
  }

  @Override
  public void jvp(
      BatchShape shape,
      double[] time,
      Vector input,
      Vector tangent,
      Vector output,
      Vector outputTangent) {
    network.jvp(shape, reversed(time), input, tangent, output, outputTangent);
    negate(output);
    negate(outputTangent);
  }

  @Override
  public void vjp(
      BatchShape shape,
      double[] time,
      Vector input,
      Vector outputCotangent,
      Vector output,
      Vector inputCotangent) {
    network.vjp(shape, reversed(time), input, outputCotangent, output, inputCotangent);
    negate(output);
    negate(inputCotangent);
  }

  @Override
  public void reverse(
      BatchShape shape,
      double[] time,
      Vector input,
      Vector tangent,
      Vector outputCotangent,
      Vector tangentCotangent,
      Vector inputCotangent,
      Vector parameterGradient) {
    try (Vector ofOutput = negative(outputCotangent);
        Vector ofTangent = tangentCotangent == null ? null : negative(tangentCotangent)) {
      network.reverse(
          shape,
          reversed(time),
          input,
          tangent,
          ofOutput,
          ofTangent,
          inputCotangent,
          parameterGradient);
    }
  }

  @Override
  public void leastSquares(
      BatchShape shape,
      double[] time,
      Vector input,
      Vector target,
      double[] weights,
      Vector output,
      Vector parameterGradient) {
    try (Vector against = negative(target)) {
      network.leastSquares(
          shape, reversed(time), input, against, weights, output, parameterGradient);
    }
    negate(output);
  }

  @Override
  public void trace(BatchShape shape, double[] time, Vector input, Vector output, Vector trace) {
    network.trace(shape, reversed(time), input, output, trace);
    negate(output);
    negate(trace);
  }

  @Override
  public void close() {
    network.close();
  }
}

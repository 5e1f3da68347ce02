package org.enf.core.flow;

import java.util.function.DoubleUnaryOperator;
import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.Network;
import org.enf.core.vector.Vector;

/**
 * The velocity f = a(t)·y, column k times (k + 1): each trace is a(t) · atoms · Σ (k + 1). It
 * counts the traces that it is asked for, one a molecule.
 */
final class LinearField implements Network {
  private static final int WIDTH = 3;

  private final DoubleUnaryOperator rate;
  private final DoubleUnaryOperator rateOfLoneAtoms;
  private int traces;

  /**
   * A field.
   *
   * @param rate a(t)
   * @param rateOfLoneAtoms what the trace of molecules with one atom says in place of a(t)
   */
  LinearField(DoubleUnaryOperator rate, DoubleUnaryOperator rateOfLoneAtoms) {
    this.rate = rate;
    this.rateOfLoneAtoms = rateOfLoneAtoms;
  }

  int traces() {
    return traces;
  }

  @Override
  public int inputWidth() {
    return WIDTH;
  }

  @Override
  public int outputWidth() {
    return WIDTH;
  }

  @Override
  public int dimensions() {
    return 2;
  }

  @Override
  public int parameterCount() {
    return 0;
  }

  @Override
  public void setParameters(Vector parameters) {
    // it has none
  }

  @Override
  public void value(BatchShape shape, double[] time, Vector input, Vector output) {
    double[] y = new double[input.length()];
    input.read(y);
    for (int b = 0; b < shape.molecules(); b++) {
      for (int k = shape.offset(b) * WIDTH; k < shape.offset(b + 1) * WIDTH; k++) {
        y[k] *= rate.applyAsDouble(time[b]) * (k % WIDTH + 1);
      }
    }
    output.write(y);
  }

  @Override
  public void jvp(
      BatchShape shape,
      double[] time,
      Vector input,
      Vector tangent,
      Vector output,
      Vector outputTangent) {
    value(shape, time, input, output);
    value(shape, time, tangent, outputTangent);
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
    throw new UnsupportedOperationException("nobody asks for it");
  }

  @Override
  public void trace(BatchShape shape, double[] time, Vector input, Vector output, Vector trace) {
    value(shape, time, input, output);
    double[] sums = new double[shape.molecules()];
    for (int b = 0; b < sums.length; b++) {
      double a = (shape.size(b) == 1 ? rateOfLoneAtoms : rate).applyAsDouble(time[b]);
      sums[b] = a * shape.size(b) * 6;
      traces++;
    }
    trace.write(sums);
  }

  @Override
  public void close() {
    // nothing is held
  }
}

package org.enf.core.flow;

import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.DivergenceNetwork;
import org.enf.core.testing.ArrayNetwork;
import org.enf.core.vector.Vector;

/**
 * The velocity f_k = a·tanh(b·y_k + c·t) of each number by itself, whose divergence is Σ a·b·(1 −
 * tanh²); parameters a, b, c.
 */
final class CellDivergence implements DivergenceNetwork {
  private final int width;
  private double[] p = new double[3];

  CellDivergence(int width) {
    this.width = width;
  }

  @Override
  public int inputWidth() {
    return width;
  }

  @Override
  public int outputWidth() {
    return width;
  }

  @Override
  public int dimensions() {
    return width;
  }

  @Override
  public int parameterCount() {
    return p.length;
  }

  @Override
  public void setParameters(Vector parameters) {
    p = ArrayNetwork.array(parameters);
  }

  void setParameters(double[] parameters) {
    p = parameters.clone();
  }

  /** Visits each number. */
  private interface Visitor {
    void visit(int molecule, int element, double y, double t, double tanh);
  }

  private void forEach(BatchShape shape, double[] time, Vector input, Visitor visitor) {
    double[] y = ArrayNetwork.array(input);
    for (int b = 0; b < shape.molecules(); b++) {
      for (int k = shape.offset(b) * width; k < shape.offset(b + 1) * width; k++) {
        visitor.visit(b, k, y[k], time[b], Math.tanh(p[1] * y[k] + p[2] * time[b]));
      }
    }
  }

  @Override
  public void value(BatchShape shape, double[] time, Vector input, Vector output) {
    double[] f = new double[output.length()];
    forEach(shape, time, input, (b, k, y, t, tanh) -> f[k] = p[0] * tanh);
    output.write(f);
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
    double[] direction = ArrayNetwork.array(tangent);
    double[] product = new double[direction.length];
    forEach(
        shape,
        time,
        input,
        (b, k, y, t, tanh) -> product[k] = p[0] * p[1] * (1 - tanh * tanh) * direction[k]);
    outputTangent.write(product);
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
    throw new UnsupportedOperationException("its divergence is gone back, not a product");
  }

  @Override
  public void trace(BatchShape shape, double[] time, Vector input, Vector output, Vector trace) {
    value(shape, time, input, output);
    double[] sums = new double[shape.molecules()];
    forEach(shape, time, input, (b, k, y, t, tanh) -> sums[b] += p[0] * p[1] * (1 - tanh * tanh));
    trace.write(sums);
  }

  @Override
  public void reverseTrace(
      BatchShape shape,
      double[] time,
      Vector input,
      Vector outputCotangent,
      Vector traceCotangent,
      Vector inputCotangent,
      Vector parameterGradient) {
    double[] byOutput = ArrayNetwork.array(outputCotangent);
    double[] byTrace = ArrayNetwork.array(traceCotangent);
    double[] byInput = new double[byOutput.length];
    double[] gradient = ArrayNetwork.array(parameterGradient);
    forEach(
        shape,
        time,
        input,
        (b, k, y, t, tanh) -> {
          double slope = 1 - tanh * tanh;
          double inner = byOutput[k] * p[0] * slope - 2 * byTrace[b] * p[0] * p[1] * tanh * slope;
          byInput[k] = inner * p[1];
          gradient[0] += byOutput[k] * tanh + byTrace[b] * p[1] * slope;
          gradient[1] += inner * y + byTrace[b] * p[0] * slope;
          gradient[2] += inner * t;
        });
    inputCotangent.write(byInput);
    parameterGradient.write(gradient);
  }

  @Override
  public void close() {
    // nothing is held
  }
}

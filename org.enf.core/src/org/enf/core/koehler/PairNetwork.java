package org.enf.core.koehler;

import java.util.function.Consumer;
import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.DivergenceNetwork;
import org.enf.core.vector.Vector;

/** The velocity of {@link PairDynamics}, in plain Java on the pairs of each molecule. */
final class PairNetwork implements DivergenceNetwork {
  private final int dimensions;
  private final int parameterCount;
  private final RadialForce force;
  private final PairBlock block;
  private final double[] along;
  private final double[] bend;

  PairNetwork(PairDynamics settings, RadialForce force) {
    dimensions = settings.dimensions();
    parameterCount = settings.parameterCount();
    this.force = force;
    force.setParameters(new double[parameterCount]);
    block = new PairBlock(dimensions);
    along = new double[dimensions];
    bend = new double[dimensions];
  }

  @Override
  public int inputWidth() {
    return dimensions;
  }

  @Override
  public int outputWidth() {
    return dimensions;
  }

  @Override
  public int dimensions() {
    return dimensions;
  }

  @Override
  public int parameterCount() {
    return parameterCount;
  }

  @Override
  public void setParameters(Vector parameters) {
    requireParameters(parameters.length());
    force.setParameters(array(parameters));
  }

  @Override
  public void value(BatchShape shape, double[] time, Vector input, Vector output) {
    double[] x = rows(shape, input);
    double[] velocity = new double[x.length];
    shape.requireElements(output.length(), dimensions);
    forEachBlock(
        shape,
        time,
        x,
        pairs -> {
          force.evaluate(pairs, 0);
          addForces(pairs, x, velocity);
        });
    output.write(velocity);
  }

  @Override
  public void jvp(
      BatchShape shape,
      double[] time,
      Vector input,
      Vector tangent,
      Vector output,
      Vector outputTangent) {
    double[] x = rows(shape, input);
    double[] direction = rows(shape, tangent);
    double[] velocity = new double[x.length];
    double[] product = new double[x.length];
    shape.requireElements(output.length(), dimensions);
    shape.requireElements(outputTangent.length(), dimensions);
    forEachBlock(
        shape,
        time,
        x,
        pairs -> {
          force.evaluate(pairs, 1);
          addForces(pairs, x, velocity);
          for (int p = 0; p < pairs.size(); p++) {
            double change = pairs.first[p] * pairs.dot(p, x, direction) / pairs.distance[p];
            for (int axis = 0; axis < dimensions; axis++) {
              double moved = pairs.value[p] * pairs.difference(p, axis, direction);
              pairs.push(p, axis, moved + change * pairs.difference(p, axis, x), product);
            }
          }
        });
    output.write(velocity);
    outputTangent.write(product);
  }

  @Override
  public void trace(BatchShape shape, double[] time, Vector input, Vector output, Vector trace) {
    double[] x = rows(shape, input);
    double[] velocity = new double[x.length];
    double[] divergence = new double[shape.molecules()];
    shape.requireElements(output.length(), dimensions);
    requireMolecules(shape, trace);
    forEachBlock(
        shape,
        time,
        x,
        pairs -> {
          force.evaluate(pairs, 1);
          addForces(pairs, x, velocity);
          for (int p = 0; p < pairs.size(); p++) {
            // each pair is met once and counts for both of its atoms
            divergence[pairs.molecule(p)] +=
                2
                    * (dimensions * pairs.value[p]
                        + pairs.first[p] * pairs.square[p] / pairs.distance[p]);
          }
        });
    output.write(velocity);
    trace.write(divergence);
  }

  private void addForces(PairBlock pairs, double[] x, double[] velocity) {
    for (int p = 0; p < pairs.size(); p++) {
      for (int axis = 0; axis < dimensions; axis++) {
        pairs.push(p, axis, pairs.value[p] * pairs.difference(p, axis, x), velocity);
      }
    }
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
    double[] x = rows(shape, input);
    double[] a = rows(shape, outputCotangent);
    double[] direction = tangent == null ? new double[x.length] : rows(shape, tangent);
    double[] b = tangent == null ? direction : rows(shape, tangentCotangent);
    reverse(
        shape,
        time,
        x,
        (pairs, p) -> {
          double d = pairs.distance[p];
          double xv = pairs.dot(p, x, direction);
          double xb = pairs.dot(p, x, b);
          pairs.byValue[p] = pairs.dot(p, a, x) + pairs.dot(p, b, direction);
          pairs.byFirst[p] = xb * xv / d;
          for (int axis = 0; axis < dimensions; axis++) {
            along[axis] = pairs.difference(p, axis, a);
            bend[axis] =
                (xv * pairs.difference(p, axis, b) + xb * pairs.difference(p, axis, direction)) / d
                    - xb * xv * pairs.difference(p, axis, x) / (d * d * d);
          }
        },
        inputCotangent,
        parameterGradient);
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
    double[] x = rows(shape, input);
    double[] a = rows(shape, outputCotangent);
    requireMolecules(shape, traceCotangent);
    double[] c = array(traceCotangent);
    reverse(
        shape,
        time,
        x,
        (pairs, p) -> {
          double d = pairs.distance[p];
          double weight = 2 * c[pairs.molecule(p)];
          double slope = weight * (2 - pairs.square[p] / (d * d)) / d;
          pairs.byValue[p] = pairs.dot(p, a, x) + weight * dimensions;
          pairs.byFirst[p] = weight * pairs.square[p] / d;
          for (int axis = 0; axis < dimensions; axis++) {
            along[axis] = pairs.difference(p, axis, a);
            bend[axis] = slope * pairs.difference(p, axis, x);
          }
        },
        inputCotangent,
        parameterGradient);
  }

  /**
   * What a pair adds to a loss: byValue·F + byFirst·F′. It sets both and their gradients by the
   * difference of the positions, {@link #along} and {@link #bend}.
   */
  private interface PairLoss {
    void set(PairBlock pairs, int pair);
  }

  private void reverse(
      BatchShape shape,
      double[] time,
      double[] x,
      PairLoss loss,
      Vector inputCotangent,
      Vector parameterGradient) {
    if (inputCotangent != null) {
      shape.requireElements(inputCotangent.length(), dimensions);
    }
    double[] gradient = parameterGradient == null ? null : new double[parameterCount];
    if (gradient != null) {
      requireParameters(parameterGradient.length());
    }
    double[] byInput = new double[x.length];
    forEachBlock(
        shape,
        time,
        x,
        pairs -> {
          force.evaluate(pairs, 2);
          for (int p = 0; p < pairs.size(); p++) {
            loss.set(pairs, p);
            double stretch =
                (pairs.byValue[p] * pairs.first[p] + pairs.byFirst[p] * pairs.second[p])
                    / pairs.distance[p];
            for (int axis = 0; axis < dimensions; axis++) {
              double change =
                  pairs.value[p] * along[axis]
                      + pairs.first[p] * bend[axis]
                      + stretch * pairs.difference(p, axis, x);
              pairs.push(p, axis, change, byInput);
            }
          }
          if (gradient != null) {
            force.reverse(pairs);
          }
        });
    if (inputCotangent != null) {
      inputCotangent.write(byInput);
    }
    if (gradient != null) {
      force.flush(gradient);
      try (Vector sum = parameterGradient.sibling()) {
        sum.write(gradient);
        parameterGradient.add(1, sum);
      }
    }
  }

  private void forEachBlock(
      BatchShape shape, double[] time, double[] x, Consumer<PairBlock> visitor) {
    shape.requireTimes(time);
    block.clear();
    for (int m = 0; m < shape.molecules(); m++) {
      for (int i = shape.offset(m); i < shape.offset(m + 1); i++) {
        for (int j = i + 1; j < shape.offset(m + 1); j++) {
          if (block.isClosedFor(time[m])) {
            visitor.accept(block);
            block.clear();
          }
          block.add(m, time[m], i, j, x);
        }
      }
    }
    if (block.size() > 0) {
      visitor.accept(block);
    }
  }

  private double[] rows(BatchShape shape, Vector vector) {
    shape.requireElements(vector.length(), dimensions);
    return array(vector);
  }

  private static double[] array(Vector vector) {
    double[] values = new double[vector.length()];
    vector.read(values);
    return values;
  }

  private void requireParameters(int length) {
    if (length != parameterCount) {
      throw new IllegalArgumentException(
          "the network has " + parameterCount + " parameters, not " + length);
    }
  }

  private static void requireMolecules(BatchShape shape, Vector vector) {
    if (vector.length() != shape.molecules()) {
      throw new IllegalArgumentException(
          shape.molecules() + " molecules need as many traces, not " + vector.length());
    }
  }

  @Override
  public void close() {
    // nothing is held
  }
}

package org.enf.core.testing;

import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.Engine;
import org.enf.core.egnn.Network;
import org.enf.core.egnn.NetworkSettings;
import org.enf.core.vector.Vector;

/** A network that is asked with plain arrays. */
public final class ArrayNetwork implements AutoCloseable {
  private final Engine engine;
  private final Network network;

  /** A network of an engine with these parameters. */
  public ArrayNetwork(Engine engine, NetworkSettings settings, double[] parameters) {
    this(engine, engine.network(settings), parameters);
  }

  /** This network, which is closed with it, with these parameters. */
  public ArrayNetwork(Engine engine, Network network, double[] parameters) {
    this.engine = engine;
    this.network = network;
    setParameters(parameters);
  }

  /** A value and its derivative along a direction. */
  public record Product(double[] value, double[] tangent) {}

  /** The gradient by the input and by the parameters. */
  public record Gradient(double[] input, double[] parameters) {}

  /** The network itself. */
  public Network network() {
    return network;
  }

  /** Takes over other parameters. */
  public void setParameters(double[] parameters) {
    try (Vector vector = engine.vector(parameters)) {
      network.setParameters(vector);
    }
  }

  /** See {@link Network#value}. */
  public double[] value(BatchShape shape, double[] time, double[] input) {
    try (Vector in = engine.vector(input);
        Vector out = output(shape)) {
      network.value(shape, time, in, out);
      return array(out);
    }
  }

  /** See {@link Network#jvp}. */
  public Product jvp(BatchShape shape, double[] time, double[] input, double[] tangent) {
    try (Vector in = engine.vector(input);
        Vector direction = engine.vector(tangent);
        Vector out = output(shape);
        Vector derivative = out.sibling()) {
      network.jvp(shape, time, in, direction, out, derivative);
      return new Product(array(out), array(derivative));
    }
  }

  /** See {@link Network#trace}: the value, and the trace of each molecule. */
  public Product trace(BatchShape shape, double[] time, double[] input) {
    try (Vector in = engine.vector(input);
        Vector out = output(shape);
        Vector trace = engine.vector(shape.molecules())) {
      network.trace(shape, time, in, out, trace);
      return new Product(array(out), array(trace));
    }
  }

  /** See {@link Network#vjp}: the value, and the product. */
  public Product valueAndVjp(BatchShape shape, double[] time, double[] input, double[] cotangent) {
    try (Vector in = engine.vector(input);
        Vector a = engine.vector(cotangent);
        Vector out = output(shape);
        Vector byInput = in.sibling()) {
      network.vjp(shape, time, in, a, out, byInput);
      return new Product(array(out), array(byInput));
    }
  }

  /** The vector-Jacobian product: {@link Network#reverse} without a tangent. */
  public Gradient vjp(BatchShape shape, double[] time, double[] input, double[] cotangent) {
    try (Vector in = engine.vector(input);
        Vector a = engine.vector(cotangent);
        Vector byInput = in.sibling();
        Vector byParameters = engine.vector(network.parameterCount())) {
      network.reverse(shape, time, in, null, a, null, byInput, byParameters);
      return new Gradient(array(byInput), array(byParameters));
    }
  }

  /** A value and the gradient of a loss of it by the parameters. */
  public record Regression(double[] value, double[] parameters) {}

  /** See {@link Network#leastSquares}. */
  public Regression leastSquares(
      BatchShape shape, double[] time, double[] input, double[] target, double[] weights) {
    try (Vector in = engine.vector(input);
        Vector wanted = engine.vector(target);
        Vector out = output(shape);
        Vector byParameters = engine.vector(network.parameterCount())) {
      network.leastSquares(shape, time, in, wanted, weights, out, byParameters);
      return new Regression(array(out), array(byParameters));
    }
  }

  /** See {@link Network#reverse}. */
  public Gradient reverse(
      BatchShape shape,
      double[] time,
      double[] input,
      double[] tangent,
      double[] outputCotangent,
      double[] tangentCotangent) {
    try (Vector in = engine.vector(input);
        Vector direction = engine.vector(tangent);
        Vector a = engine.vector(outputCotangent);
        Vector b = engine.vector(tangentCotangent);
        Vector byInput = in.sibling();
        Vector byParameters = engine.vector(network.parameterCount())) {
      network.reverse(shape, time, in, direction, a, b, byInput, byParameters);
      return new Gradient(array(byInput), array(byParameters));
    }
  }

  /** The elements of a vector. */
  public static double[] array(Vector vector) {
    double[] elements = new double[vector.length()];
    vector.read(elements);
    return elements;
  }

  private Vector output(BatchShape shape) {
    return engine.vector(shape.atoms() * network.outputWidth());
  }

  @Override
  public void close() {
    network.close();
  }
}

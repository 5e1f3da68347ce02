package org.enf.core.testing;

import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.Engine;
import org.enf.core.egnn.Network;
import org.enf.core.egnn.NetworkSettings;
import org.enf.core.vector.Precision;
import org.enf.core.vector.Vector;

/** An engine whose networks find no memory, and tell so as ND4J does on a GPU. */
public final class StarvedEngine implements Engine {
  /** What ND4J says. */
  public static final String MESSAGE = "[DEVICE] allocation failed; Error code: [2]";

  private final PlainEngine engine = new PlainEngine();

  @Override
  public String name() {
    return "starved";
  }

  @Override
  public String description() {
    return "an engine without memory";
  }

  @Override
  public Precision precision() {
    return engine.precision();
  }

  @Override
  public Vector vector(int length) {
    return engine.vector(length);
  }

  @Override
  public Network network(NetworkSettings settings) {
    return new StarvedNetwork(engine.network(settings));
  }

  @Override
  public void close() {
    engine.close();
  }

  private record StarvedNetwork(Network network) implements Network {
    private static RuntimeException exhausted() {
      return new RuntimeException(MESSAGE);
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
      throw exhausted();
    }

    @Override
    public void jvp(
        BatchShape shape,
        double[] time,
        Vector input,
        Vector tangent,
        Vector output,
        Vector outputTangent) {
      throw exhausted();
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
      throw exhausted();
    }

    @Override
    public void close() {
      network.close();
    }
  }
}

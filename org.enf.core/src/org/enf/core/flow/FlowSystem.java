package org.enf.core.flow;

import java.util.Arrays;
import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.Engine;
import org.enf.core.egnn.Network;
import org.enf.core.ode.OdeSystem;
import org.enf.core.ode.ReversibleSystem;
import org.enf.core.ode.State;
import org.enf.core.vector.Vector;

/** The right-hand sides that a flow integrates: the velocity, alone or with the trace. */
final class FlowSystem {
  private FlowSystem() {}

  private static double[] everywhere(BatchShape shape, double t) {
    double[] time = new double[shape.molecules()];
    Arrays.fill(time, t);
    return time;
  }

  /** The velocity alone; the state has one part, [atoms × width]. */
  static final class Velocity implements OdeSystem {
    private final Network network;
    private final BatchShape shape;

    Velocity(Network network, BatchShape shape) {
      this.network = network;
      this.shape = shape;
    }

    @Override
    public void derivative(double t, State y, State derivative) {
      network.value(shape, everywhere(shape, t), y.part(0), derivative.part(0));
    }
  }

  /** Velocity and εᵀJε; the state has a second part, one element a molecule. */
  static final class Hutchinson implements ReversibleSystem, AutoCloseable {
    private final Network network;
    private final BatchShape shape;
    private final int[] offsets;
    private final Vector noise;
    private final Vector product;
    private final Vector parameterGradient;

    /**
     * A system.
     *
     * @param parameterGradient receives the gradient by the parameters in the reverse pass, or null
     */
    Hutchinson(
        Engine engine,
        Network network,
        BatchShape shape,
        double[] noise,
        Vector parameterGradient) {
      this.network = network;
      this.shape = shape;
      this.parameterGradient = parameterGradient;
      offsets = shape.elementOffsets(network.inputWidth());
      this.noise = engine.vector(noise);
      product = this.noise.sibling();
    }

    @Override
    public void derivative(double t, State y, State derivative) {
      network.jvp(shape, everywhere(shape, t), y.part(0), noise, derivative.part(0), product);
      derivative.part(1).setSegmentDots(noise, product, offsets);
    }

    @Override
    public void reverse(double t, State y, State cotangent, State stateCotangent) {
      product.setSegmentScaled(cotangent.part(1), noise, offsets);
      network.reverse(
          shape,
          everywhere(shape, t),
          y.part(0),
          noise,
          cotangent.part(0),
          product,
          stateCotangent.part(0),
          parameterGradient);
      stateCotangent.part(1).fill(0);
    }

    @Override
    public void close() {
      noise.close();
      product.close();
    }
  }

  /** Velocity and tr J by one product for each degree of freedom of the largest molecule. */
  static final class ExactTrace implements OdeSystem, AutoCloseable {
    private final Network network;
    private final BatchShape shape;
    private final int[] offsets;
    private final Vector[] directions;
    private final Vector product;
    private final Vector diagonal;

    ExactTrace(Engine engine, Network network, BatchShape shape) {
      this.network = network;
      this.shape = shape;
      int width = network.inputWidth();
      offsets = shape.elementOffsets(width);
      int largest = 0;
      for (int b = 0; b < shape.molecules(); b++) {
        largest = Math.max(largest, shape.size(b));
      }
      directions = new Vector[largest * width];
      for (int k = 0; k < directions.length; k++) {
        double[] direction = new double[shape.atoms() * width];
        for (int b = 0; b < shape.molecules(); b++) {
          if (k < shape.size(b) * width) {
            direction[offsets[b] + k] = 1;
          }
        }
        directions[k] = engine.vector(direction);
      }
      product = engine.vector(shape.atoms() * width);
      diagonal = engine.vector(shape.molecules());
    }

    @Override
    public void derivative(double t, State y, State derivative) {
      double[] time = everywhere(shape, t);
      derivative.part(1).fill(0);
      for (Vector direction : directions) {
        network.jvp(shape, time, y.part(0), direction, derivative.part(0), product);
        diagonal.setSegmentDots(direction, product, offsets);
        derivative.part(1).add(1, diagonal);
      }
    }

    @Override
    public void close() {
      for (Vector direction : directions) {
        direction.close();
      }
      product.close();
      diagonal.close();
    }
  }
}

package org.enf.core.flow;

import java.util.Arrays;
import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.Engine;
import org.enf.core.egnn.Network;
import org.enf.core.ode.OdeSystem;
import org.enf.core.ode.State;
import org.enf.core.vector.Vector;

/**
 * A right-hand side that a flow integrates for a batch. The first part of the state is [atoms ×
 * width]; further parts have one element a molecule.
 */
abstract class FlowSystem implements OdeSystem, AutoCloseable {
  final Engine engine;
  final Network network;
  final BatchShape shape;
  private final double[] time;

  FlowSystem(Engine engine, Network network, BatchShape shape) {
    this.engine = engine;
    this.network = network;
    this.shape = shape;
    time = new double[shape.molecules()];
  }

  /** The velocity, with the trace if an estimator is given. */
  static FlowSystem of(Engine engine, Network network, BatchShape shape, TraceEstimator trace) {
    return trace == null
        ? new VelocitySystem(engine, network, shape)
        : new TracedSystem(engine, network, shape, trace, Regularisation.NONE, null);
  }

  /** How many parts with one element a molecule the state has beside the rows. */
  abstract int integrals();

  /** How many notes as long as the rows its derivatives have. */
  abstract int notes();

  /** A state at these rows, all integrals zero. The caller closes it. */
  final State state(double[] rows) {
    Vector[] parts = new Vector[1 + integrals()];
    parts[0] = engine.vector(rows);
    for (int p = 1; p < parts.length; p++) {
      parts[p] = engine.vector(shape.molecules());
    }
    Vector[] notes = new Vector[notes()];
    Arrays.setAll(notes, k -> engine.vector(rows.length));
    return new State(parts, notes);
  }

  /** Computes the right-hand side with a time for each molecule. */
  abstract void derivative(double[] times, State y, State derivative);

  /** One time for all molecules; valid until the next call. */
  final double[] everywhere(double t) {
    Arrays.fill(time, t);
    return time;
  }

  @Override
  public final void derivative(double t, State y, State derivative) {
    derivative(everywhere(t), y, derivative);
  }

  @Override
  public void close() {
    // a system of the velocity alone holds nothing
  }

  /** The velocity alone. */
  private static final class VelocitySystem extends FlowSystem {
    VelocitySystem(Engine engine, Network network, BatchShape shape) {
      super(engine, network, shape);
    }

    @Override
    int integrals() {
      return 0;
    }

    @Override
    int notes() {
      return 0;
    }

    @Override
    void derivative(double[] times, State y, State derivative) {
      network.value(shape, times, y.part(0), derivative.part(0));
    }
  }
}

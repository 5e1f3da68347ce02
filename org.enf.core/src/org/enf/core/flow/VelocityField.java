package org.enf.core.flow;

import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.Engine;
import org.enf.core.egnn.Network;
import org.enf.core.ode.State;

/** The velocity of a flow for one batch, for those who take its steps themselves. */
public final class VelocityField implements AutoCloseable {
  private final FlowSystem system;
  private final State state;
  private final State slope;

  VelocityField(Engine engine, Network network, BatchShape shape) {
    system = FlowSystem.of(engine, network, shape, null);
    state = system.state(new double[shape.atoms() * network.inputWidth()]);
    slope = state.sibling();
  }

  /**
   * Computes dy/dt.
   *
   * @param time 0 (data) to 1 (latent variables)
   * @param rows [atoms × width]
   * @param velocity [atoms × width], overwritten
   */
  public void at(double time, double[] rows, double[] velocity) {
    state.part(0).write(rows);
    system.derivative(time, state, slope);
    slope.part(0).read(velocity);
  }

  @Override
  public void close() {
    system.close();
    state.close();
    slope.close();
  }
}

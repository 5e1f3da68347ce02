package org.enf.core.flow;

import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.DivergenceNetwork;
import org.enf.core.egnn.Network;
import org.enf.core.ode.State;
import org.enf.core.vector.Vector;

/** The exact trace; it can be gone back where the network has it in closed form. */
record ExactTrace(Network network, BatchShape shape) implements TraceTerm {
  @Override
  public int integrals() {
    return 1;
  }

  @Override
  public int notes() {
    return 0;
  }

  @Override
  public void derivative(double[] times, Vector rows, State derivative) {
    network.trace(shape, times, rows, derivative.part(0), derivative.part(1));
  }

  @Override
  public void reverse(
      double[] times,
      Vector rows,
      State derivative,
      Vector velocityCotangent,
      State cotangent,
      Vector rowsCotangent,
      Vector parameterGradient) {
    ((DivergenceNetwork) network)
        .reverseTrace(
            shape,
            times,
            rows,
            velocityCotangent,
            cotangent.part(1),
            rowsCotangent,
            parameterGradient);
  }

  @Override
  public void close() {
    // nothing is held
  }
}

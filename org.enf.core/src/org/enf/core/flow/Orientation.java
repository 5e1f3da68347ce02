package org.enf.core.flow;

import org.enf.core.egnn.Network;

/**
 * Which way along the flow the layers of its network move the atoms. Both ways describe the same
 * flows, from data at t = 0 to latent variables at t = 1, but not with the same networks.
 */
public enum Orientation {
  /** Towards the latent variables: the network is the velocity dy/dt, as in the paper. */
  TO_LATENT {
    @Override
    public Network velocity(Network network) {
      return network;
    }
  },
  /**
   * Towards the data: the network is −dy/dt at the time 1 − t. Each layer sees distances of a
   * molecule that the layers before have already made cleaner.
   */
  TO_DATA {
    @Override
    public Network velocity(Network network) {
      return new ReversedNetwork(network);
    }
  };

  /**
   * The velocity dy/dt of the flow.
   *
   * @param network is closed with it
   */
  public abstract Network velocity(Network network);
}

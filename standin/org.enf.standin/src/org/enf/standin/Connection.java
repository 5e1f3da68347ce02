package org.enf.standin;

/**
 * A connection of two nodes.
 *
 * @param source the node before
 * @param sourcePort its output; 0 is that of flow variables
 * @param target the node behind
 * @param targetPort its input; 0 is that of flow variables
 */
public record Connection(int source, int sourcePort, int target, int targetPort) {
  @Override
  public String toString() {
    return source + "(" + sourcePort + ") -> " + target + "( " + targetPort + ")";
  }
}

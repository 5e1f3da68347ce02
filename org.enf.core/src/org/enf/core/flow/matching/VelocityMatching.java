package org.enf.core.flow.matching;

import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.Engine;
import org.enf.core.egnn.Network;
import org.enf.core.vector.Vector;

/**
 * The loss of conditional flow matching, Σ_k w_k · mean_i (f_ik(t, y_t) − dy_ik/dt)² over atoms i
 * and columns k, and its gradient (Lipman et al. 2023, eq. 9). Its minimum over all f is the
 * velocity of a flow from the data to the noise.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class VelocityMatching {
  private final Engine engine;
  private final Network network;
  private final ConditionalPath path;
  private final double[] columnWeights;

  /**
   * A loss.
   *
   * @param network the velocity f, with parameters that the caller sets
   * @param columnWeights w, one for each column
   * @throws IllegalArgumentException if there are too few or too many weights
   */
  public VelocityMatching(
      Engine engine, Network network, ConditionalPath path, double[] columnWeights) {
    network.requireColumns(columnWeights);
    this.engine = engine;
    this.network = network;
    this.path = path;
    this.columnWeights = columnWeights.clone();
  }

  /**
   * The loss of pairs and its gradient.
   *
   * @param time of each molecule
   * @param data [atoms × width], positions with zero mean
   * @param noise [atoms × width], positions with zero mean
   * @param gradient the first elements are overwritten by the gradient by the network's parameters
   * @return the loss
   */
  public double gradient(
      BatchShape shape, double[] time, double[] data, double[] noise, double[] gradient) {
    double[] state = new double[data.length];
    double[] velocity = new double[data.length];
    path.at(shape, time, data, noise, state, velocity);
    double[] weights = columnWeights.clone();
    for (int k = 0; k < weights.length; k++) {
      weights[k] *= 2.0 / shape.atoms();
    }
    double[] found = new double[data.length];
    double[] byParameters = new double[network.parameterCount()];
    try (Vector input = engine.vector(state);
        Vector target = engine.vector(velocity);
        Vector output = engine.vector(data.length);
        Vector sum = engine.vector(network.parameterCount())) {
      network.leastSquares(shape, time, input, target, weights, output, sum);
      output.read(found);
      sum.read(byParameters);
    }
    System.arraycopy(byParameters, 0, gradient, 0, byParameters.length);
    double loss = 0;
    for (int k = 0; k < found.length; k++) {
      double difference = found[k] - velocity[k];
      loss += 0.5 * weights[k % weights.length] * difference * difference;
    }
    return loss;
  }
}

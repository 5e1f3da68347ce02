package org.enf.core.training;

import java.util.List;
import org.enf.core.egnn.HiddenBlock;

/**
 * Muon (Jordan et al., "Muon: An optimizer for hidden layers in neural networks", 2024): the step
 * of a weight is its momentum with all singular values near one, so that directions in which the
 * gradient is small are learnt as fast as others.
 *
 * <p>Steps are scaled to the size of those of {@link AdamW}, whose learning rate and weight decay
 * they share (Liu et al., "Muon is Scalable for LLM Training", 2025, eq. 4).
 */
public final class Muon {
  private static final double MEMORY = 0.95;
  private static final double ADAM_SIZE = 0.2;

  private final double[] momentum;

  /** A fresh optimiser for this many parameters, of which it moves the hidden weights. */
  public Muon(int parameters) {
    this(new double[parameters]);
  }

  /** An optimiser that goes on from this momentum, which it takes over. */
  public Muon(double[] momentum) {
    this.momentum = momentum;
  }

  /**
   * Moves the hidden weights, in place.
   *
   * @param gradient that of the hidden weights is zero afterwards, so that no other optimiser moves
   *     them again
   */
  void step(double[] parameters, double[] gradient, double learningRate, HiddenWeights hidden) {
    for (HiddenWeights.Group group : hidden.groups()) {
      List<HiddenBlock> blocks = group.blocks();
      float[][] copies = group.copies();
      for (int k = 0; k < copies.length; k++) {
        remember(blocks.get(k), gradient, copies[k]);
      }
      group.orthogonaliser().orthogonalise(copies);
      for (int k = 0; k < copies.length; k++) {
        move(parameters, blocks.get(k), copies[k], learningRate);
      }
    }
  }

  /** Nesterov's momentum. */
  private void remember(HiddenBlock block, double[] gradient, float[] copy) {
    int size = block.size();
    for (int i = 0; i < size; i++) {
      int row = block.row(i);
      for (int j = 0; j < size; j++) {
        double g = (1 - MEMORY) * gradient[row + j];
        double mean = MEMORY * momentum[row + j] + g;
        momentum[row + j] = mean;
        gradient[row + j] = 0;
        copy[i * size + j] = (float) (MEMORY * mean + g);
      }
    }
  }

  private static void move(
      double[] parameters, HiddenBlock block, float[] direction, double learningRate) {
    int size = block.size();
    double factor = learningRate * ADAM_SIZE * Math.sqrt(size);
    for (int i = 0; i < size; i++) {
      int row = block.row(i);
      for (int j = 0; j < size; j++) {
        parameters[row + j] -= factor * direction[i * size + j];
      }
    }
  }

  /** The mean of the gradients of the hidden weights, zero elsewhere; a view. */
  public double[] momentum() {
    return momentum;
  }
}

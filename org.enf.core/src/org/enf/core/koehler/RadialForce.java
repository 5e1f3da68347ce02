package org.enf.core.koehler;

/** The function F(d, t) of {@link PairDynamics}, with what its networks need of its derivatives. */
interface RadialForce {
  /** Takes over new parameters. */
  void setParameters(double[] parameters);

  /**
   * Computes F and its derivatives by d at the distances of a block.
   *
   * @param derivatives the highest derivative that is wanted, 0 to 2
   */
  void evaluate(PairBlock block, int derivatives);

  /**
   * Collects the gradient of Σ byValue·F + byFirst·F′ over the pairs of a block by the parameters.
   * {@link #evaluate} has been called for this block with two derivatives just before.
   */
  void reverse(PairBlock block);

  /** Adds what {@link #reverse} has collected to a gradient, and starts anew. */
  void flush(double[] gradient);
}

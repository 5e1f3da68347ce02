package org.enf.core.flow;

import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.Engine;
import org.enf.core.egnn.Network;
import org.enf.core.ode.State;
import org.enf.core.vector.Vector;

/**
 * Hutchinson's estimate, the mean over K probes ε: of ⟨ε, Jε⟩ by a directional derivative or, where
 * |Jᵀε|² is wanted too, of ⟨Jᵀε, ε⟩ by a vector-Jacobian product.
 *
 * <p>With w = Jᵀε both are functions of w, so the way back is the gradient of ⟨v, Jᵀε⟩ where v is
 * the gradient by w; where it depends on w itself, w was noted on the way there.
 */
final class HutchinsonTrace implements TraceTerm {
  private final Network network;
  private final BatchShape shape;
  private final int[] offsets;
  private final Vector[] probes;
  private final boolean jacobian;
  private final Vector product;
  private final Vector direction;
  private final Vector sum;
  private final Vector zero;
  private final Vector factors;
  private final Vector dots;

  HutchinsonTrace(
      Engine engine,
      Network network,
      BatchShape shape,
      TraceEstimator.Hutchinson noise,
      boolean jacobian) {
    this.network = network;
    this.shape = shape;
    this.jacobian = jacobian;
    offsets = shape.elementOffsets(network.inputWidth());
    probes = new Vector[noise.probes().length];
    for (int k = 0; k < probes.length; k++) {
      probes[k] = engine.vector(noise.probes()[k]);
    }
    product = probes[0].sibling();
    direction = probes[0].sibling();
    sum = probes[0].sibling();
    zero = probes[0].sibling();
    factors = engine.vector(shape.molecules());
    dots = engine.vector(shape.molecules());
  }

  @Override
  public int integrals() {
    return jacobian ? 2 : 1;
  }

  @Override
  public int notes() {
    return jacobian ? probes.length : 0;
  }

  @Override
  public void derivative(double[] times, Vector rows, State derivative) {
    Vector velocity = derivative.part(0);
    derivative.part(1).fill(0);
    if (jacobian) {
      derivative.part(2).fill(0);
    }
    for (int k = 0; k < probes.length; k++) {
      Vector product = this.product;
      if (jacobian) {
        product = derivative.note(k);
        network.vjp(shape, times, rows, probes[k], velocity, product);
        addMean(product, product, derivative.part(2));
      } else {
        network.jvp(shape, times, rows, probes[k], velocity, product);
      }
      addMean(probes[k], product, derivative.part(1));
    }
  }

  private void addMean(Vector a, Vector b, Vector mean) {
    dots.setSegmentDots(a, b, offsets);
    mean.add(1.0 / probes.length, dots);
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
    for (int k = 0; k < probes.length; k++) {
      setDirection(k, derivative, cotangent);
      network.reverse(
          shape,
          times,
          rows,
          direction,
          k == 0 ? velocityCotangent : zero,
          probes[k],
          k == 0 ? rowsCotangent : sum,
          parameterGradient);
      if (k > 0) {
        rowsCotangent.add(1, sum);
      }
    }
  }

  /** The gradient by w = Jᵀε: (c ε + 2 d w) / K for the cotangents c of ⟨ε, w⟩ and d of |w|². */
  private void setDirection(int k, State derivative, State cotangent) {
    setFactors(1.0 / probes.length, cotangent.part(1));
    direction.setSegmentScaled(factors, probes[k], offsets);
    if (jacobian) {
      setFactors(2.0 / probes.length, cotangent.part(2));
      sum.setSegmentScaled(factors, derivative.note(k), offsets);
      direction.add(1, sum);
    }
  }

  private void setFactors(double factor, Vector cotangent) {
    factors.fill(0);
    factors.add(factor, cotangent);
  }

  @Override
  public void close() {
    for (Vector probe : probes) {
      probe.close();
    }
    product.close();
    direction.close();
    sum.close();
    zero.close();
    factors.close();
    dots.close();
  }
}

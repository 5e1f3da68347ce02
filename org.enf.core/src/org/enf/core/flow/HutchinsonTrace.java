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
 * the gradient by w.
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
  public void derivative(double[] times, Vector rows, State derivative) {
    Vector velocity = derivative.part(0);
    derivative.part(1).fill(0);
    if (jacobian) {
      derivative.part(2).fill(0);
      network.value(shape, times, rows, velocity);
    }
    for (Vector probe : probes) {
      if (jacobian) {
        network.reverse(shape, times, rows, null, probe, null, product, null);
        addMean(product, product, derivative.part(2));
      } else {
        network.jvp(shape, times, rows, probe, velocity, product);
      }
      addMean(probe, product, derivative.part(1));
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
      Vector velocityCotangent,
      State cotangent,
      Vector rowsCotangent,
      Vector parameterGradient) {
    for (int k = 0; k < probes.length; k++) {
      setDirection(times, rows, probes[k], cotangent);
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
  private void setDirection(double[] times, Vector rows, Vector probe, State cotangent) {
    setFactors(1.0 / probes.length, cotangent.part(1));
    direction.setSegmentScaled(factors, probe, offsets);
    if (jacobian) {
      network.reverse(shape, times, rows, null, probe, null, product, null);
      setFactors(2.0 / probes.length, cotangent.part(2));
      sum.setSegmentScaled(factors, product, offsets);
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

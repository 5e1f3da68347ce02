package org.enf.core.flow;

import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.DivergenceNetwork;
import org.enf.core.egnn.Engine;
import org.enf.core.egnn.Network;
import org.enf.core.ode.ReversibleSystem;
import org.enf.core.ode.State;
import org.enf.core.vector.Vector;

/**
 * Velocity and trace, with the terms of a regularisation: after rows and trace come |εᵀJ|² and then
 * |f|², each only if its weight is not zero.
 */
final class TracedSystem extends FlowSystem implements ReversibleSystem {
  private final TraceTerm trace;
  private final Regularisation regularisation;
  private final int[] offsets;
  private final Vector parameterGradient;
  private final Vector velocityCotangent;
  private final Vector factors;

  /**
   * A system.
   *
   * @param parameterGradient receives the gradient by the parameters in the reverse pass, or null
   * @throws IllegalArgumentException if the regularisation needs noise that there is not
   */
  TracedSystem(
      Engine engine,
      Network network,
      BatchShape shape,
      TraceEstimator estimator,
      Regularisation regularisation,
      Vector parameterGradient) {
    super(engine, network, shape);
    this.regularisation = regularisation;
    this.parameterGradient = parameterGradient;
    offsets = shape.elementOffsets(network.inputWidth());
    if (estimator instanceof TraceEstimator.Hutchinson noise) {
      trace = new HutchinsonTrace(engine, network, shape, noise, regularisation.hasJacobian());
    } else {
      if (regularisation.hasJacobian()) {
        throw new IllegalArgumentException(
            "the Jacobian regularisation needs the noise of Hutchinson's trace estimator; with the"
                + " exact trace its weight must be 0");
      }
      trace = new ExactTrace(network, shape);
    }
    boolean kinetic = regularisation.hasKinetic();
    velocityCotangent = kinetic ? engine.vector(offsets[shape.molecules()]) : null;
    factors = kinetic ? engine.vector(shape.molecules()) : null;
  }

  /**
   * Checks that a trace can be gone back.
   *
   * @throws IllegalArgumentException if not
   */
  static void requireReversible(Network network, TraceEstimator estimator) {
    if (estimator instanceof TraceEstimator.Exact && !(network instanceof DivergenceNetwork)) {
      throw new IllegalArgumentException(
          "this network knows no closed form of its divergence, so it cannot be trained with the"
              + " exact trace; use Hutchinson's estimator");
    }
  }

  @Override
  int integrals() {
    return trace.integrals() + (regularisation.hasKinetic() ? 1 : 0);
  }

  @Override
  int notes() {
    return trace.notes();
  }

  /** The part of the state with ∫ |εᵀJ|² dt, 0 for none. */
  int jacobianPart() {
    return regularisation.hasJacobian() ? 2 : 0;
  }

  /** The part of the state with ∫ |f|² dt, 0 for none. */
  int kineticPart() {
    return regularisation.hasKinetic() ? integrals() : 0;
  }

  @Override
  void derivative(double[] times, State y, State derivative) {
    trace.derivative(times, y.part(0), derivative);
    if (regularisation.hasKinetic()) {
      derivative
          .part(kineticPart())
          .setSegmentDots(derivative.part(0), derivative.part(0), offsets);
    }
  }

  @Override
  public void reverse(double t, State y, State derivative, State cotangent, State stateCotangent) {
    double[] times = everywhere(t);
    Vector byVelocity = cotangent.part(0);
    if (regularisation.hasKinetic()) {
      factors.fill(0);
      factors.add(2, cotangent.part(kineticPart()));
      velocityCotangent.setSegmentScaled(factors, derivative.part(0), offsets);
      velocityCotangent.add(1, cotangent.part(0));
      byVelocity = velocityCotangent;
    }
    trace.reverse(
        times,
        y.part(0),
        derivative,
        byVelocity,
        cotangent,
        stateCotangent.part(0),
        parameterGradient);
    for (int p = 1; p <= integrals(); p++) {
      stateCotangent.part(p).fill(0);
    }
  }

  @Override
  public void close() {
    trace.close();
    if (regularisation.hasKinetic()) {
      velocityCotangent.close();
      factors.close();
    }
  }
}

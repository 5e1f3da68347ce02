package org.enf.core.ode;

/** A right-hand side that can also be gone through backwards. */
public interface ReversibleSystem extends OdeSystem {
  /**
   * Computes the gradient of {@code ⟨cotangent, f(t, y)⟩} by y; what it is by the parameters of f
   * the system adds up for itself.
   *
   * @param derivative what {@link #derivative} gave for t and y, with its notes
   * @param cotangent the gradient by f(t, y)
   * @param stateCotangent overwritten by the gradient by y
   */
  void reverse(double t, State y, State derivative, State cotangent, State stateCotangent);
}

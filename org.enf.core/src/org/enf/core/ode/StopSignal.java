package org.enf.core.ode;

/** Says whether long work should end; asked before every evaluation of the right-hand side. */
@FunctionalInterface
public interface StopSignal {
  /** Never stops. */
  StopSignal NEVER = () -> false;

  /** Whether to stop now. */
  boolean requested();
}

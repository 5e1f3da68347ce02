package org.enf.core.ode;

import java.util.List;

/** Hears of each step that a solver keeps. */
@FunctionalInterface
public interface StepListener {
  /** Does nothing. */
  StepListener NONE = (t, h, before, slopes) -> {};

  /**
   * A step from t to t + h was accepted.
   *
   * @param h the length of the step, negative when going back in time
   * @param before the state at t; to be copied if it is to be kept
   * @param slopes what the right-hand side gave in each stage; to be copied if they are to be kept
   */
  void accepted(double t, double h, State before, List<State> slopes);
}

package org.enf.core.reference;

import org.enf.core.ode.AdaptiveSolver;
import org.enf.core.ode.ButcherTableau;
import org.enf.core.ode.OdeSolver;
import org.enf.core.ode.Tolerance;

/** The solver with which the reference computed the flows of its vectors. */
final class ReferenceSolver {
  static final OdeSolver TIGHT =
      new AdaptiveSolver(ButcherTableau.DOPRI5, new Tolerance(1e-9, 1e-9), 10_000);

  private ReferenceSolver() {}
}

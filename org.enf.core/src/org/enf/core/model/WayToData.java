package org.enf.core.model;

import java.util.function.Supplier;
import org.enf.core.dequantization.MoleculeFlow;
import org.enf.core.egnn.BatchShape;
import org.enf.core.ode.StopSignal;
import org.enf.core.ode.StoppedException;

/** How a batch of molecules is made from latent variables. */
interface WayToData {
  /**
   * Makes molecules; one for which that fails does not stop the others.
   *
   * @param latent [atoms × (3 + features)]
   * @param noise gives others like them, as often as it is asked
   * @throws StoppedException if asked to stop
   */
  MoleculeFlow.Generated generate(
      BatchShape shape, double[] latent, Supplier<double[]> noise, StopSignal stop);
}

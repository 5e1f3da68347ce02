package org.enf.core.model;

import java.util.function.Supplier;
import org.enf.core.egnn.BatchShape;
import org.enf.core.flow.ContinuousFlow;
import org.enf.core.ode.StopSignal;
import org.enf.core.ode.StoppedException;

/** How a batch comes from latent variables to data. */
interface WayToData {
  /**
   * Goes to data; a molecule for which that fails does not stop the others.
   *
   * @param latent [atoms × (3 + features)]
   * @param noise gives others like them, as often as it is asked
   * @throws StoppedException if asked to stop
   */
  ContinuousFlow.Images toData(
      BatchShape shape, double[] latent, Supplier<double[]> noise, StopSignal stop);
}

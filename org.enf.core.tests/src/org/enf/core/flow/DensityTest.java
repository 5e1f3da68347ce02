package org.enf.core.flow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.EgnnSettings;
import org.enf.core.ode.ButcherTableau;
import org.enf.core.ode.FixedStepSolver;
import org.enf.core.ode.StopSignal;
import org.enf.core.testing.ArrayNetwork;
import org.enf.core.testing.Closeness;
import org.enf.core.testing.LivelyParameters;
import org.enf.core.testing.Normals;
import org.enf.core.testing.PlainEngine;
import org.junit.Test;

/** The density of a flow of positions in the plane is one. */
public class DensityTest {
  private static final EgnnSettings SETTINGS = EgnnSettings.dynamics(2, 0, 1, 3);
  private static final FlowPrior PRIOR = new FlowPrior(2, 0);

  /** The proposal is a normal wider than the prior, and its density is known. */
  private static final double WIDTH = 1.2;

  @Test
  public void densityOfTwoAtomsInThePlaneIntegratesToOne() {
    assertIntegratesToOne(2, 3000);
  }

  @Test
  public void densityOfThreeAtomsInThePlaneIntegratesToOne() {
    assertIntegratesToOne(3, 3000);
  }

  private static void assertIntegratesToOne(int atoms, int samples) {
    BatchShape shape = BatchShape.uniform(samples, atoms);
    double[] rows = Normals.of(2 * shape.atoms(), 1);
    PRIOR.centre(shape, rows);
    double[] proposal = PRIOR.logDensity(shape, rows);
    int freedom = 2 * (atoms - 1);
    for (int k = 0; k < rows.length; k++) {
      rows[k] *= WIDTH;
    }
    double[] weights = density(shape, rows);
    for (int b = 0; b < samples; b++) {
      weights[b] = Math.exp(weights[b] - proposal[b] + freedom * Math.log(WIDTH));
    }
    double mean = Arrays.stream(weights).average().orElseThrow();
    double square = Arrays.stream(weights).map(w -> (w - mean) * (w - mean)).sum();
    double error = Math.sqrt(square) / samples;
    assertTrue("standard error " + error, error < 0.01);
    assertEquals("standard error " + error, 1, mean, 0.02);
  }

  /** log p of each molecule. */
  private static double[] density(BatchShape shape, double[] rows) {
    try (PlainEngine engine = new PlainEngine();
        ArrayNetwork network =
            new ArrayNetwork(engine, SETTINGS, LivelyParameters.of(SETTINGS, 2))) {
      ContinuousFlow.Image image =
          new ContinuousFlow(engine, network.network(), new FixedStepSolver(ButcherTableau.RK4, 3))
              .toLatent(shape, rows, new TraceEstimator.Exact(), StopSignal.NEVER);
      assertTrue("the flow does something", Closeness.largest(image.logDeterminants()) > 0.3);
      double[] density = PRIOR.logDensity(shape, image.rows());
      for (int b = 0; b < density.length; b++) {
        density[b] += image.logDeterminants()[b];
      }
      return density;
    }
  }
}

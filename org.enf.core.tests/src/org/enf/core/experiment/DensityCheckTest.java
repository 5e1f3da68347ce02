package org.enf.core.experiment;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.enf.core.egnn.Engine;
import org.enf.core.engine.Engines;
import org.enf.core.experiment.DensityCheck.Integral;
import org.enf.core.ode.SolverSettings;
import org.enf.core.ode.StopSignal;
import org.enf.core.ode.StoppedException;
import org.enf.core.particles.PositionSet;
import org.enf.core.vector.Precision;
import org.junit.Test;

/** The integral of the density of a flow that was trained a little. */
public class DensityCheckTest {
  private static final SolverSettings SOLVER = SolverSettings.fixed("rk4", 4);

  private static DensityCheck.Settings settings(int particles, int points) {
    return new DensityCheck.Settings(particles, 3, points, 1, SOLVER);
  }

  private static Integral integral(int particles) {
    try (Engine engine = Engines.open(Engines.AUTO, Precision.FLOAT, 1)) {
      return new DensityCheck(engine, settings(particles, 2_000)).run(StopSignal.NEVER);
    }
  }

  @Test
  public void densityOfATrainedFlowOfTwoParticlesIntegratesToOne() {
    assertOne(integral(2), 0.02);
  }

  @Test
  public void densityOfATrainedFlowOfThreeParticlesIntegratesToOne() {
    assertOne(integral(3), 0.06);
  }

  private static void assertOne(Integral found, double largestError) {
    assertEquals(30, found.steps());
    assertTrue(found.before() + " → " + found.after(), found.after() < found.before() - 0.2);
    assertTrue("standard error " + found.standardError(), found.standardError() < largestError);
    assertEquals(1, found.value(), 3 * found.standardError());
    assertTrue("share " + found.share(), found.share() > 0.1 && found.share() <= 1);
  }

  /** The mean of p / q over points of q is the integral of p: here of the wide normal itself. */
  @Test
  public void proposalHasTheDensityOfItsPoints() {
    PositionSet centres = PositionSet.of(2, 2, new double[] {1, 0, -1, 0, 0, 2, 0, -2});
    MixtureProposal proposal = new MixtureProposal(centres, 0.5, 2);
    MixtureProposal other = new MixtureProposal(centres, 0.4, 1.5);
    double[] points = proposal.draw(20_000, new SplittableRandom(1));
    double[] expected = proposal.density(points);
    double[] density = other.density(points);
    double mean = 0;
    for (int k = 0; k < expected.length; k++) {
      mean += density[k] / expected[k] / expected.length;
    }
    assertEquals(1, mean, 0.02);
    assertTrue(Arrays.stream(expected).allMatch(value -> value > 0));
  }

  @Test
  public void impossibleSettingsAreRefused() {
    assertRefused("number of particles must be 2 to 4, not 1", 1, 3, 100);
    assertRefused("number of epochs must be 1 to 1000, not 0", 2, 0, 100);
    assertRefused("number of points must be 2 to 10000000, not 1", 2, 3, 1);
  }

  private static void assertRefused(String expected, int particles, int epochs, int points) {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> new DensityCheck.Settings(particles, epochs, points, 0, SOLVER))
            .getMessage();
    assertTrue(message, message.contains(expected));
  }

  @Test
  public void aCheckCanBeStopped() {
    try (Engine engine = Engines.open(Engines.AUTO, Precision.FLOAT, 1)) {
      DensityCheck check = new DensityCheck(engine, settings(2, 100));
      assertThrows(StoppedException.class, () -> check.run(() -> true));
    }
  }
}

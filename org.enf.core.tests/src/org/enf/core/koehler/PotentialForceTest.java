package org.enf.core.koehler;

import static org.junit.Assert.assertEquals;

import java.util.Random;
import org.enf.core.testing.Closeness;
import org.junit.Test;

/** The interpolated force is the formula's, and falls off where the basis ends. */
public class PotentialForceTest {
  private static final SimpleDynamics SETTINGS = SimpleDynamics.paper(1);
  private static final int PLACES = 2000;

  @Test
  public void forceAndItsFirstDerivativeAreThoseOfThePotential() {
    double[] expected = new double[PLACES];
    double[] expectedFirst = new double[PLACES];
    double[] found = new double[PLACES];
    double[] foundFirst = new double[PLACES];
    // three times the size of fresh parameters, about what training makes of them
    double[] parameters = SETTINGS.initialise(new Random(1));
    for (int k = 0; k < parameters.length; k++) {
      parameters[k] *= 3;
    }
    Potential potential = new Potential(SETTINGS);
    potential.setParameters(parameters);
    PotentialForce force = new PotentialForce(SETTINGS);
    force.setParameters(parameters);
    PairBlock block = new PairBlock(1);
    double[] derivatives = new double[3];
    Random random = new Random(2);
    for (int k = 0; k < PLACES; k++) {
      block.clear();
      block.add(0, 0, 0, 1, new double[] {0.2 + 10 * random.nextDouble(), 0});
      force.evaluate(block, 2);
      double d = block.distance[0];
      potential.differentiate(new double[] {d}, 1, derivatives, 0);
      expected[k] = -2 * derivatives[0] / d;
      expectedFirst[k] = -2 * derivatives[1] / d + 2 * derivatives[0] / (d * d);
      found[k] = block.value[0];
      foundFirst[k] = block.first[0];
    }
    Closeness.assertClose("F", expected, found, 3e-11);
    Closeness.assertClose("F'", expectedFirst, foundFirst, 3e-9);
  }

  @Test
  public void farApartThereIsNoForce() {
    PotentialForce force = new PotentialForce(SETTINGS);
    force.setParameters(SETTINGS.initialise(new Random(1)));
    double last = SETTINGS.tableIntervals() * SETTINGS.tableStep();
    for (double d : new double[] {last - 0.001, last + 0.001, 1e6}) {
      PairBlock block = new PairBlock(1);
      block.add(0, 0, 0, 1, new double[] {d, 0});
      force.evaluate(block, 2);
      assertEquals("F at " + d, 0, block.value[0], 1e-15);
    }
  }
}

package org.enf.core.koehler;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.DivergenceNetwork;
import org.enf.core.testing.Closeness;
import org.enf.core.testing.FiniteDifferences;
import org.enf.core.testing.HeapVector;
import org.enf.core.testing.Normals;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;

/** Settings and initial values are the reference's, and the forces are those of the formulas. */
public class PairDynamicsTest {
  private static final double DISTANCE = 1.7;
  private static final double TIME = 0.35;

  @Test
  public void parameterCountsAreTheReferencesExceptTheOutputBiasThatMovesNothing() {
    assertEquals(5377 - 1, SimpleDynamics.paper(2).parameterCount());
    assertEquals(620, KernelDynamics.paper(2).parameterCount());
    assertEquals(620, KernelDynamics.lennardJones(3).parameterCount());
  }

  @Test
  public void lennardJonesCentresAreDenseWherePairsAreClose() {
    KernelDynamics dynamics = KernelDynamics.lennardJones(3);
    List<Double> centres = dynamics.distances().centres();
    assertEquals(6.5703125, centres.get(49), 1e-12);
    assertTrue(centres.get(10) < 0.4);
    assertEquals(0.3 + 48 * Math.pow((6.5703125 - 1.5) / 32, 2), widthAt(dynamics, 49), 1e-12);
    assertEquals(0.425 / Math.sqrt(10), dynamics.times().widths().get(0), 1e-15);
  }

  private static double widthAt(KernelDynamics dynamics, int k) {
    return dynamics.distances().widths().get(k);
  }

  @Test
  public void freshPerceptronsFillTheirRangesEvenly() {
    double[] all = SimpleDynamics.paper(3).initialise(new Random(1));
    double[] first = Arrays.copyOf(all, 64 * 51);
    double range = 1 / Math.sqrt(50);
    assertTrue(Closeness.largest(first) <= range);
    assertTrue(Closeness.largest(first) > 0.99 * range);
    double[] last = Arrays.copyOfRange(all, all.length - 32, all.length);
    assertTrue(Closeness.largest(last) <= 1 / Math.sqrt(32));
  }

  @Test
  public void freshKernelsHaveTheWidthsOfTheSettingsAndNoImportance() {
    double[] all = KernelDynamics.paper(3).initialise(new Random(1));
    assertEquals(Math.log(2), all[0], 1e-15);
    assertEquals(-Math.log(0.3), all[50], 1e-15);
    double squares = 0;
    for (int k = 60; k < 560; k++) {
      squares += all[k] * all[k];
    }
    assertEquals("variance of 500 weights", 0.02, squares / 500, 0.004);
    assertArrayEquals(new double[60], Arrays.copyOfRange(all, 560, 620), 0);
  }

  @Test
  public void theSeedDecidesFreshParameters() {
    for (PairDynamics dynamics : List.of(SimpleDynamics.paper(2), KernelDynamics.paper(2))) {
      double[] first = dynamics.initialise(new Random(1));
      assertArrayEquals(first, dynamics.initialise(new Random(1)), 0);
      assertNotEquals(Arrays.hashCode(first), Arrays.hashCode(dynamics.initialise(new Random(2))));
    }
  }

  @Test
  public void simpleForceIsTheNegativeGradientOfThePotentialOfBothOrders() {
    SimpleDynamics dynamics = SimpleDynamics.paper(1);
    double[] parameters = dynamics.initialise(new Random(3));
    double slope =
        FiniteDifferences.gradient(
            x -> 2 * potential(dynamics, parameters, Math.sqrt(x[0] * x[0] + 1e-6)),
            new double[] {DISTANCE})[0];
    double[] f = forces(dynamics, parameters, TIME);
    assertEquals(-slope, f[0], 1e-9 * Math.abs(slope));
    assertArrayEquals("no time in it", f, forces(dynamics, parameters, 0.9), 0);
  }

  /** φ(d), layer by layer. */
  private static double potential(SimpleDynamics s, double[] parameters, double d) {
    double[] in = new double[50];
    double sum = 0;
    for (int k = 0; k < 50; k++) {
      in[k] = Math.exp(-Math.pow((d - k * 8.0 / 49) / 0.5, 2)) + 1e-6;
      sum += in[k];
    }
    for (int k = 0; k < 50; k++) {
      in[k] /= sum;
    }
    int second = 64 * 51;
    double[] hidden = layer(parameters, 0, in, 64);
    double[] last = layer(parameters, second, hidden, 32);
    double result = 0;
    for (int k = 0; k < s.secondHidden(); k++) {
      result += parameters[second + 32 * 65 + k] * last[k];
    }
    return result;
  }

  /** tanh(W·x + b). */
  private static double[] layer(double[] parameters, int at, double[] x, int outputs) {
    double[] y = new double[outputs];
    for (int o = 0; o < outputs; o++) {
      double sum = parameters[at + outputs * x.length + o];
      for (int k = 0; k < x.length; k++) {
        sum += parameters[at + o * x.length + k] * x[k];
      }
      y[o] = Math.tanh(sum);
    }
    return y;
  }

  @Test
  public void kernelForceIsTheMixtureOfKernelsInDistanceAndTime() {
    KernelDynamics dynamics = KernelDynamics.lennardJones(1);
    double[] parameters = dynamics.initialise(new Random(3));
    double[] noise = Normals.of(parameters.length, 4);
    for (int k = 0; k < parameters.length; k++) {
      parameters[k] += 0.1 * noise[k];
    }
    double[] k =
        kernels(dynamics.distances(), parameters, 0, Math.sqrt(DISTANCE * DISTANCE + 1e-6));
    double[] t = kernels(dynamics.times(), parameters, 50, TIME);
    double expected = 0;
    for (int j = 0; j < 10; j++) {
      double inner = parameters[560 + j];
      for (int i = 0; i < 50; i++) {
        double importance = parameters[570 + i];
        inner += (k[i] + importance * importance) * parameters[60 + 10 * i + j];
      }
      expected += inner * t[j];
    }
    assertEquals(
        expected * DISTANCE, forces(dynamics, parameters, TIME)[0], 1e-12 * Math.abs(expected));
  }

  private static double[] kernels(RadialBasis basis, double[] parameters, int at, double x) {
    double[] kernels = new double[basis.size()];
    double sum = 1e-6;
    for (int k = 0; k < kernels.length; k++) {
      double u = (x - basis.centres().get(k)) * Math.exp(parameters[at + k]);
      kernels[k] = Math.exp(-u * u);
      sum += kernels[k];
    }
    for (int k = 0; k < kernels.length; k++) {
      kernels[k] /= sum;
    }
    return kernels;
  }

  /** On two atoms on a line, the first one to the right. */
  private static double[] forces(PairDynamics dynamics, double[] parameters, double time) {
    try (DivergenceNetwork network = dynamics.network();
        HeapVector theta = new HeapVector(parameters);
        HeapVector x = new HeapVector(DISTANCE, 0);
        HeapVector out = new HeapVector(0, 0)) {
      network.setParameters(theta);
      network.value(new BatchShape(2), new double[] {time}, x, out);
      return out.toArray();
    }
  }

  @Test
  public void settingsOutOfRangeAreRefusedByName() {
    RadialBasis basis = RadialBasis.even(0, 1, 2, 1);
    refused("dimensions must be 1 to 3, not 4", () -> SimpleDynamics.paper(4));
    refused("dimensions must be 1 to 3, not 0", () -> KernelDynamics.paper(0));
    refused("firstHidden must be 1 to 4096, not 0", () -> new SimpleDynamics(2, basis, 0, 1));
    refused("secondHidden must be 1 to 4096, not 0", () -> new SimpleDynamics(2, basis, 1, 0));
    refused("the number of centres must be", () -> new RadialBasis(List.of(), List.of()));
    refused("widths must be as many", () -> new RadialBasis(List.of(1.0), List.of()));
    refused("widths must be above 0", () -> RadialBasis.even(0, 1, 2, 0));
    refused("centres must be finite", () -> RadialBasis.even(0, Double.NaN, 2, 1));
    refused(
        "distances must reach over at most 2048 of their smallest widths",
        () -> new SimpleDynamics(2, RadialBasis.even(0, 8, 50, 1e-3), 1, 1));
  }

  private static void refused(String sentence, ThrowingRunnable call) {
    IllegalArgumentException error = assertThrows(IllegalArgumentException.class, call);
    assertTrue(error.getMessage(), error.getMessage().startsWith(sentence));
  }
}

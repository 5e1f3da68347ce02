package org.enf.core.particles;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.enf.core.testing.TestPaths;
import org.junit.Test;

/** Samples follow the density exp(−energy). */
public class MetropolisSamplerTest {
  private static double[] energies(ParticleSystem system, PositionSet set) {
    double[] energies = new double[set.size()];
    for (int k = 0; k < energies.length; k++) {
      energies[k] = system.energy(set.rows(k));
    }
    return energies;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double variance(double[] values) {
    double mean = mean(values);
    return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
  }

  @Test
  public void twoParticlesOnALineFollowTheKnownDensity() {
    // u = d²/2 up to a constant, so that the difference of the positions is standard normal
    ParticleSystem spring = new ParticleSystem("spring", 2, 1, new LennardJones(0, 1, 1));
    PositionSet set =
        new MetropolisSampler(spring, new MetropolisSettings(4, 500, 10, 5)).draw(20_000);
    double[] differences = new double[set.size()];
    double fourth = 0;
    for (int k = 0; k < differences.length; k++) {
      double[] row = set.rows(k);
      differences[k] = row[0] - row[1];
      fourth += Math.pow(differences[k], 4) / differences.length;
    }
    assertEquals(0, mean(differences), 0.05);
    assertEquals(1, variance(differences), 0.06);
    assertEquals(3, fourth, 0.4);
  }

  @Test
  public void virialTheoremHoldsForLennardJones() {
    // the mean of ⟨x, ∇U⟩ is the number of degrees of freedom, (13 − 1)·3
    PositionSet set =
        new MetropolisSampler(ParticleSystem.LJ13, new MetropolisSettings(5, 1_000, 20, 6))
            .draw(2_000);
    double[] virials = new double[set.size()];
    double[] gradient = new double[39];
    for (int k = 0; k < virials.length; k++) {
      double[] row = set.rows(k);
      ParticleSystem.LJ13.gradient(row, gradient);
      for (int i = 0; i < row.length; i++) {
        virials[k] += row[i] * gradient[i];
      }
    }
    double error = Math.sqrt(variance(virials) / virials.length);
    assertEquals(36, mean(virials), 6 * error);
  }

  @Test
  public void samplesHaveZeroMeanAndDependOnTheSeedOnly() {
    MetropolisSettings settings = new MetropolisSettings(3, 100, 5, 7);
    PositionSet set = new MetropolisSampler(ParticleSystem.LJ13, settings).draw(7);
    PositionSet more = new MetropolisSampler(ParticleSystem.LJ13, settings).draw(20);
    assertArrayEquals(set.values(), more.range(0, 7).values(), 0);
    PositionSet other =
        new MetropolisSampler(ParticleSystem.LJ13, new MetropolisSettings(3, 100, 5, 8)).draw(7);
    assertFalse(Arrays.equals(set.values(), other.values()));
    for (int k = 0; k < set.size(); k++) {
      for (int axis = 0; axis < 3; axis++) {
        double sum = 0;
        for (int i = 0; i < 13; i++) {
          sum += set.rows(k)[3 * i + axis];
        }
        assertEquals(0, sum, 1e-12);
      }
    }
  }

  @Test
  public void chainsDiffer() {
    PositionSet set =
        new MetropolisSampler(ParticleSystem.DW4, new MetropolisSettings(4, 10, 1, 9)).draw(4);
    for (int k = 1; k < 4; k++) {
      assertFalse(Arrays.equals(set.rows(0), set.rows(k)));
    }
  }

  @Test
  public void doubleWellSamplesAgreeWithTheSharedSet() throws IOException {
    agreesWithSharedSet(ParticleSystem.DW4, 20_000, "dw4.npy");
  }

  /** Energies and distances agree within five standard errors, each of both sets together. */
  private static void agreesWithSharedSet(ParticleSystem system, int count, String name)
      throws IOException {
    Path path = TestPaths.shared().resolve("data").resolve("particles").resolve(name);
    assumeTrue("no file " + path, Files.exists(path));
    PositionSet shared;
    try (NpyFile file = NpyFile.open(path)) {
      shared =
          PositionSet.of(system.particles(), system.dimensions(), file.read(0, (int) file.rows()));
    }
    PositionSet own =
        new MetropolisSampler(system, new MetropolisSettings(20, 1_000, 50, 10)).draw(count);
    double[] ours = energies(system, own);
    double[] theirs = energies(system, shared);
    double error = Math.sqrt(variance(ours) / ours.length + variance(theirs) / theirs.length);
    assertEquals("mean energy", mean(theirs), mean(ours), 5 * error);
    assertEquals("spread of energies", 1, variance(ours) / variance(theirs), 0.1);
    double[] shares = distanceShares(own);
    double[] expected = distanceShares(shared);
    for (int bin = 0; bin < shares.length; bin++) {
      // the pairs of one configuration count as one: their distances depend on each other
      double p = expected[bin];
      double allowed = 5 * Math.sqrt(p * (1 - p) * (1.0 / own.size() + 1.0 / shared.size())) + 1e-4;
      assertEquals("share of distances in bin " + bin, p, shares[bin], allowed);
    }
    assertTrue(shares[10] > 0);
  }

  private static double[] distanceShares(PositionSet set) {
    double[] shares = new double[50];
    for (int k = 0; k < set.size(); k++) {
      double[] distances = set.distances(k);
      for (double d : distances) {
        shares[(int) Math.min(49, d * 5)] += 1.0 / distances.length / set.size();
      }
    }
    return shares;
  }
}

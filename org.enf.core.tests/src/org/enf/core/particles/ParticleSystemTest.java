package org.enf.core.particles;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.enf.core.testing.FiniteDifferences;
import org.enf.core.testing.Normals;
import org.junit.Test;

/** The energies of DW4 and LJ13. */
public class ParticleSystemTest {
  private static final List<ParticleSystem> SYSTEMS =
      List.of(ParticleSystem.DW4, ParticleSystem.LJ13);

  /** Particles that do not overlap: far from the steep part of the Lennard-Jones energy. */
  private static double[] spread(ParticleSystem system, long seed) {
    double[] positions = Normals.of(system.values(), seed);
    for (int i = 0; i < system.particles(); i++) {
      for (int axis = 0; axis < system.dimensions(); axis++) {
        int cell = axis == 0 ? i % 3 : axis == 1 ? i / 3 % 3 : i / 9;
        int at = i * system.dimensions() + axis;
        positions[at] = 2 * cell + 0.2 * positions[at];
      }
    }
    return positions;
  }

  @Test
  public void gradientIsThatOfTheEnergy() {
    for (ParticleSystem system : SYSTEMS) {
      double[] positions = spread(system, 1);
      double[] gradient = new double[positions.length];
      system.gradient(positions, gradient);
      double[] expected = FiniteDifferences.gradient(system::energy, positions);
      assertArrayEquals(system.name(), expected, gradient, 1e-6);
    }
  }

  @Test
  public void energyIsInvariantUnderRotationTranslationAndPermutation() {
    for (ParticleSystem system : SYSTEMS) {
      double[] positions = spread(system, 2);
      double[] changed = positions.clone();
      for (int i = 0; i < system.particles(); i++) {
        int at = i * system.dimensions();
        double x = changed[at];
        double y = changed[at + 1];
        changed[at] = 0.6 * x - 0.8 * y;
        changed[at + 1] = 0.8 * x + 0.6 * y;
      }
      int width = system.dimensions();
      for (int k = 0; k < changed.length; k++) {
        changed[k] += 0.7 - k % width;
      }
      for (int axis = 0; axis < width; axis++) {
        double first = changed[axis];
        changed[axis] = changed[2 * width + axis];
        changed[2 * width + axis] = first;
      }
      double energy = system.energy(positions);
      assertEquals(system.name(), energy, system.energy(changed), 1e-10 * Math.abs(energy));
    }
  }

  @Test
  public void energyIsInvariantUnderReflection() {
    for (ParticleSystem system : SYSTEMS) {
      double[] positions = spread(system, 4);
      double[] mirrored = Arrays.stream(positions).map(x -> -x).toArray();
      assertEquals(system.name(), system.energy(positions), system.energy(mirrored), 1e-10);
    }
  }

  @Test
  public void doubleWellHasItsBarrierAtFourAndItsWellsBeside() {
    DoubleWell well = (DoubleWell) ParticleSystem.DW4.potential();
    double half = Math.sqrt(4 / 1.8);
    assertEquals(0, well.energy(16), 0);
    assertEquals(-4 * 4 / (4 * 0.9), well.energy((4 + half) * (4 + half)), 1e-12);
    assertEquals(well.energy((4 - half) * (4 - half)), well.energy((4 + half) * (4 + half)), 1e-12);
  }

  @Test
  public void fourParticlesOnASquareHaveTheSumOfTheirPairs() {
    double[] square = {0, 0, 3, 0, 0, 3, 3, 3};
    double side = 0.9 - 4;
    double diagonal = 3 * Math.sqrt(2) - 4;
    double expected = 4 * side + 2 * (0.9 * Math.pow(diagonal, 4) - 4 * diagonal * diagonal);
    assertEquals(expected, ParticleSystem.DW4.energy(square), 1e-12);
  }

  @Test
  public void lennardJonesEnergyIsThatOfThePaper() {
    double[] positions = spread(ParticleSystem.LJ13, 5);
    double pairs = 0;
    double[] mean = new double[3];
    for (int i = 0; i < 13; i++) {
      for (int axis = 0; axis < 3; axis++) {
        mean[axis] += positions[3 * i + axis] / 13;
      }
      for (int j = 0; j < 13; j++) {
        if (i != j) {
          double d = 0;
          for (int axis = 0; axis < 3; axis++) {
            d += Math.pow(positions[3 * i + axis] - positions[3 * j + axis], 2);
          }
          d = Math.sqrt(d);
          pairs += 0.5 * (Math.pow(1 / d, 12) - 2 * Math.pow(1 / d, 6));
        }
      }
    }
    double oscillator = 0;
    for (int k = 0; k < positions.length; k++) {
      oscillator += 0.5 * Math.pow(positions[k] - mean[k % 3], 2);
    }
    assertEquals(pairs + oscillator, ParticleSystem.LJ13.energy(positions), 1e-10);
  }

  @Test
  public void aSystemRefusesPositionsOfAnotherSize() {
    assertThrows(IllegalArgumentException.class, () -> ParticleSystem.DW4.energy(new double[39]));
    assertThrows(
        IllegalArgumentException.class,
        () -> new ParticleSystem("x", 1, 2, ParticleSystem.DW4.potential()));
    assertThrows(IllegalArgumentException.class, () -> new DoubleWell(0, -4, 0, 4));
    assertThrows(IllegalArgumentException.class, () -> new LennardJones(1, 1, 0));
  }
}

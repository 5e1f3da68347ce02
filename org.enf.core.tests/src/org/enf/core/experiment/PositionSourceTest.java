package org.enf.core.experiment;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.enf.core.experiment.ParticleFile.Layout;
import org.enf.core.molecule.Element;
import org.enf.core.molecule.Molecule;
import org.enf.core.particles.ParticleSystem;
import org.enf.core.particles.PositionSet;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Which samples are for what. */
public class PositionSourceTest {
  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  /** Row k of the file holds four particles on a line, k + 1 apart. */
  private Path file(int rows) throws IOException {
    byte[] header =
        ("{'descr': '<f8', 'fortran_order': False, 'shape': (" + rows + ", 4, 2), }")
            .getBytes(StandardCharsets.US_ASCII);
    ByteBuffer bytes =
        ByteBuffer.allocate(10 + header.length + rows * 64).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
    bytes.putShort((short) header.length).put(header);
    for (int row = 0; row < rows; row++) {
      for (int k = 0; k < 8; k++) {
        bytes.putDouble(k % 2 == 0 ? (row + 1) * (k / 2) : 0);
      }
    }
    return Files.write(temporary.newFile().toPath(), bytes.array());
  }

  private static double[] spacings(PositionSet set) {
    double[] spacings = new double[set.size()];
    for (int k = 0; k < spacings.length; k++) {
      spacings[k] = set.distances(k)[0];
    }
    return spacings;
  }

  private static void assertRows(PositionSet set, double... expected) {
    assertArrayEquals(expected, spacings(set), 1e-12);
  }

  @Test
  public void heldOutRowsAreTheLastOnesOfDoubleWellFiles() throws IOException {
    PositionSplit split =
        new ParticleFile(file(10), ParticleSystem.DW4, Layout.HELD_OUT_LAST, 2).split(3);
    assertRows(split.training(), 1, 2, 3);
    assertRows(split.validation(), 7, 8);
    assertRows(split.test(), 9, 10);
  }

  @Test
  public void heldOutRowsAreTheFirstOnesOfLennardJonesFiles() throws IOException {
    PositionSplit split =
        new ParticleFile(file(10), ParticleSystem.DW4, Layout.HELD_OUT_FIRST, 2).split(3);
    assertRows(split.test(), 1, 2);
    assertRows(split.validation(), 3, 4);
    assertRows(split.training(), 5, 6, 7);
  }

  @Test
  public void filesThatDoNotFitAreRefused() throws IOException {
    Path path = file(10);
    IOException e =
        assertThrows(
            IOException.class,
            () -> new ParticleFile(path, ParticleSystem.DW4, Layout.HELD_OUT_LAST, 2).split(7));
    assertTrue(e.getMessage(), e.getMessage().contains("choose at most 6 training samples"));
    e =
        assertThrows(
            IOException.class,
            () -> new ParticleFile(path, ParticleSystem.LJ13, Layout.HELD_OUT_LAST, 2).split(1));
    assertTrue(e.getMessage(), e.getMessage().contains("LJ13 has 39 values"));
  }

  @Test
  public void heldOutSamplesDoNotDependOnTheNumberOfTrainingSamples() {
    SampledParticles source = new SampledParticles(ParticleSystem.DW4, 5, 1);
    PositionSplit few = source.split(3);
    PositionSplit many = source.split(12);
    assertArrayEquals(few.test().values(), many.test().values(), 0);
    assertArrayEquals(few.validation().values(), many.validation().values(), 0);
    assertArrayEquals(few.training().values(), many.training().range(0, 3).values(), 0);
    assertFalse(Arrays.equals(few.test().values(), few.validation().values()));
    assertFalse(
        Arrays.equals(few.training().range(0, 1).values(), few.test().range(0, 1).values()));
  }

  @Test
  public void moleculesOfOneSizeAreGathered() throws IOException {
    MoleculePositions.Gatherer gatherer = new MoleculePositions.Gatherer(2);
    for (int k = 0; k < 5; k++) {
      Element[] atoms = new Element[2 + k % 2];
      Arrays.fill(atoms, Element.H);
      double[] positions = new double[3 * atoms.length];
      positions[3] = k + 1;
      gatherer.add(new Molecule("m", atoms, positions));
    }
    assertEquals(3, gatherer.size());
    assertRows(gatherer.set(), 1, 3, 5);
    assertRows(gatherer.set(1, 2), 3);
    MoleculePositions source =
        new MoleculePositions(gatherer.set(), gatherer.set(0, 2), gatherer.set(1, 2), "file");
    assertRows(source.split(2).training(), 1, 3);
    IOException e = assertThrows(IOException.class, () -> source.split(4));
    assertTrue(e.getMessage(), e.getMessage().contains("there are 3 molecules of 2 atoms"));
  }

  @Test
  public void emptyOrMixedSplitsAreRefused() {
    PositionSet one = PositionSet.of(2, 1, new double[2]);
    PositionSet none = PositionSet.of(2, 1, new double[0]);
    PositionSet other = PositionSet.of(3, 1, new double[3]);
    assertThrows(IllegalArgumentException.class, () -> new PositionSplit(one, none, one));
    assertThrows(IllegalArgumentException.class, () -> new PositionSplit(one, one, other));
    assertThrows(
        IllegalArgumentException.class, () -> new SampledParticles(ParticleSystem.DW4, 0, 1));
  }
}

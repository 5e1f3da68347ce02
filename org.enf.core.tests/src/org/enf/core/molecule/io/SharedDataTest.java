package org.enf.core.molecule.io;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assume.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.enf.core.molecule.Molecule;
import org.enf.core.testing.TestPaths;
import org.junit.Test;

public class SharedDataTest {
  private static Path file(String name) {
    Path file = TestPaths.shared().resolve("data/qm9").resolve(name);
    assumeTrue("skipped, for want of " + file, Files.isRegularFile(file));
    return file;
  }

  @Test
  public void everyMoleculeOfTheTrainingSetIsRead() throws IOException {
    assertAllAreRead("qm9-train.xyz.gz", 98_412);
  }

  @Test
  public void everyMoleculeOfTheValidationSetIsRead() throws IOException {
    assertAllAreRead("qm9-valid.xyz.gz", 17_473);
  }

  private static void assertAllAreRead(String name, long expected) throws IOException {
    try (MoleculeReader reader = MoleculeFiles.open(file(name), Reading.STRICT)) {
      long last = 0;
      for (Molecule molecule = reader.next(); molecule != null; molecule = reader.next()) {
        long index = Long.parseLong(molecule.properties().get(Qm9Property.INDEX));
        assertEquals(-1, Long.compare(last, index));
        last = index;
      }
      assertEquals(expected, reader.summary().read());
      assertEquals(0, reader.summary().skipped());
    }
  }

  @Test
  public void moleculesAreWhatAPlainReadingOfTheTextGives() throws IOException {
    Path file = file("qm9-valid.xyz.gz");
    try (MoleculeReader reader = MoleculeFiles.open(file, Reading.STRICT);
        BufferedReader text =
            new BufferedReader(
                new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (int count = 0; count < 2000; count++) {
        Molecule molecule = reader.next();
        int size = Integer.parseInt(text.readLine());
        assertEquals(size, molecule.size());
        assertEquals(text.readLine(), molecule.name());
        double[] positions = new double[3 * size];
        for (int atom = 0; atom < size; atom++) {
          String[] words = text.readLine().split(" ");
          assertEquals(words[0], molecule.element(atom).symbol());
          for (int axis = 0; axis < 3; axis++) {
            positions[3 * atom + axis] = Double.parseDouble(words[axis + 1]);
          }
        }
        assertArrayEquals(positions, molecule.positions(), 0);
      }
    }
  }
}

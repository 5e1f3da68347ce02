package org.enf.core.molecule.io;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ExclusionListTest {
  /** As QM9's {@code uncharacterized.txt} is built: headings, molecules, and how many they are. */
  private static final String UNCHARACTERIZED =
      """
      QM9 molecules that failed the consistency check
      ================================================

      Index of the molecule, SMILES of GDB-17,
      SMILES of the relaxed geometry

      ------------------------------------------------
      Index  GDB-17         B3LYP
      ------------------------------------------------
          58  C(=O)C=O       C(=O).CO
         700  NC(=N)C#N      N.C(=N)C#N
      133885  C1C2C3         C1.C2C3
      3 compounds
      """;

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private ExclusionList list(String text) throws IOException {
    Path file = folder.newFile().toPath();
    Files.writeString(file, text);
    return ExclusionList.read(file);
  }

  @Test
  public void headingsAndTheCountAtTheEndAreNoMolecules() throws IOException {
    ExclusionList list = list(UNCHARACTERIZED);
    assertEquals(3, list.size());
    assertTrue(list.contains(58));
    assertTrue(list.contains(700));
    assertTrue(list.contains(133_885));
    assertFalse(list.contains(3));
    assertFalse(list.contains(17));
  }

  @Test
  public void listWithoutACountAtTheEndIsReadWhole() throws IOException {
    assertEquals(3, list(UNCHARACTERIZED.replace("3 compounds\n", "")).size());
    assertEquals(3, list(UNCHARACTERIZED.replace("3 compounds\n", "-----\n")).size());
  }

  @Test
  public void bareNumbersAreAListToo() throws IOException {
    ExclusionList list = list("9\n4\n\n2\n");
    assertEquals(3, list.size());
    assertTrue(list.contains(2));
  }

  @Test
  public void listThatNamesNothingIsRefused() {
    String message =
        assertThrows(MoleculeFormatException.class, () -> list("nothing\nhere\n")).getMessage();
    assertTrue(message, message.contains("names no molecule"));
  }

  @Test
  public void missingListAndFolderAreRefusedInOneSentence() throws IOException {
    Path missing = folder.getRoot().toPath().resolve("missing.txt");
    assertEquals(
        missing + ": the file cannot be opened (no such file or folder)",
        assertThrows(MoleculeFormatException.class, () -> ExclusionList.read(missing))
            .getMessage());
    Path aFolder = folder.newFolder().toPath();
    assertThrows(MoleculeFormatException.class, () -> ExclusionList.read(aFolder));
  }

  @Test
  public void namedMoleculesAreLeftOutAndCounted() throws IOException {
    String text = "1\ngdb 1\nC 0 0 0\n1\ngdb 2\nN 0 0 0\n1\nother\nO 0 0 0\n1\ngdb_1\nF 0 0 0\n";
    Reading reading =
        Reading.ofText(text, "a.xyz", ReadOptions.DEFAULT.excluding(ExclusionList.of(1, 5)));
    assertEquals(List.of("gdb 2", "other"), reading.names());
    assertEquals(2, reading.summary().excluded());
    assertEquals(0, reading.summary().skipped());
    assertEquals("2 molecules read, 2 excluded", reading.summary().toString());
  }

  @Test
  public void excludedMoleculesDoNotCountTowardsTheLimit() throws IOException {
    String text = "1\ngdb 1\nC 0 0 0\n1\ngdb 2\nN 0 0 0\n1\ngdb 3\nO 0 0 0\n";
    Reading reading =
        Reading.ofText(text, "a.xyz", ReadOptions.DEFAULT.excluding(ExclusionList.of(1)).upTo(1));
    assertEquals(List.of("gdb 2"), reading.names());
  }

  @Test
  public void titlesOfSdfAreComparedToo() throws IOException {
    String text = Examples.METHANAL_SDF.replaceFirst("methanal", "gdb_7");
    Reading reading =
        Reading.ofText(text, "a.sdf", ReadOptions.DEFAULT.excluding(ExclusionList.of(7)));
    assertEquals(1, reading.summary().excluded());
  }

  @Test
  public void everyNthMoleculeIsTakenOfThoseThatAreNotExcluded() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      text.append("1\ngdb ").append(i).append("\nC 0 0 0\n");
    }
    Reading reading =
        Reading.ofText(
            text.toString(),
            "a.xyz",
            ReadOptions.DEFAULT.excluding(ExclusionList.of(1)).every(3).upTo(3));
    assertEquals(List.of("gdb 0", "gdb 4", "gdb 7"), reading.names());
    assertEquals(3, reading.summary().read());
  }
}

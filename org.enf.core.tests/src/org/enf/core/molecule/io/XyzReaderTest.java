package org.enf.core.molecule.io;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.enf.core.molecule.Element;
import org.enf.core.molecule.Molecule;
import org.junit.Test;

public class XyzReaderTest {
  private static final String WATER = Examples.WATER_XYZ;
  private static final String MONOXIDE = Examples.MONOXIDE_XYZ;

  private static Reading read(String text) throws IOException {
    return Reading.ofText(text, "mols.xyz", ReadOptions.DEFAULT);
  }

  /** The one problem with a record that stands between two good ones, which must both be read. */
  private static String problemBetweenGoodRecords(String broken) throws IOException {
    Reading reading = read(WATER + broken + MONOXIDE);
    assertEquals(List.of("water", "monoxide"), reading.names());
    assertEquals(2, reading.summary().read());
    String message =
        assertThrows(
                MoleculeFormatException.class,
                () -> Reading.ofText(WATER + broken + MONOXIDE, "mols.xyz", Reading.STRICT))
            .getMessage();
    assertEquals(reading.problem(), message);
    return message;
  }

  @Test
  public void moleculeHasNameElementsAndPositions() throws IOException {
    Molecule water = read(WATER).molecule();
    assertEquals("water", water.name());
    assertArrayEquals(new Element[] {Element.O, Element.H, Element.H}, water.elements());
    assertArrayEquals(
        new double[] {0, 0, 0.119262, 0, 0.763239, -0.477047, 0, -0.763239, -0.477047},
        water.positions(),
        0);
    assertEquals(List.of(), water.bonds());
    assertEquals(Map.of(), water.properties());
  }

  @Test
  public void moleculesFollowEachOther() throws IOException {
    Reading reading = read(WATER + MONOXIDE + WATER);
    assertEquals(List.of("water", "monoxide", "water"), reading.names());
    assertEquals(3, reading.summary().read());
    assertEquals(0, reading.summary().skipped());
  }

  @Test
  public void blankLinesTabsWindowsLinesFurtherColumnsAndNoLastNewlineAreFine() throws IOException {
    Reading reading =
        read("\n \t\n 2 \r\n name \r\n\tC\t0\t0 0 0.5 extra\r\n  o 0 0 1.128\r\n\n\n1\n\nHE 1 2 3");
    assertEquals(List.of("name", ""), reading.names());
    assertEquals(Element.O, reading.molecules().get(0).element(1));
    assertEquals(Element.HE, reading.molecules().get(1).element(0));
    assertEquals(0, reading.summary().skipped());
  }

  @Test
  public void atomicNumbersStandForElements() throws IOException {
    Molecule molecule = read("2\n\n6 0 0 0\n17 0 0 1.6\n").molecule();
    assertArrayEquals(new Element[] {Element.C, Element.CL}, molecule.elements());
  }

  @Test
  public void commentGdbNumberBecomesNameAndIndex() throws IOException {
    Molecule molecule = read("1\ngdb\t 42 \nC 0 0 0\n").molecule();
    assertEquals("gdb 42", molecule.name());
    assertEquals(Map.of("tag", "gdb", "index", "42"), molecule.properties());
  }

  @Test
  public void otherCommentsAreNames() throws IOException {
    for (String name : new String[] {"gdb", "gdb x", "gdb 7 optimised", "gdb-9", "17", "a b c"}) {
      Molecule molecule = read("1\n" + name + "\nC 0 0 0\n").molecule();
      assertEquals(name, molecule.name());
      assertEquals(Map.of(), molecule.properties());
    }
  }

  @Test
  public void tooManyAtomsForTheCountAreNotDropped() throws IOException {
    assertEquals(
        "mols.xyz:6: the record says 1 atoms, but a line with one more follows",
        problemBetweenGoodRecords("1\nbad\nC 0 0 0\nO 0 0 1\n"));
  }

  @Test
  public void tooFewAtomsForTheCountEndAtTheNextRecord() throws IOException {
    assertEquals(
        "mols.xyz:10: atom 3 of 3: coordinate x is missing",
        problemBetweenGoodRecords("3\nbad\nC 0 0 0\nO 0 0 1\n"));
  }

  @Test
  public void brokenAtomsAreToldWithLineAndReason() throws IOException {
    assertEquals(
        "mols.xyz:8: atom 1 of 1: 'Xx' is no element",
        problemBetweenGoodRecords("1\nbad\nXx 0 0 0\n"));
    assertEquals(
        "mols.xyz:8: atom 1 of 1: '119' is no element",
        problemBetweenGoodRecords("1\nbad\n119 0 0 0\n"));
    assertEquals(
        "mols.xyz:8: atom 1 of 1: coordinate y is 'NaN', not a finite number",
        problemBetweenGoodRecords("1\nbad\nC 0 NaN 0\n"));
    assertEquals(
        "mols.xyz:8: atom 1 of 1: coordinate z is '-inf', not a finite number",
        problemBetweenGoodRecords("1\nbad\nC 0 0 -inf\n"));
    assertEquals(
        "mols.xyz:8: atom 1 of 1: coordinate x is '1e999', not a finite number",
        problemBetweenGoodRecords("1\nbad\nC 1e999 0 0\n"));
    assertEquals(
        "mols.xyz:8: atom 1 of 1: coordinate z is '-1e300', beyond 1,000,000 \u00C5",
        problemBetweenGoodRecords("1\nbad\nC 0 0 -1e300\n"));
    assertEquals(
        "mols.xyz:8: atom 1 of 1: coordinate x is '0,5', not a finite number",
        problemBetweenGoodRecords("1\nbad\nC 0,5 0 0\n"));
    assertEquals(
        "mols.xyz:8: atom 1 of 1: coordinate z is missing",
        problemBetweenGoodRecords("1\nbad\nC 0 0\n"));
    assertEquals(
        "mols.xyz:8: atom 1 of 1: the line is blank", problemBetweenGoodRecords("1\nbad\n\n"));
  }

  @Test
  public void brokenCountsAreToldWithLineAndReason() throws IOException {
    String rest = "\nbad\nC 0 0 0\n";
    assertEquals(
        "mols.xyz:6: expected the number of atoms, found 'one'",
        problemBetweenGoodRecords("one" + rest));
    assertEquals(
        "mols.xyz:6: expected the number of atoms, found '1 2'",
        problemBetweenGoodRecords("1 2" + rest));
    assertEquals(
        "mols.xyz:6: expected the number of atoms, found '99999999999999999999'",
        problemBetweenGoodRecords("99999999999999999999" + rest));
    assertEquals(
        "mols.xyz:6: a molecule needs at least one atom, not -5",
        problemBetweenGoodRecords("-5" + rest));
    assertEquals(
        "mols.xyz:6: a molecule needs at least one atom, not 0",
        problemBetweenGoodRecords("0" + rest));
    assertEquals(
        "mols.xyz:6: 2000000000 atoms are more than the allowed 100000",
        problemBetweenGoodRecords("2000000000" + rest));
  }

  @Test
  public void numberInTheCommentOfABrokenRecordIsNotTakenForACount() throws IOException {
    Reading reading = read("x5\n4\nC 0 0 0\nH 0 0 1\nH 0 1 0\nH 1 0 0\nH 1 1 1\n" + MONOXIDE);
    assertEquals(List.of("monoxide"), reading.names());
    assertEquals(1, reading.summary().skipped());
  }

  @Test
  public void truncatedFilesAreTold() throws IOException {
    assertEquals(
        "mols.xyz:6: the file ends behind the number of atoms", read(WATER + "3\n").problem());
    assertEquals(
        "mols.xyz:7: the file ends behind 0 of 3 atoms", read(WATER + "3\nname\n").problem());
    assertEquals(
        "mols.xyz:8: the file ends behind 1 of 3 atoms",
        read(WATER + "3\nname\nC 0 0 0").problem());
    assertEquals(List.of("water"), read(WATER + "3\nname\nC 0 0 0").names());
  }

  @Test
  public void emptyFilesAreTold() throws IOException {
    assertEquals("mols.xyz: the file is empty", read("").problem());
    assertEquals("mols.xyz: holds no molecule", read("\n \n").problem());
    assertThrows(
        MoleculeFormatException.class, () -> Reading.ofText("", "mols.xyz", Reading.STRICT));
  }

  @Test
  public void overlongLineBreaksItsRecordOnly() throws IOException {
    String noise = "x".repeat((1 << 20) + 1);
    assertEquals(
        "mols.xyz:7: the line is longer than the allowed 1048576 bytes",
        problemBetweenGoodRecords("1\n" + noise + "\nC 0 0 0\n"));
    assertEquals(
        "mols.xyz:6: the line is longer than the allowed 1048576 bytes",
        problemBetweenGoodRecords(noise + "\n"));
  }

  @Test
  public void binaryGarbageIsToldWithoutControlCharacters() throws IOException {
    byte[] garbage = new byte[200_000];
    new Random(3).nextBytes(garbage);
    garbage[0] = 'g';
    Reading reading = Reading.ofBytes(garbage, "noise.xyz", ReadOptions.DEFAULT);
    assertEquals(0, reading.summary().read());
    assertTrue(reading.summary().skipped() >= 1);
    String first = reading.summary().problems().get(0).toString();
    assertTrue(first, first.startsWith("noise.xyz:1: expected the number of atoms, found 'g"));
    assertTrue(first, first.chars().noneMatch(Character::isISOControl));
  }

  @Test
  public void textOfUnknownKindIsRefused() throws IOException {
    Reading reading = Reading.ofText("<html>\n", "download", ReadOptions.DEFAULT);
    assertEquals(
        "download:1: is neither XYZ nor SDF by its name and its beginning '<html>'",
        reading.problem());
  }

  @Test
  public void xyzIsKnownByItsContentToo() throws IOException {
    assertEquals("water", Reading.ofText(WATER, "data", ReadOptions.DEFAULT).molecule().name());
  }

  @Test
  public void strictReadingStopsForGood() throws IOException {
    byte[] text = (WATER + "oops\n" + MONOXIDE).getBytes(StandardCharsets.UTF_8);
    try (MoleculeReader reader =
        MoleculeFiles.read(new ByteArrayInputStream(text), "mols.xyz", Reading.STRICT)) {
      assertEquals("water", reader.next().name());
      MoleculeFormatException stop = assertThrows(MoleculeFormatException.class, reader::next);
      assertEquals("mols.xyz", stop.problem().file());
      assertEquals(6, stop.problem().line());
      assertNull(reader.next());
    }
  }

  @Test
  public void limitEndsReadingEarly() throws IOException {
    Reading reading =
        Reading.ofText(WATER + MONOXIDE + "oops", "a.xyz", ReadOptions.DEFAULT.upTo(2));
    assertEquals(List.of("water", "monoxide"), reading.names());
    assertEquals(0, reading.summary().skipped());
    assertEquals(List.of(), Reading.ofText(WATER, "a.xyz", ReadOptions.DEFAULT.upTo(0)).names());
  }

  @Test
  public void listenerHearsEveryProblemAndTheSummaryKeepsTheFirst() throws IOException {
    List<ReadProblem> heard = new ArrayList<>();
    Reading reading =
        Reading.ofText(
            "1\nbad\nXx 0 0 0\n".repeat(250) + WATER,
            "mols.xyz",
            ReadOptions.DEFAULT.reportingTo(heard::add));
    assertEquals(250, heard.size());
    assertEquals(250, reading.summary().skipped());
    assertEquals(heard.subList(0, ReadSummary.KEPT_PROBLEMS), reading.summary().problems());
    assertEquals(1, reading.summary().read());
    assertEquals("1 molecule read, 250 broken records skipped", reading.summary().toString());
  }

  @Test
  public void limitsCanBeSetLower() throws IOException {
    ReadLimits few = new ReadLimits(1000, 2, 1000, 1000, 10, 1000);
    Reading reading = Reading.ofText(WATER + MONOXIDE, "mols.xyz", ReadOptions.DEFAULT.within(few));
    assertEquals("mols.xyz:1: 3 atoms are more than the allowed 2", reading.problem());
    assertEquals(List.of("monoxide"), reading.names());
  }

  @Test
  public void randomDamageNeverEndsInAnythingButProblems() throws IOException {
    byte[] good =
        (WATER + MONOXIDE + Examples.QM9_HYDROGEN_CYANIDE)
            .repeat(4)
            .getBytes(StandardCharsets.UTF_8);
    Random random = new Random(4);
    for (int round = 0; round < 2000; round++) {
      byte[] bad = good.clone();
      for (int hits = random.nextInt(8); hits >= 0; hits--) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
      }
      Reading reading = Reading.ofBytes(bad, "mols.xyz", ReadOptions.DEFAULT);
      assertEquals(reading.molecules().size(), reading.summary().read());
      assertTrue(reading.summary().read() + reading.summary().skipped() > 0);
    }
  }
}

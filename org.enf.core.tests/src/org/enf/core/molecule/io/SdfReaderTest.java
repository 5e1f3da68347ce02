package org.enf.core.molecule.io;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.enf.core.molecule.Bond;
import org.enf.core.molecule.Element;
import org.enf.core.molecule.Molecule;
import org.junit.Test;

public class SdfReaderTest {
  private static final String METHANAL = Examples.METHANAL_SDF;
  private static final String ETHYNE = Examples.ETHYNE_V3000;

  private static Reading read(String text) throws IOException {
    return Reading.ofText(text, "mols.sdf", ReadOptions.DEFAULT);
  }

  /** The one problem with a record that stands between two good ones, which must both be read. */
  private static String problemBetweenGoodRecords(String broken) throws IOException {
    Reading reading = read(ETHYNE + broken + METHANAL);
    assertEquals(List.of("ethyne", "methanal"), reading.names());
    String message =
        assertThrows(
                MoleculeFormatException.class,
                () -> Reading.ofText(ETHYNE + broken + METHANAL, "mols.sdf", Reading.STRICT))
            .getMessage();
    assertEquals(reading.problem(), message);
    return message;
  }

  private static long linesOf(String text) {
    return text.lines().count();
  }

  /** The line of a text in the file where the record stands second, as messages begin with it. */
  private static String at(long lineOfRecord) {
    return "mols.sdf:" + (linesOf(ETHYNE) + lineOfRecord) + ": ";
  }

  @Test
  public void v2000HasAtomsBondsAndHydrogens() throws IOException {
    Molecule methanal = read(METHANAL).molecule();
    assertEquals("methanal", methanal.name());
    assertArrayEquals(
        new Element[] {Element.C, Element.O, Element.H, Element.H}, methanal.elements());
    assertArrayEquals(
        new double[] {0, 0, -0.5296, 0, 0, 0.6741, 0, 0.9354, -1.1125, 0, -0.9354, -1.1125},
        methanal.positions(),
        1e-15);
    assertEquals(
        List.of(new Bond(0, 1, 2), new Bond(0, 2, 1), new Bond(0, 3, 1)), methanal.bonds());
  }

  @Test
  public void dataItemsBecomeProperties() throws IOException {
    assertEquals(
        Map.of("dipole", "2.33", "source", "first line\nsecond line"),
        read(METHANAL).molecule().properties());
  }

  @Test
  public void v3000HasContinuedLinesAndAnyLabels() throws IOException {
    Molecule ethyne = read(ETHYNE).molecule();
    assertEquals("ethyne", ethyne.name());
    assertEquals("C2H2", ethyne.formula());
    assertArrayEquals(
        new double[] {0, 0, 0.601, 0, 0, -0.601, 0, 0, 1.663123456, 0, 0, -1.663},
        ethyne.positions(),
        0);
    assertEquals(List.of(new Bond(0, 1, 3), new Bond(0, 2, 1), new Bond(1, 3, 1)), ethyne.bonds());
  }

  @Test
  public void bothVersionsMayStandInOneFile() throws IOException {
    Reading reading = read(METHANAL + ETHYNE + METHANAL + "\n\n\n\n\n\n");
    assertEquals(List.of("methanal", "ethyne", "methanal"), reading.names());
    assertEquals(0, reading.summary().skipped());
  }

  @Test
  public void singleMolFileNeedsNoDelimiter() throws IOException {
    String mol = ETHYNE.substring(0, ETHYNE.indexOf("$$$$"));
    assertEquals("C2H2", Reading.ofText(mol, "x.mol", ReadOptions.DEFAULT).molecule().formula());
  }

  @Test
  public void sdfIsKnownByItsContentEvenUnderAnotherName() throws IOException {
    for (String name : new String[] {"standard input", "wrong.xyz"}) {
      assertEquals(
          "methanal", Reading.ofText(METHANAL, name, ReadOptions.DEFAULT).molecule().name());
    }
  }

  @Test
  public void aromaticBondsStayAromaticInBothVersions() throws IOException {
    Molecule v2000 = read(METHANAL.replace("  1  2  2  0", "  1  2  4  0")).molecule();
    assertEquals(new Bond(0, 1, Bond.AROMATIC), v2000.bonds().get(0));
    Molecule v3000 = read(ETHYNE.replace("V30 1 3 11 7", "V30 1 4 11 7")).molecule();
    assertEquals(new Bond(0, 1, Bond.AROMATIC), v3000.bonds().get(0));
  }

  @Test
  public void nothingIsPrintedForOddTables() throws IOException {
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      read(ETHYNE.replace("V30 1 3 11 7", "V30 1 4 11 7"));
      read(ETHYNE.replace("V30 1 3 11 7", "V30 1 3 11 9"));
      read(METHANAL.replace(" C   0", " D   0"));
    } finally {
      System.setErr(err);
    }
    assertEquals("", printed.toString(StandardCharsets.UTF_8));
  }

  @Test
  public void planarMoleculeWithoutDimensionKeepsItsPositions() throws IOException {
    String planar =
        """
        flat


          2  1
            1.5000    2.5000    0.0000 C
            0.0000    0.0000    0.0000 O
          1  2  2
        M  END
        $$$$
        """;
    Molecule molecule = read(planar).molecule();
    assertArrayEquals(new double[] {1.5, 2.5, 0, 0, 0, 0}, molecule.positions(), 0);
  }

  @Test
  public void coordinatesWithOtherThanFourDecimalsAreReadRight() throws IOException {
    Molecule molecule =
        read(METHANAL
                .replace("   -0.5296 C", "-0.5296123 C")
                .replace("    0.6741 O", "   6.7e-01 O"))
            .molecule();
    assertEquals(-0.5296123, molecule.coordinate(0, 2), 0);
    assertEquals(0.67, molecule.coordinate(1, 2), 0);
  }

  @Test
  public void isotopesOfHydrogenAreHydrogen() throws IOException {
    Molecule molecule = read(METHANAL.replace("-1.1125 H", "-1.1125 D")).molecule();
    assertEquals("CH2O", molecule.formula());
    assertEquals("C2H2", read(ETHYNE.replace(" H ", " T ")).molecule().formula());
  }

  @Test
  public void chargesAndOtherLinesBehindTheBondsAreOfNoConcern() throws IOException {
    String charged =
        METHANAL.replace("M  END", "M  CHG  1   2  -1\nM  SDI   1  9\nA    1\nalias\nM  END");
    assertEquals(read(METHANAL).molecule(), read(charged).molecule());
  }

  @Test
  public void brokenAtomsOfV2000AreToldWithLineAndReason() throws IOException {
    assertEquals(
        at(5)
            + "atom 1: coordinate z is no finite number in '-0.0000    0.0000       NaN C   0  0'"
                .replace("'-0", "'   -0"),
        problemBetweenGoodRecords(METHANAL.replace("-0.5296", "    NaN")));
    assertEquals(
        at(5)
            + "atom 1: coordinate z is no number up to 1,000,000 \u00C5 in"
            + " '   -0.0000    0.0000     1e300 C   0  0'",
        problemBetweenGoodRecords(METHANAL.replace("-0.5296", "  1e300")));
    assertEquals(
        at(5) + "atom 1: no element in '   -0.0000    0.0000   -0.5296 Xy  0  0'",
        problemBetweenGoodRecords(METHANAL.replace(" C   0", " Xy  0")));
    for (String pseudo : new String[] {"*  ", "R# ", "A  ", "L  ", "   "}) {
      problemBetweenGoodRecords(METHANAL.replace(" C   0", " " + pseudo + " 0"));
    }
  }

  @Test
  public void brokenCountsOfV2000AreTold() throws IOException {
    assertEquals(
        at(4) + "expected the counts line with the number of atoms, found 'nonsense'",
        problemBetweenGoodRecords(METHANAL.replaceFirst("  4  3  0.*V2000", "nonsense")));
    assertEquals(
        at(4) + "a molecule needs 1 to 100000 atoms, the counts line says 0",
        problemBetweenGoodRecords(METHANAL.replace("  4  3  0  0", "  0  3  0  0")));
    assertEquals(
        at(9) + "atom 5: coordinate x is no finite number in '  1  2  2  0'",
        problemBetweenGoodRecords(METHANAL.replace("  4  3  0  0", "  5  3  0  0")));
    assertEquals(
        at(8) + "bond 1: expected two atoms of 3, found '    0.0000   -0.9354   -1.1125 H   0  0'",
        problemBetweenGoodRecords(METHANAL.replace("  4  3  0  0", "  3  3  0  0")));
    assertEquals(
        at(12) + "bond 4: expected two atoms of 4, found 'M  END'",
        problemBetweenGoodRecords(METHANAL.replace("  4  3  0  0", "  4  4  0  0")));
  }

  @Test
  public void brokenBondsOfV2000AreTold() throws IOException {
    assertEquals(
        at(9) + "bond 1: expected two atoms of 4, found '  1  9  2  0'",
        problemBetweenGoodRecords(METHANAL.replace("  1  2  2  0", "  1  9  2  0")));
    assertEquals(
        at(9) + "bond 1: expected two atoms of 4, found '  1  1  2  0'",
        problemBetweenGoodRecords(METHANAL.replace("  1  2  2  0", "  1  1  2  0")));
    assertEquals(
        at(9) + "bond 1: type 8 is no bond order (1 to 4)",
        problemBetweenGoodRecords(METHANAL.replace("  1  2  2  0", "  1  2  8  0")));
  }

  @Test
  public void brokenV3000IsTold() throws IOException {
    assertEquals(
        at(8) + "atom 1: no element in '11 Xy 0 0 0.601 0'",
        problemBetweenGoodRecords(ETHYNE.replace("11 C", "11 Xy")));
    assertEquals(
        at(8) + "atom 1: no three coordinates up to 1,000,000 \u00C5 in '11 C 0 0 Infinity 0'",
        problemBetweenGoodRecords(ETHYNE.replace("0.601 0", "Infinity 0")));
    assertEquals(
        at(6) + "a molecule needs 1 to 100000 atoms, found 'COUNTS 2000000000 3 0 0 0'",
        problemBetweenGoodRecords(ETHYNE.replace("COUNTS 4", "COUNTS 2000000000")));
    assertEquals(
        at(8) + "expected an atom number from 1 to 100000, found '2000000000 C 0 0 0.601 0'",
        problemBetweenGoodRecords(ETHYNE.replace("11 C", "2000000000 C")));
    assertEquals(
        at(12) + "the table has more atoms than it says: 3",
        problemBetweenGoodRecords(ETHYNE.replace("COUNTS 4", "COUNTS 3")));
    assertEquals(
        at(20) + "the table has 4 atoms and 3 bonds, but says 5 and 3",
        problemBetweenGoodRecords(ETHYNE.replace("COUNTS 4", "COUNTS 5")));
    assertEquals(
        at(15) + "bond 1: no bond order (1 to 4) in '1 9 11 7'",
        problemBetweenGoodRecords(ETHYNE.replace("V30 1 3 11 7", "V30 1 9 11 7")));
    assertEquals(
        at(7) + "expected a line with 'M  V30', found 'nonsense'",
        problemBetweenGoodRecords(ETHYNE.replace("M  V30 BEGIN ATOM", "nonsense")));
    assertTrue(
        problemBetweenGoodRecords(ETHYNE.replace("V30 1 3 11 7", "V30 1 3 11 8"))
            .startsWith(at(4) + "the connection table is broken: "));
  }

  @Test
  public void endlessContinuationsEndAtTheLimit() throws IOException {
    String endless = ETHYNE.replace("M  V30 01 0\n", "M  V30 0-\n".repeat(100_000));
    ReadLimits limits = new ReadLimits(1000, 100, 500_000, 1, 1, 1);
    Reading reading =
        Reading.ofText(endless + METHANAL, "a.sdf", ReadOptions.DEFAULT.within(limits));
    assertTrue(reading.problem().endsWith("the record is longer than the allowed 500000 bytes"));
    assertEquals(List.of("methanal"), reading.names());
  }

  @Test
  public void missingDelimiterDoesNotSwallowTheNextMoleculeSilently() throws IOException {
    String joined = METHANAL.replace("$$$$\n", "") + METHANAL;
    Reading reading = read(ETHYNE + joined + ETHYNE);
    assertEquals(List.of("ethyne", "ethyne"), reading.names());
    assertTrue(
        reading.problem().endsWith("a second 'M  END': '$$$$' is missing between two molecules"));
    String bare = METHANAL.substring(0, METHANAL.indexOf("> <dipole>"));
    assertTrue(
        read(bare + METHANAL)
            .problem()
            .endsWith("expected a data item '> <name>' or '$$$$', found 'methanal'"));
  }

  @Test
  public void truncatedRecordsAreTold() throws IOException {
    String cut = METHANAL.substring(0, METHANAL.indexOf("  1  3  1"));
    assertEquals(
        at(10) + "the record ends before bond 2 of 3", problemBetweenGoodRecords(cut + "$$$$\n"));
    assertEquals(at(9) + "the file ends before bond 2 of 3", read(ETHYNE + cut).problem());
    String noEnd = METHANAL.substring(0, METHANAL.indexOf("M  END"));
    assertEquals(
        at(12) + "the record ends before the line 'M  END'",
        problemBetweenGoodRecords(noEnd + "$$$$\n"));
    assertEquals(
        at(2) + "the file ends before the counts line", read(ETHYNE + "name\n\n").problem());
    assertEquals(
        at(1) + "the record ends before the counts line", problemBetweenGoodRecords("$$$$\n"));
    assertEquals("mols.sdf: the file is empty", read("").problem());
    assertEquals("mols.sdf: holds no molecule", read("\n\n\n\n\n").problem());
  }

  @Test
  public void randomDamageNeverEndsInAnythingButProblems() throws IOException {
    byte[] good = (METHANAL + ETHYNE).repeat(2).getBytes(StandardCharsets.UTF_8);
    Random random = new Random(5);
    for (int round = 0; round < 3000; round++) {
      byte[] bad = good.clone();
      for (int hits = random.nextInt(8); hits >= 0; hits--) {
        bad[random.nextInt(bad.length)] =
            (byte) (random.nextInt(4) == 0 ? random.nextInt(256) : 32 + random.nextInt(95));
      }
      Reading reading = Reading.ofBytes(bad, "mols.sdf", ReadOptions.DEFAULT);
      assertEquals(reading.molecules().size(), reading.summary().read());
      assertTrue(reading.summary().read() + reading.summary().skipped() > 0);
    }
  }
}

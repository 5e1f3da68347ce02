package org.enf.core.molecule.io;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.enf.core.molecule.Molecule;
import org.junit.Test;

public class Qm9ReaderTest {
  private static final String CYANIDE = Examples.QM9_HYDROGEN_CYANIDE;

  private static Reading read(String text) throws IOException {
    return Reading.ofText(text, "dsgdb9nsd_000005.xyz", ReadOptions.DEFAULT);
  }

  private static String problemBefore(String broken, String next) throws IOException {
    Reading reading = read(broken + next);
    assertEquals(List.of("water"), reading.names());
    assertThrows(
        MoleculeFormatException.class, () -> Reading.ofText(broken, "a.xyz", Reading.STRICT));
    return reading.problem();
  }

  private static String problem(String broken) throws IOException {
    return problemBefore(broken, Examples.WATER_XYZ);
  }

  @Test
  public void positionsAreReadWithMathematicasExponentsAndWithoutTheCharges() throws IOException {
    Molecule molecule = read(CYANIDE).molecule();
    assertEquals("gdb 5", molecule.name());
    assertEquals("CHN", molecule.formula());
    assertArrayEquals(
        new double[] {
          -0.0133239314, 1.1324657151, 8.2758861e-6,
          0.0023107662, -0.0191585618, 0.0019287139,
          -0.0278026991, 2.1989492272, 0.014
        },
        molecule.positions(),
        0);
  }

  @Test
  public void propertiesHaveTheNamesOfThePaperAndTheirText() throws IOException {
    Map<String, String> properties = read(CYANIDE).molecule().properties();
    assertEquals(
        List.of(
            "tag",
            "index",
            "A",
            "B",
            "C",
            "mu",
            "alpha",
            "homo",
            "lumo",
            "gap",
            "r2",
            "zpve",
            "U0",
            "U",
            "H",
            "G",
            "Cv",
            "smiles",
            "smiles_relaxed",
            "inchi",
            "inchi_relaxed"),
        List.copyOf(properties.keySet()));
    assertEquals("gdb", properties.get("tag"));
    assertEquals("5", properties.get("index"));
    assertEquals("0.", properties.get("A"));
    assertEquals("2.8937", properties.get("mu"));
    assertEquals("-93.411888", properties.get("U0"));
    assertEquals("6.278", properties.get(Qm9Property.HEAT_CAPACITY.key()));
    assertEquals("C#N", properties.get("smiles"));
    assertEquals("C#N", properties.get("smiles_relaxed"));
    assertEquals("InChI=1S/CHN/c1-2/h1H", properties.get("inchi"));
  }

  @Test
  public void propertiesWithExponentsBecomeOrdinaryNumbers() throws IOException {
    Molecule molecule = read(CYANIDE.replace("0.016601", "1.6601*^-2")).molecule();
    assertEquals(0.016601, Double.parseDouble(molecule.properties().get("zpve")), 0);
  }

  @Test
  public void blanksDoAsWellAsTabs() throws IOException {
    assertEquals(read(CYANIDE).molecule(), read(CYANIDE.replace('\t', ' ')).molecule());
  }

  @Test
  public void recordsOfBothDialectsCanFollowEachOther() throws IOException {
    Reading reading = read(CYANIDE + Examples.WATER_XYZ + CYANIDE + "\n" + CYANIDE);
    assertEquals(List.of("gdb 5", "water", "gdb 5", "gdb 5"), reading.names());
    assertEquals(0, reading.summary().skipped());
  }

  @Test
  public void wrongNumberOfPropertiesIsTold() throws IOException {
    assertEquals(
        "dsgdb9nsd_000005.xyz:2: the properties line has 14 numbers instead of 15",
        problem(CYANIDE.replace("\t12.99", "")));
    assertEquals(
        "dsgdb9nsd_000005.xyz:2: the properties line has 16 numbers instead of 15",
        problem(CYANIDE.replace("\t12.99", "\t12.99\t1")));
    assertEquals(
        "dsgdb9nsd_000005.xyz:2: property 'NaN' is not a finite number",
        problem(CYANIDE.replace("\t12.99", "\tNaN")));
  }

  @Test
  public void wrongCountIsSeenAtTheFrequencies() throws IOException {
    assertEquals(
        "dsgdb9nsd_000005.xyz:5: expected the frequencies behind 2 atoms, found 'H'",
        problem(CYANIDE.replaceFirst("3", "2")));
    assertEquals(
        "dsgdb9nsd_000005.xyz:6: atom 4 of 4: '799.0101' is no element",
        problem(CYANIDE.replaceFirst("3", "4")));
  }

  @Test
  public void missingLinesAreTold() throws IOException {
    int smiles = CYANIDE.indexOf("C#N");
    int inchi = CYANIDE.indexOf("InChI");
    assertEquals(
        "dsgdb9nsd_000005.xyz:7: expected two SMILES strings, found '3'",
        problem(CYANIDE.substring(0, smiles)));
    assertEquals(
        "dsgdb9nsd_000005.xyz:8: expected two InChI strings, found '3'",
        problem(CYANIDE.substring(0, inchi)));
    assertEquals(
        "dsgdb9nsd_000005.xyz:6: the line of frequencies is blank",
        problem(CYANIDE.replaceFirst("799.*3686", "")));
    assertEquals(
        "dsgdb9nsd_000005.xyz:6: the file ends before the line with the SMILES strings",
        read(CYANIDE.substring(0, smiles)).problem());
  }

  @Test
  public void unitsAreThoseOfThePaper() {
    assertEquals(15, Qm9Property.IN_FILE_ORDER.size());
    assertEquals("hartree", Qm9Property.ENERGY_0K.unit());
    assertEquals("D", Qm9Property.DIPOLE_MOMENT.unit());
  }
}

package org.enf.core.molecule.io;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.enf.core.molecule.Bond;
import org.enf.core.molecule.Element;
import org.enf.core.molecule.Molecule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.io.MDLV2000Reader;
import org.openscience.cdk.io.MDLV3000Reader;
import org.openscience.cdk.silent.SilentChemObjectBuilder;

public class MoleculeWriterTest {
  private static final List<Bond> ALL_ORDERS =
      List.of(new Bond(0, 1, 1), new Bond(1, 2, 2), new Bond(3, 2, 3), new Bond(3, 4, 4));

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  private static Molecule chain(String name, int size, double scale, List<Bond> bonds) {
    Random random = new Random(size);
    Element[] elements = new Element[size];
    double[] positions = new double[3 * size];
    Element[] kinds = {Element.H, Element.C, Element.CL, Element.N, Element.O};
    for (int i = 0; i < size; i++) {
      elements[i] = kinds[i % kinds.length];
    }
    for (int i = 0; i < positions.length; i++) {
      positions[i] = scale * random.nextGaussian();
    }
    return new Molecule(name, elements, positions, bonds, Map.of());
  }

  private static String write(MoleculeFormat format, Molecule... molecules) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MoleculeWriter writer = MoleculeFiles.write(bytes, format)) {
      for (Molecule molecule : molecules) {
        writer.write(molecule);
      }
      writer.commit();
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static Molecule roundTrip(MoleculeFormat format, Molecule molecule) throws IOException {
    String name = format == MoleculeFormat.XYZ ? "a.xyz" : "a.sdf";
    return Reading.ofText(write(format, molecule), name, ReadOptions.DEFAULT).molecule();
  }

  private static void assertSameAtoms(Molecule expected, Molecule actual, double tolerance) {
    assertEquals(expected.name(), actual.name());
    assertArrayEquals(expected.elements(), actual.elements());
    assertArrayEquals(expected.positions(), actual.positions(), tolerance);
  }

  @Test
  public void xyzKeepsNameElementsAndPositions() throws IOException {
    Molecule molecule = chain("gdb 12", 29, 5, List.of());
    assertSameAtoms(molecule, roundTrip(MoleculeFormat.XYZ, molecule), 0.51e-8);
  }

  @Test
  public void xyzHoldsPositionsOfAnySizeThatIsRead() throws IOException {
    double[] positions = {-1e-9, 1e-300, -0.0, 123456.789, -1e6, 1e6, 999999.999999999, 5, -5};
    Molecule molecule =
        new Molecule("", new Element[] {Element.C, Element.C, Element.C}, positions);
    Molecule read = roundTrip(MoleculeFormat.XYZ, molecule);
    for (int i = 0; i < positions.length; i++) {
      assertEquals(positions[i], read.positions()[i], 1e-8 + 1e-15 * Math.abs(positions[i]));
    }
    assertTrue(write(MoleculeFormat.XYZ, molecule).contains("C 0.00000000 0.00000000 0.00000000"));
  }

  @Test
  public void xyzTellsPositionsThatAreTooFarToBeRead() throws IOException {
    Molecule far =
        new Molecule("", new Element[] {Element.C}, new double[] {123456789.125, -1e17, 5});
    assertTrue(
        write(MoleculeFormat.XYZ, far)
            .contains("C 123456789.12500000 -100000000000000000.00000000 5.00000000"));
  }

  @Test
  public void sdfKeepsNameElementsPositionsAndBonds() throws IOException {
    Molecule molecule = chain("chain", 5, 3, ALL_ORDERS);
    String text = write(MoleculeFormat.SDF, molecule);
    assertTrue(text, text.contains("V2000"));
    Molecule read = roundTrip(MoleculeFormat.SDF, molecule);
    assertSameAtoms(molecule, read, 0.51e-4);
    assertEquals(ALL_ORDERS, read.bonds());
  }

  @Test
  public void sdfTurnsToV3000WhereV2000IsTooNarrow() throws IOException {
    List<Bond> bonds = new ArrayList<>();
    for (int i = 0; i + 1 < 1200; i++) {
      bonds.add(new Bond(i, i + 1, 1 + i % 4));
    }
    for (Molecule large :
        new Molecule[] {
          chain("many", 1200, 10, bonds),
          chain("far", 5, 1e5, ALL_ORDERS),
          chain("no bond", 1001, 10, List.of())
        }) {
      String text = write(MoleculeFormat.SDF, large);
      assertTrue(text.contains("V3000"));
      Molecule read = roundTrip(MoleculeFormat.SDF, large);
      assertSameAtoms(large, read, 0.51e-6);
      assertEquals(large.bonds(), read.bonds());
    }
  }

  @Test
  public void cdkReadsBothVersionsAsWeDo() throws Exception {
    String v2000 = write(MoleculeFormat.SDF, chain("v2000", 5, 3, ALL_ORDERS.subList(0, 3)));
    try (MDLV2000Reader reader = new MDLV2000Reader(new StringReader(v2000))) {
      assertNoHiddenHydrogens(
          reader.read(SilentChemObjectBuilder.getInstance().newAtomContainer()));
    }
    String v3000 = write(MoleculeFormat.SDF, chain("v3000", 5, 1e5, ALL_ORDERS.subList(0, 3)));
    try (MDLV3000Reader reader = new MDLV3000Reader(new StringReader(v3000))) {
      assertNoHiddenHydrogens(
          reader.read(SilentChemObjectBuilder.getInstance().newAtomContainer()));
    }
  }

  private static void assertNoHiddenHydrogens(IAtomContainer molecule) {
    assertEquals(5, molecule.getAtomCount());
    assertEquals(3, molecule.getBondCount());
    molecule.atoms().forEach(atom -> assertEquals(0, (int) atom.getImplicitHydrogenCount()));
    assertTrue(molecule.getAtom(0).getPoint3d() != null);
  }

  @Test
  public void propertiesAreDataItems() throws IOException {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("U0", "-40.47893");
    properties.put("empty", "");
    properties.put("lines", "one\n\ntwo\n$$$$\n> <fake>\nM  END");
    properties.put("odd <name>\n", "x");
    Molecule molecule = chain("with data", 3, 1, List.of()).withProperties(properties);
    Reading reading =
        Reading.ofText(write(MoleculeFormat.SDF, molecule, molecule), "a.sdf", ReadOptions.DEFAULT);
    assertEquals(0, reading.summary().skipped());
    assertEquals(2, reading.summary().read());
    Map<String, String> read = reading.molecules().get(1).properties();
    assertEquals(List.of("U0", "empty", "lines", "odd _name_ "), List.copyOf(read.keySet()));
    assertEquals("-40.47893", read.get("U0"));
    assertEquals("", read.get("empty"));
    assertEquals("one\ntwo\n $$$$\n > <fake>\n M  END", read.get("lines"));
  }

  @Test
  public void namesCannotBreakOutOfTheirLine() throws IOException {
    Molecule molecule = chain("a\n2\nC 0 0 0\r\u001b[31m", 2, 1, List.of());
    for (MoleculeFormat format : MoleculeFormat.values()) {
      assertEquals("a 2 C 0 0 0  [31m", roundTrip(format, molecule).name());
    }
    assertEquals("$$$$", roundTrip(MoleculeFormat.SDF, chain("$$$$", 2, 1, List.of())).name());
  }

  @Test
  public void equalMoleculesGiveEqualFiles() throws IOException {
    Molecule molecule = chain("same", 5, 3, ALL_ORDERS);
    assertEquals(write(MoleculeFormat.SDF, molecule), write(MoleculeFormat.SDF, molecule));
    assertTrue(
        write(MoleculeFormat.SDF, molecule).startsWith("same\n     E-NF           3D\n\n  5  4"));
  }

  @Test
  public void fileAppearsWithItsNameOnlyAtTheEnd() throws IOException {
    Path file = temporary.getRoot().toPath().resolve("out.xyz");
    Files.writeString(file, "old");
    try (MoleculeWriter writer = MoleculeFiles.create(file)) {
      writer.write(chain("new", 3, 1, List.of()));
      assertEquals("old", Files.readString(file));
      writer.commit();
      assertEquals("new", Reading.ofPath(file, ReadOptions.DEFAULT).molecule().name());
    }
    assertEquals(List.of("out.xyz"), names());
  }

  @Test
  public void fileWithoutCommitIsDropped() throws IOException {
    Path file = temporary.getRoot().toPath().resolve("out.sdf");
    Files.writeString(file, "old");
    try (MoleculeWriter writer = MoleculeFiles.create(file)) {
      writer.write(chain("new", 3, 1, List.of()));
    }
    assertEquals("old", Files.readString(file));
    assertEquals(List.of("out.sdf"), names());
  }

  private List<String> names() {
    return List.of(temporary.getRoot().list());
  }

  @Test
  public void nameTellsFormatAndCompression() throws IOException {
    for (String name : new String[] {"a.xyz", "a.sdf", "a.xyz.gz", "a.SDF.GZ", "a.mol"}) {
      Path file = temporary.getRoot().toPath().resolve(name);
      try (MoleculeWriter writer = MoleculeFiles.create(file)) {
        writer.write(chain("one", 3, 1, List.of()));
        writer.write(chain("two", 4, 1, List.of()));
        writer.commit();
      }
      Reading reading = Reading.ofPath(file, ReadOptions.DEFAULT);
      assertEquals(List.of("one", "two"), reading.names());
      boolean packed = (Files.readAllBytes(file)[0] & 0xFF) == 0x1F;
      assertEquals(name, name.toLowerCase(java.util.Locale.ROOT).endsWith(".gz"), packed);
    }
  }

  @Test
  public void linkedFileIsReplacedAndTheLinkStays() throws IOException {
    Path folder = temporary.getRoot().toPath();
    Path file = folder.resolve("real.xyz");
    Files.writeString(file, "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.xyz"), file);
    try (MoleculeWriter writer = MoleculeFiles.create(link)) {
      writer.write(chain("new", 3, 1, List.of()));
      writer.commit();
    }
    assertTrue(Files.isSymbolicLink(link));
    assertEquals("new", Reading.ofPath(file, ReadOptions.DEFAULT).molecule().name());
  }

  @Test
  public void targetsThatCannotBeWrittenAreRefusedInOneSentence() throws IOException {
    Path folder = temporary.getRoot().toPath();
    Path noFolder = folder.resolve("missing").resolve("a.xyz");
    assertEquals(
        noFolder
            + ": the file cannot be written (no such file or folder); check its folder, the"
            + " permissions and the free space",
        refusal(noFolder));
    Path aFolder = Files.createDirectory(folder.resolve("b.xyz"));
    assertEquals(aFolder + ": this is a folder; name a file to write", refusal(aFolder));
    for (String name : new String[] {"a", "a.txt", "a.xyz.bz2", "xyz"}) {
      assertTrue(refusal(folder.resolve(name)).contains("cannot tell the format to write"));
    }
    assertFalse(Files.exists(folder.resolve("a.xyz.bz2")));
  }

  private static String refusal(Path target) {
    return assertThrows(IOException.class, () -> MoleculeFiles.create(target).close()).getMessage();
  }

  @Test
  public void dashStandsForTheStandardOutputWhichStaysOpen() throws IOException {
    PrintStream standard = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, false, StandardCharsets.UTF_8));
    try {
      try (MoleculeWriter writer = MoleculeFiles.create("-", MoleculeFormat.XYZ)) {
        writer.write(chain("one", 2, 1, List.of()));
        writer.commit();
      }
      System.out.print("after");
      System.out.flush();
    } finally {
      System.setOut(standard);
    }
    String text = printed.toString(StandardCharsets.UTF_8);
    assertTrue(text, text.startsWith("2\none\nH "));
    assertTrue(text, text.endsWith("after"));
  }
}

package org.enf.core.molecule.io;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeFalse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class MoleculeFilesTest {
  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  private Path folder;

  @Before
  public void makeFolder() {
    folder = temporary.getRoot().toPath();
  }

  private Reading read() throws IOException {
    return Reading.ofPath(folder, ReadOptions.DEFAULT);
  }

  private static String refusal(Path path) {
    return assertThrows(
            MoleculeFormatException.class, () -> Reading.ofPath(path, ReadOptions.DEFAULT))
        .getMessage();
  }

  @Test
  public void folderGivesItsXyzFilesByName() throws IOException {
    Files.writeString(folder.resolve("b.xyz"), Examples.WATER_XYZ);
    Files.write(folder.resolve("a.xyz.gz"), Packing.gzip(Packing.bytes(Examples.MONOXIDE_XYZ)));
    Files.writeString(folder.resolve("c.xyz"), Examples.QM9_HYDROGEN_CYANIDE);
    Files.writeString(folder.resolve("readme.txt"), "1\nno molecule\nC 0 0 0\n");
    Files.writeString(folder.resolve("._b.xyz"), "companion of a file on macOS");
    Files.createDirectory(folder.resolve("d.xyz"));
    Reading reading = read();
    assertEquals(List.of("monoxide", "water", "gdb 5"), reading.names());
    assertEquals(0, reading.summary().skipped());
  }

  @Test
  public void damagedFileInAFolderDoesNotHideTheOthers() throws IOException {
    Files.writeString(folder.resolve("a.xyz"), Examples.WATER_XYZ);
    byte[] packed = Packing.gzip(Packing.bytes(Examples.WATER_XYZ));
    Files.write(folder.resolve("b.xyz.gz"), Packing.firstPartOf(packed, packed.length - 9));
    Files.write(folder.resolve("c.xyz.gz"), Packing.firstPartOf(packed, 5));
    Files.writeString(folder.resolve("d.xyz"), "");
    Files.writeString(folder.resolve("e.xyz"), "nonsense");
    Files.writeString(folder.resolve("f.xyz"), Examples.MONOXIDE_XYZ);
    Reading reading = read();
    assertEquals("water", reading.names().get(0));
    assertTrue(reading.names().contains("monoxide"));
    assertEquals(4, reading.summary().skipped());
    assertEquals(
        folder.resolve("e.xyz") + ":1: expected the number of atoms, found 'nonsense'",
        reading.summary().problems().get(3).toString());
  }

  @Test
  public void folderWithoutXyzFilesIsRefused() {
    assertEquals(
        folder + ": the folder holds no .xyz file; name a folder of .xyz files or a single file",
        refusal(folder));
  }

  @Test
  public void missingFileIsRefused() {
    Path missing = folder.resolve("missing.xyz");
    assertEquals(
        missing + ": the file cannot be opened (no such file or folder)", refusal(missing));
  }

  @Test
  public void unreadableFileIsRefused() throws IOException {
    Path file = folder.resolve("secret.xyz");
    Files.writeString(file, Examples.WATER_XYZ);
    boolean locked = file.toFile().setReadable(false);
    assumeFalse("this user may read every file", !locked || Files.isReadable(file));
    assertEquals(file + ": the file cannot be opened (permission denied)", refusal(file));
  }

  @Test
  public void impossibleNameIsRefused() {
    String message =
        assertThrows(IOException.class, () -> MoleculeFiles.open("a\0b", ReadOptions.DEFAULT))
            .getMessage();
    assertEquals("'a?b' is not the name of a file", message);
  }

  @Test
  public void dashStandsForTheStandardInputWhichStaysOpen() throws IOException {
    InputStream standard = System.in;
    boolean[] closed = new boolean[1];
    System.setIn(
        new ByteArrayInputStream(Packing.gzip(Packing.bytes(Examples.WATER_XYZ))) {
          @Override
          public void close() {
            closed[0] = true;
          }
        });
    try (MoleculeReader reader = MoleculeFiles.open("-", ReadOptions.DEFAULT)) {
      assertEquals("water", Reading.rest(reader).molecule().name());
    } finally {
      System.setIn(standard);
    }
    assertFalse(closed[0]);
  }

  @Test
  public void formatIsKnownByTheEndOfTheName() {
    assertEquals(Optional.of(MoleculeFormat.XYZ), MoleculeFormat.ofName("a.b/C.XYZ"));
    assertEquals(Optional.of(MoleculeFormat.XYZ), MoleculeFormat.ofName("x.xyz.bz2"));
    assertEquals(Optional.of(MoleculeFormat.SDF), MoleculeFormat.ofName("x.sdf.gz"));
    assertEquals(Optional.of(MoleculeFormat.SDF), MoleculeFormat.ofName("x.mol"));
    for (String name : new String[] {"xyz", "sdf", "x.tar", "x.gz", "", "a.xyz/b"}) {
      assertEquals(name, Optional.empty(), MoleculeFormat.ofName(name));
    }
  }

  @Test
  public void moleculesAreReadOneByOneFromLargeFiles() throws IOException {
    Path file = folder.resolve("large.xyz");
    Files.writeString(file, Examples.WATER_XYZ.repeat(50_000));
    try (MoleculeReader reader = MoleculeFiles.open(file, ReadOptions.DEFAULT)) {
      long count = 0;
      while (reader.next() != null) {
        count++;
        assertEquals(count, reader.summary().read());
      }
      assertEquals(50_000, count);
    }
  }
}

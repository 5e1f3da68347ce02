package org.enf.core.molecule.io;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.Test;

public class TarFilesTest {
  private static final String WATER = Examples.WATER_XYZ;
  private static final String MONOXIDE = Examples.MONOXIDE_XYZ;
  private static final List<String> BOTH = List.of("water", "monoxide");

  private static Reading read(byte[] archive) throws IOException {
    return Reading.ofBytes(archive, "set.tar", ReadOptions.DEFAULT);
  }

  /** The one problem with an archive in which two molecules are good. */
  private static String problemBetweenGoodFiles(Packing.Tar withWaterAndBroken) throws IOException {
    byte[] archive = withWaterAndBroken.file("monoxide.xyz", MONOXIDE).toBytes();
    Reading reading = read(archive);
    assertEquals(BOTH, reading.names());
    assertThrows(
        MoleculeFormatException.class, () -> Reading.ofBytes(archive, "set.tar", Reading.STRICT));
    return reading.problem();
  }

  private static Packing.Tar withWater() throws IOException {
    return new Packing.Tar().file("water.xyz", WATER);
  }

  @Test
  public void archiveOfQm9IsReadInItsOrder() throws IOException {
    byte[] archive =
        new Packing.Tar()
            .file("dsgdb9nsd_000005.xyz", Examples.QM9_HYDROGEN_CYANIDE)
            .file("dsgdb9nsd_000006.xyz", Examples.QM9_HYDROGEN_CYANIDE.replace("gdb 5", "gdb 6"))
            .toBytes();
    for (byte[] packed : new byte[][] {archive, Packing.gzip(archive), Packing.bzip2(archive)}) {
      for (String name : new String[] {"dsgdb9nsd.xyz.tar.bz2", "3195389", "set.xyz"}) {
        Reading reading = Reading.ofBytes(packed, name, ReadOptions.DEFAULT);
        assertEquals(List.of("gdb 5", "gdb 6"), reading.names());
        assertEquals(0, reading.summary().skipped());
      }
    }
  }

  @Test
  public void foldersAndOtherFilesAreNoMolecules() throws IOException {
    String longName = "a".repeat(150) + "/water.xyz";
    byte[] archive =
        new Packing.Tar()
            .folder("set")
            .file("set/readme.txt", "1\nnot a molecule\nC 0 0 0\n")
            .file(longName, WATER)
            .file("set/._water.xyz", "companion of a file on macOS")
            .file("set/methanal.sdf", Examples.METHANAL_SDF)
            .file("set/monoxide.xyz.gz", Packing.gzip(Packing.bytes(MONOXIDE)))
            .toBytes();
    Reading reading = read(archive);
    assertEquals(List.of("water", "methanal", "monoxide"), reading.names());
    assertEquals(0, reading.summary().skipped());
  }

  @Test
  public void brokenEntryIsToldWithItsName() throws IOException {
    assertEquals(
        "set.tar/bad.xyz:3: atom 1 of 1: 'Xx' is no element",
        problemBetweenGoodFiles(withWater().file("bad.xyz", "1\n\nXx 0 0 0\n")));
    assertEquals(
        "set.tar/bad.xyz:3: the file ends behind 1 of 2 atoms",
        problemBetweenGoodFiles(withWater().file("bad.xyz", "2\n\nC 0 0 0\n")));
    assertEquals(
        "set.tar/bad.xyz: the file is empty",
        problemBetweenGoodFiles(withWater().file("bad.xyz", "")));
  }

  @Test
  public void pathsThatLeaveTheArchiveAreRefused() throws IOException {
    for (String path :
        new String[] {
          "../bad.xyz", "a/../../bad.xyz", "/etc/bad.xyz", "..\\bad.xyz", "C:\\b.xyz"
        }) {
      assertEquals(
          "set.tar: entry '" + path + "' has a path that leads out of the archive",
          problemBetweenGoodFiles(withWater().file(path, WATER)));
    }
  }

  @Test
  public void linksAndDevicesAreRefused() throws IOException {
    assertEquals(
        "set.tar: entry 'bad.xyz' is a link, which is not followed",
        problemBetweenGoodFiles(
            withWater().special("bad.xyz", TarConstants.LF_SYMLINK, "/etc/passwd")));
    assertEquals(
        "set.tar: entry 'bad.xyz' is a link, which is not followed",
        problemBetweenGoodFiles(withWater().special("bad.xyz", TarConstants.LF_LINK, "water.xyz")));
    assertEquals(
        "set.tar: entry 'bad.xyz' is not a plain file",
        problemBetweenGoodFiles(withWater().special("bad.xyz", TarConstants.LF_FIFO, "")));
  }

  @Test
  public void entryLargerThanTheLimitIsRefused() throws IOException {
    ReadLimits limits = new ReadLimits(1000, 1000, 1000, 200, 20, 1 << 20);
    byte[] archive =
        withWater().file("large.xyz", WATER.repeat(10)).file("monoxide.xyz", MONOXIDE).toBytes();
    Reading reading = Reading.ofBytes(archive, "set.tar", ReadOptions.DEFAULT.within(limits));
    assertEquals(BOTH, reading.names());
    assertEquals(
        "set.tar: entry 'large.xyz' is larger than the allowed 200 bytes", reading.problem());
  }

  @Test
  public void archiveWithoutMoleculesIsTold() throws IOException {
    assertEquals(
        "set.tar: the archive holds no .xyz or .sdf file",
        read(new Packing.Tar().file("readme.txt", "hello").toBytes()).problem());
  }

  @Test
  public void truncatedArchiveIsTold() throws IOException {
    byte[] archive = withWater().file("monoxide.xyz", MONOXIDE.repeat(200)).toBytes();
    int monoxide = 1024;
    for (int length :
        new int[] {monoxide, monoxide + 100, monoxide + 512, monoxide + 600, monoxide + 6000}) {
      Reading reading = read(Arrays.copyOf(archive, length));
      assertEquals("water", reading.names().get(0));
      assertEquals("" + reading.summary().problems(), 1, reading.summary().skipped());
    }
    assertEquals(
        "set.tar: the archive ends without its end mark; it is cut off",
        read(Arrays.copyOf(archive, monoxide)).problem());
  }

  @Test
  public void archiveWithOneEndBlockOnlyIsWhole() throws IOException {
    byte[] archive = withWater().toBytes();
    Reading reading = read(Arrays.copyOf(archive, 1024 + 512));
    assertEquals("water", reading.molecule().name());
  }

  @Test
  public void hugeHeaderIsRefused() throws IOException {
    byte[] archive = new Packing.Tar().longName(new byte[2_000_000]).file("a.xyz", WATER).toBytes();
    Reading reading = read(archive);
    assertEquals(List.of(), reading.names());
    assertEquals("set.tar: a header of the archive is too large", reading.problem());
  }

  @Test
  public void archiveInAnArchiveIsNotOpened() throws IOException {
    byte[] inner = new Packing.Tar().file("monoxide.xyz", MONOXIDE).toBytes();
    Reading reading = read(withWater().file("inner.xyz", inner).toBytes());
    assertEquals(List.of("water"), reading.names());
    assertTrue(reading.summary().skipped() > 0);
  }

  @Test
  public void randomDamageNeverEndsInAnythingButProblems() throws IOException {
    byte[] good =
        withWater()
            .file("b".repeat(120) + ".xyz", WATER)
            .special("link", TarConstants.LF_SYMLINK, "target")
            .file("c.sdf", Examples.METHANAL_SDF)
            .toBytes();
    good = Arrays.copyOf(good, 7168);
    Random random = new Random(6);
    for (int round = 0; round < 2000; round++) {
      byte[] bad = good.clone();
      for (int hits = random.nextInt(8); hits >= 0; hits--) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
      }
      Reading reading = read(bad);
      assertTrue(reading.summary().read() + reading.summary().skipped() > 0);
    }
  }
}

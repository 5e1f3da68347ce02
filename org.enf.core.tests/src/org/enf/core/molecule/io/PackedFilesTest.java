package org.enf.core.molecule.io;

import static org.enf.core.molecule.io.Packing.bytes;
import static org.enf.core.molecule.io.Packing.bzip2;
import static org.enf.core.molecule.io.Packing.gzip;
import static org.enf.core.molecule.io.Packing.join;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.Test;

public class PackedFilesTest {
  private static final byte[] WATER = bytes(Examples.WATER_XYZ);
  private static final byte[] MONOXIDE = bytes(Examples.MONOXIDE_XYZ);
  private static final byte[] METHANAL = bytes(Examples.METHANAL_SDF);
  private static final List<String> BOTH = List.of("water", "monoxide");

  private static Reading read(byte[] content, String name) throws IOException {
    return Reading.ofBytes(content, name, ReadOptions.DEFAULT);
  }

  @Test
  public void gzipAndBzip2AreKnownByTheirContent() throws IOException {
    for (String name : new String[] {"a.xyz.gz", "a.xyz", "standard input"}) {
      assertEquals(BOTH, read(gzip(join(WATER, MONOXIDE)), name).names());
      assertEquals(BOTH, read(bzip2(join(WATER, MONOXIDE)), name).names());
    }
    assertEquals(List.of("methanal"), read(gzip(METHANAL), "a.sdf.gz").names());
    assertEquals(List.of("methanal"), read(bzip2(METHANAL), "a").names());
  }

  @Test
  public void severalStreamsInOneFileAreAllRead() throws IOException {
    assertEquals(BOTH, read(join(gzip(WATER), gzip(MONOXIDE)), "a.xyz.gz").names());
    assertEquals(BOTH, read(join(bzip2(WATER), bzip2(MONOXIDE)), "a.xyz.bz2").names());
  }

  @Test
  public void severalStreamsFromASlowPipeAreAllRead() throws IOException {
    for (byte[] packed :
        new byte[][] {join(gzip(WATER), gzip(MONOXIDE)), join(bzip2(WATER), bzip2(MONOXIDE))}) {
      try (InputStream pipe = Packing.drip(packed)) {
        assertEquals(BOTH, Reading.ofStream(pipe, "pipe", ReadOptions.DEFAULT).names());
      }
    }
  }

  @Test
  public void truncatedDataAreToldAndWhatCameBeforeIsRead() throws IOException {
    byte[] large = bytes(Examples.WATER_XYZ.repeat(20_000));
    for (byte[] packed : new byte[][] {gzip(large), bzip2(large)}) {
      byte[] cut = Packing.firstPartOf(packed, packed.length - 20);
      Reading reading = read(cut, "a.xyz");
      String problem = reading.problem();
      assertTrue(problem, problem.matches("a\\.xyz:?\\d*: .*data are damaged or cut off.*"));
      assertThrows(
          MoleculeFormatException.class, () -> Reading.ofBytes(cut, "a.xyz", Reading.STRICT));
    }
    Reading gzipped = read(Packing.firstPartOf(gzip(large), gzip(large).length - 20), "a.xyz");
    assertTrue(gzipped.summary().read() > 1000);
    String problem = gzipped.problem();
    assertTrue(problem, problem.startsWith("a.xyz:"));
  }

  @Test
  public void damagedDataAreTold() throws IOException {
    for (byte[] packed : new byte[][] {gzip(join(WATER, MONOXIDE)), bzip2(join(WATER, MONOXIDE))}) {
      packed[packed.length / 2] ^= 0x55;
      Reading reading = damaged(packed);
      List<ReadProblem> problems = reading.summary().problems();
      String last = problems.get(problems.size() - 1).sentence();
      assertTrue(last, last.contains("data are damaged or cut off"));
    }
  }

  /** What is read of damaged data; damage seen on opening counts as well. */
  private static Reading damaged(byte[] packed) throws IOException {
    try {
      return read(packed, "a.xyz");
    } catch (MoleculeFormatException onOpening) {
      return new Reading(List.of(), new ReadSummary(0, 1, 0, List.of(onOpening.problem())));
    }
  }

  @Test
  public void garbageBehindAStreamIsTold() throws IOException {
    for (byte[] packed : new byte[][] {gzip(WATER), bzip2(WATER)}) {
      Reading reading = read(join(packed, bytes("garbage")), "a.xyz");
      assertEquals(List.of("water"), reading.names());
      assertTrue(reading.problem(), reading.problem().contains("after a valid"));
    }
  }

  @Test
  public void bareSignaturesAreRefused() {
    for (byte[] head : new byte[][] {{0x1F, (byte) 0x8B}, bytes("BZh"), bytes("BZh9AAAAAAAA")}) {
      String message =
          assertThrows(MoleculeFormatException.class, () -> read(head, "a.xyz")).getMessage();
      assertTrue(message, message.contains("data are damaged or cut off"));
    }
  }

  @Test
  public void foreignPackingsAreNamed() {
    assertEquals(
        "a.xyz: the file is a zip archive, which is not read; give plain text, .gz, .bz2 or .tar",
        assertThrows(
                MoleculeFormatException.class, () -> read(bytes("PK\u0003\u0004...."), "a.xyz"))
            .getMessage());
    byte[] xz = {(byte) 0xFD, '7', 'z', 'X', 'Z', 0, 0, 0};
    assertTrue(
        assertThrows(MoleculeFormatException.class, () -> read(xz, "a.xyz"))
            .getMessage()
            .contains("compressed with xz"));
  }

  @Test
  public void bombsAreStopped() throws IOException {
    ReadLimits limits = new ReadLimits(1 << 20, 1000, 1 << 20, 1 << 20, 20, 1 << 20);
    ReadOptions options = ReadOptions.DEFAULT.within(limits);
    byte[] bomb = bytes(Examples.WATER_XYZ + "\n".repeat(3_000_000));
    for (byte[] packed : new byte[][] {gzip(bomb), bzip2(bomb), gzip(gzip(bomb))}) {
      Reading reading = Reading.ofBytes(packed, "bomb.xyz", options);
      assertEquals(List.of("water"), reading.names());
      assertTrue(
          reading.problem(), reading.problem().contains("unpack to more than 20 times their size"));
    }
  }

  @Test
  public void compressionOverAndOverIsRefused() throws IOException {
    byte[] layers = WATER;
    for (int i = 0; i < 4; i++) {
      layers = gzip(layers);
    }
    byte[] tooMany = layers;
    assertThrows(MoleculeFormatException.class, () -> read(tooMany, "a.xyz"));
    assertEquals(List.of("water"), read(bzip2(gzip(WATER)), "a.xyz").names());
  }
}

package org.enf.core.particles;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.enf.core.testing.TestPaths;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Arrays saved by NumPy, and files that only look like such. */
public class NpyFileTest {
  private static final String FLOATS =
      "{'descr': '<f4', 'fortran_order': False, 'shape': (3, 2), }";

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private Path file(int version, String header, byte[] data) throws IOException {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
    ByteBuffer length = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(text.length);
    out.write(length.array(), 0, version == 1 ? 2 : 4);
    out.write(text);
    out.write(data);
    Path path = folder.newFile().toPath();
    return Files.write(path, out.toByteArray());
  }

  private static byte[] floats(float... values) {
    ByteBuffer buffer = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      buffer.putFloat(value);
    }
    return buffer.array();
  }

  private static byte[] doubles(double... values) {
    ByteBuffer buffer = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      buffer.putDouble(value);
    }
    return buffer.array();
  }

  private void refused(String expected, Path path) {
    IOException e = assertThrows(IOException.class, () -> NpyFile.open(path).close());
    assertTrue(e.getMessage(), e.getMessage().startsWith(path.toString()));
    assertTrue(e.getMessage(), e.getMessage().contains(expected));
  }

  private void refused(String expected, String header) throws IOException {
    refused(expected, file(1, header, new byte[24]));
  }

  @Test
  public void floatsOfAllVersionsAreRead() throws IOException {
    for (int version = 1; version <= 3; version++) {
      try (NpyFile npy = NpyFile.open(file(version, FLOATS, floats(1, 2, 3, 4, 5, -6.5f)))) {
        assertEquals(3, npy.rows());
        assertEquals(2, npy.columns());
        assertArrayEquals(new double[] {1, 2, 3, 4, 5, -6.5}, npy.read(0, 3), 0);
      }
    }
  }

  @Test
  public void anyRangeOfRowsIsRead() throws IOException {
    try (NpyFile npy = NpyFile.open(file(1, FLOATS, floats(1, 2, 3, 4, 5, 6)))) {
      assertArrayEquals(new double[] {5, 6}, npy.read(2, 1), 0);
      assertArrayEquals(new double[] {3, 4}, npy.read(1, 1), 0);
      assertArrayEquals(new double[0], npy.read(3, 0), 0);
      assertThrows(IndexOutOfBoundsException.class, () -> npy.read(2, 2));
      assertThrows(IndexOutOfBoundsException.class, () -> npy.read(-1, 2));
    }
  }

  @Test
  public void arraysOfOneAndThreeAxesAndDoublesAreRead() throws IOException {
    String three = "{\"shape\": (1,2,2), \"descr\":\"<f8\",\"fortran_order\" : False}";
    try (NpyFile npy = NpyFile.open(file(1, three, doubles(1, 2, 3, 1e-300)))) {
      assertEquals(1, npy.rows());
      assertEquals(4, npy.columns());
      assertArrayEquals(new double[] {1, 2, 3, 1e-300}, npy.read(0, 1), 0);
    }
    String one = "{'descr': '<f8', 'fortran_order': False, 'shape': (2,), }";
    try (NpyFile npy = NpyFile.open(file(1, one, doubles(1, 2)))) {
      assertEquals(2, npy.rows());
      assertEquals(1, npy.columns());
    }
  }

  @Test
  public void longTablesAreReadInParts() throws IOException {
    double[] values = new double[50_000];
    for (int k = 0; k < values.length; k++) {
      values[k] = k;
    }
    String header = "{'descr': '<f8', 'fortran_order': False, 'shape': (10000, 5), }";
    try (NpyFile npy = NpyFile.open(file(1, header, doubles(values)))) {
      assertArrayEquals(values, npy.read(0, 10_000), 0);
    }
  }

  @Test
  public void shapesThatTheFileDoesNotHoldAreRefusedBeforeAnythingIsAllocated() throws IOException {
    refused("claims 4 × 2 numbers", FLOATS.replace("3, 2", "4, 2"));
    refused("claims 2 × 2 numbers", FLOATS.replace("3, 2", "2, 2"));
    refused("damaged", FLOATS.replace("3, 2", "999999999999999999, 2"));
    refused("more than 1000000 values", FLOATS.replace("3, 2", "1, 999999999999999999"));
    refused("more than 1000000 values", FLOATS.replace("3, 2", "1, 999999, 999999"));
    refused("no values", FLOATS.replace("3, 2", "3, 0"));
    refused("no readable 'shape'", FLOATS.replace("3, 2", "99999999999999999999, 2"));
    refused("no readable 'shape'", FLOATS.replace("3, 2", "-3, 2"));
  }

  @Test
  public void otherTypesOrdersAndAxesAreRefused() throws IOException {
    refused("type '>f4'", FLOATS.replace("<f4", ">f4"));
    refused("type '<i8'", FLOATS.replace("<f4", "<i8"));
    refused("type '|O'", FLOATS.replace("<f4", "|O"));
    refused("column by column", FLOATS.replace("False", "True"));
    refused("no axes", FLOATS.replace("3, 2", ""));
    refused("4 axes", FLOATS.replace("3, 2", "1, 1, 3, 2"));
    refused("no readable 'descr'", FLOATS.replace("descr", "x"));
    refused("no readable 'fortran_order'", "{'descr': '<f4'}");
  }

  @Test
  public void whatIsNoNpyFileIsRefused() throws IOException {
    refused("too short", Files.write(folder.newFile().toPath(), new byte[3]));
    refused("no .npy file", Files.write(folder.newFile().toPath(), new byte[300]));
    refused("version 9", file(9, FLOATS, floats(1, 2, 3, 4, 5, 6)));
    byte[] hostile = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 2, 0, -1, -1, -1, -1, 0};
    refused("claims 4294967295 bytes", Files.write(folder.newFile().toPath(), hostile));
    refused(
        "too short", Files.write(folder.newFile().toPath(), java.util.Arrays.copyOf(hostile, 11)));
    refused("no such file", folder.getRoot().toPath().resolve("missing.npy"));
    refused("no file", folder.getRoot().toPath());
  }

  @Test
  public void numbersThatAreNotFiniteAreRefusedWithTheirRow() throws IOException {
    try (NpyFile npy = NpyFile.open(file(1, FLOATS, floats(1, 2, 3, Float.NaN, 5, 6)))) {
      assertArrayEquals(new double[] {5, 6}, npy.read(2, 1), 0);
      IOException e = assertThrows(IOException.class, () -> npy.read(0, 3));
      assertTrue(e.getMessage(), e.getMessage().contains("row 2 "));
    }
  }

  @Test
  public void theSharedSetsAreRead() throws IOException {
    Path particles = TestPaths.shared().resolve("data").resolve("particles");
    assumeTrue("no folder " + particles, Files.isDirectory(particles));
    try (NpyFile npy = NpyFile.open(particles.resolve("lj13.npy"))) {
      assertEquals(39, npy.columns());
      assertEquals(1_000 * 39, npy.read(npy.rows() - 1_000, 1_000).length);
    }
  }
}

package org.enf.core.model.safetensors;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.Test;

public class RoundTripTest {
  private static final String EMOJI = "\uD83D\uDE80";

  @Test
  public void aFileWrittenByHandIsWhatTheWriterWrites() throws IOException {
    String header =
        "{\"__metadata__\":{\"k\":\"v\\\"\"},"
            + "\"w\":{\"dtype\":\"F32\",\"shape\":[2,1],\"data_offsets\":[0,8]},"
            + "\"s\":{\"dtype\":\"U8\",\"shape\":[],\"data_offsets\":[8,9]}}";
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    assertEquals(134, header.length());
    expected.writeBytes(new byte[] {(byte) 136, 0, 0, 0, 0, 0, 0, 0});
    expected.writeBytes((header + "  ").getBytes(StandardCharsets.US_ASCII));
    expected.writeBytes(new byte[] {0, 0, (byte) 0x80, 0x3F, 0, 0, 0, (byte) 0xC0, 7});
    SafetensorsFile content =
        SafetensorsFile.builder("m")
            .metadata("k", "v\"")
            .tensor("w", Tensor.float32(new float[] {1, -2}, 2, 1))
            .tensor("s", Tensor.ofBytes(DType.U8, new byte[] {7}))
            .build();
    assertArrayEquals(expected.toByteArray(), HandMadeFile.bytesOf(content));
    assertSameContent(content, SafetensorsReader.read(expected.toByteArray(), "m"));
  }

  @Test
  public void theEmptyContentIsAnEmptyObject() throws IOException {
    byte[] bytes = HandMadeFile.bytesOf(SafetensorsFile.builder("m").build());
    assertArrayEquals(HandMadeFile.of("{}      ", 0), bytes);
    SafetensorsFile read = SafetensorsReader.read(bytes, "m");
    assertTrue(read.tensors().isEmpty());
    assertTrue(read.metadata().isEmpty());
  }

  @Test
  public void randomContentsSurvive() throws IOException {
    Random random = new Random(5);
    for (int round = 0; round < 100; round++) {
      SafetensorsFile content = randomContent(random);
      byte[] bytes = HandMadeFile.bytesOf(content);
      SafetensorsFile read = SafetensorsReader.read(bytes, "m");
      assertSameContent(content, read);
      assertArrayEquals("the same content, the same bytes", bytes, HandMadeFile.bytesOf(read));
      long header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
      assertEquals("the data begins aligned", 0, header % 8);
    }
  }

  private static SafetensorsFile randomContent(Random random) {
    SafetensorsFile.Builder builder = SafetensorsFile.builder("m");
    int tensors = random.nextInt(8);
    for (int i = 0; i < tensors; i++) {
      DType dtype = DType.values()[random.nextInt(DType.values().length)];
      long[] shape = random.longs(random.nextInt(5), 0, 4).toArray();
      int size = dtype.byteSize();
      for (long dimension : shape) {
        size *= (int) dimension;
      }
      byte[] data = new byte[size];
      random.nextBytes(data);
      builder.tensor("tensor." + i, Tensor.ofBytes(dtype, data, shape));
    }
    int entries = random.nextInt(4);
    for (int i = 0; i < entries; i++) {
      builder.metadata("key" + i, "{\"value\": [" + random.nextLong() + "]}\n");
    }
    return builder.build();
  }

  @Test
  public void everyDTypeAndTheExtremeShapesSurvive() throws IOException {
    SafetensorsFile.Builder builder = SafetensorsFile.builder("m");
    for (DType dtype : DType.values()) {
      byte[] data = new byte[6 * dtype.byteSize()];
      new Random(dtype.ordinal()).nextBytes(data);
      builder.tensor("full " + dtype, Tensor.ofBytes(dtype, data, 2, 3));
      builder.tensor("empty " + dtype, Tensor.ofBytes(dtype, new byte[0], 4, 0));
      builder.tensor("scalar " + dtype, Tensor.ofBytes(dtype, new byte[dtype.byteSize()]));
    }
    builder.tensor("huge but empty", Tensor.float32(new float[0], 0, Long.MAX_VALUE));
    builder.tensor("deep", Tensor.int64(new long[1], 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1));
    SafetensorsFile content = builder.build();
    assertSameContent(content, SafetensorsReader.read(HandMadeFile.bytesOf(content), "m"));
  }

  @Test
  public void anyUnicodeNameSurvives() throws IOException {
    String document = "{\"Å\": \"" + EMOJI + "\"}";
    SafetensorsFile.Builder builder = SafetensorsFile.builder("m").metadata(EMOJI, document);
    List<String> names =
        List.of("", " ", "größe", "层.0", EMOJI, "a\"b\\c/d", "\u0000\n\t\u007F\u2028", "\uFEFF");
    for (String name : names) {
      builder.tensor(name, Tensor.float32(new float[] {name.length()}));
    }
    SafetensorsFile content = builder.build();
    byte[] bytes = HandMadeFile.bytesOf(content);
    assertSameContent(content, SafetensorsReader.read(bytes, "m"));
    String text = new String(bytes, StandardCharsets.UTF_8);
    assertTrue("names are readable in the header", text.contains("\"" + EMOJI + "\":{\"dtype\""));
  }

  @Test
  public void aHeaderOfAnotherWriterKeepsItsOrder() throws IOException {
    String header =
        "{ \"b\" : {\"data_offsets\":[1, 3], \"shape\":[2], \"dtype\":\"U8\"},\n"
            + "\t\"a\" : {\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[0,1]},"
            + "\"none\" : {\"dtype\":\"F64\",\"shape\":[0],\"data_offsets\":[1,1]},"
            + "\"__metadata__\":{\"format\":\"pt\"}}   ";
    SafetensorsFile read = SafetensorsReader.read(HandMadeFile.of(header, 3), "m");
    assertEquals(List.of("b", "a", "none"), List.copyOf(read.tensors().keySet()));
    assertArrayEquals(new long[] {1, 2}, read.require("b").toLongs());
    assertArrayEquals(new long[] {0}, read.require("a").toLongs());
    assertEquals("pt", read.requireMetadata("format"));
  }

  @Test
  public void aStreamMayArriveInSmallPiecesAndStaysOpen() throws IOException {
    SafetensorsFile content = randomContent(new Random(3));
    try (Trickle trickle = new Trickle(HandMadeFile.bytesOf(content))) {
      assertSameContent(content, SafetensorsReader.read(trickle, "m"));
      assertFalse("the stream belongs to the caller", trickle.closed);
    }
  }

  /** Gives at most three bytes at a time and remembers whether it was closed. */
  private static final class Trickle extends FilterInputStream {
    private boolean closed;

    Trickle(byte[] bytes) {
      super(new ByteArrayInputStream(bytes));
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      return super.read(target, offset, Math.min(length, 3));
    }

    @Override
    public void close() throws IOException {
      closed = true;
      super.close();
    }
  }

  @Test
  public void theFailureOfAStreamIsNotCalledABadFile() {
    IOException failure = new IOException("connection lost");
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw failure;
          }
        };
    IOException thrown = assertThrows(IOException.class, () -> SafetensorsReader.read(broken, "m"));
    assertEquals(failure, thrown);
  }

  private static void assertSameContent(SafetensorsFile expected, SafetensorsFile actual) {
    assertEquals(expected.tensors(), actual.tensors());
    assertEquals(expected.metadata(), actual.metadata());
    assertEquals(List.copyOf(expected.tensors().keySet()), List.copyOf(actual.tensors().keySet()));
    assertEquals(
        List.copyOf(expected.metadata().keySet()), List.copyOf(actual.metadata().keySet()));
  }
}

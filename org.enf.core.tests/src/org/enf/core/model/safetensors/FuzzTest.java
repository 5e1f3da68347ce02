package org.enf.core.model.safetensors;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.Test;

/** Damages one valid file in many ways; each is read or refused in the one way there is. */
public class FuzzTest {
  private static final byte[] VALID = valid();

  private static byte[] valid() {
    String header =
        "{\"__metadata__\":{\"model\":\"{\\\"layers\\\": 6}\",\"gr\u00F6\u00DFe\":\"\\u00e5\"},"
            + "\"w\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[0,24]},"
            + "\"b\":{\"dtype\":\"F64\",\"shape\":[],\"data_offsets\":[24,32]},"
            + "\"rng\":{\"dtype\":\"I64\",\"shape\":[1,2],\"data_offsets\":[32,48]},"
            + "\"none\":{\"dtype\":\"U8\",\"shape\":[0],\"data_offsets\":[48,48]}}     ";
    return HandMadeFile.of(header, 48);
  }

  @Test
  public void everyTruncationIsRefused() throws IOException {
    assertEquals(4, SafetensorsReader.read(VALID, "m").tensors().size());
    for (int length = 0; length < VALID.length; length++) {
      byte[] truncated = Arrays.copyOf(VALID, length);
      assertThrows(SafetensorsException.class, () -> SafetensorsReader.read(truncated, "m"));
    }
  }

  @Test
  public void everyFlippedBitIsReadOrRefused() throws IOException {
    int read = 0;
    for (int bit = 0; bit < 8 * VALID.length; bit++) {
      byte[] damaged = VALID.clone();
      damaged[bit / 8] ^= (byte) (1 << bit % 8);
      read += readOrRefuse(damaged);
    }
    assertTrue("all bits of the data and some of the names may flip: " + read, read > 8 * 48);
    assertTrue("most bits of the header may not: " + read, read < 8 * VALID.length / 2);
  }

  @Test
  public void randomDamageIsReadOrRefused() throws IOException {
    Random random = new Random(20210519);
    String alphabet = "\"{}[],:\\0123456789-.eE tfn\u0000\uFFFD";
    byte[] tokens = alphabet.getBytes(StandardCharsets.UTF_8);
    int refused = 0;
    for (int round = 0; round < 30_000; round++) {
      byte[] damaged = VALID.clone();
      int changes = 1 + random.nextInt(4);
      for (int i = 0; i < changes; i++) {
        int at = random.nextInt(damaged.length);
        damaged = damage(damaged, at, tokens[random.nextInt(tokens.length)], random);
      }
      refused += 1 - readOrRefuse(damaged);
    }
    assertTrue("most damage is found: " + refused, refused > 15_000);
  }

  private static byte[] damage(byte[] file, int at, byte token, Random random) {
    byte[] damaged = file.clone();
    switch (random.nextInt(4)) {
      case 0 -> damaged[at] = (byte) random.nextInt();
      case 1 -> damaged[at] = token;
      case 2 -> System.arraycopy(file, at, damaged, 0, file.length - at);
      default -> {
        int from = random.nextInt(file.length);
        int length = Math.min(random.nextInt(40), file.length - Math.max(at, from));
        System.arraycopy(file, from, damaged, at, length);
      }
    }
    return damaged;
  }

  @Test
  public void randomBytesAreRefused() {
    Random random = new Random(7);
    for (int round = 0; round < 5_000; round++) {
      byte[] header = new byte[random.nextInt(60)];
      random.nextBytes(header);
      byte[] file = HandMadeFile.of(header, 4);
      assertThrows(SafetensorsException.class, () -> SafetensorsReader.read(file, "m"));
    }
  }

  /** 1 if the file was read and writes again, 0 if it was refused; any other exception goes up. */
  private static int readOrRefuse(byte[] file) throws IOException {
    SafetensorsFile content;
    try {
      content = SafetensorsReader.read(file, HandMadeFile.NAME);
    } catch (SafetensorsException e) {
      HandMadeFile.assertSays(e, HandMadeFile.NAME + ": ");
      return 0;
    }
    SafetensorsFile again = SafetensorsReader.read(HandMadeFile.bytesOf(content), "m");
    assertEquals(content.tensors(), again.tensors());
    assertEquals(content.metadata(), again.metadata());
    return 1;
  }
}

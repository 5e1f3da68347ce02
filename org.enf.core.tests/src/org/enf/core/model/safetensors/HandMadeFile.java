package org.enf.core.model.safetensors;

import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Puts files together byte by byte, valid or not, without the code under test. */
final class HandMadeFile {
  static final String NAME = "some.enf";

  private HandMadeFile() {}

  /** The header behind its true length, and data that counts 0, 1, 2, … */
  static byte[] of(String header, int dataBytes) {
    return of(header.getBytes(StandardCharsets.UTF_8), dataBytes);
  }

  static byte[] of(byte[] header, int dataBytes) {
    return withLength(header.length, header, dataBytes);
  }

  /** The header behind a length that need not be true. */
  static byte[] withLength(long length, byte[] header, int dataBytes) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(length).array());
    file.writeBytes(header);
    for (int i = 0; i < dataBytes; i++) {
      file.write(i);
    }
    return file.toByteArray();
  }

  static byte[] bytesOf(SafetensorsFile content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SafetensorsWriter.write(content, out);
    return out.toByteArray();
  }

  /** Reading has to fail with one line that names the file and has these parts in this order. */
  static void assertRefused(byte[] file, String... parts) {
    SafetensorsException refusal =
        assertThrows(SafetensorsException.class, () -> SafetensorsReader.read(file, NAME));
    assertSays(refusal, NAME + ": ", parts);
  }

  /** The message is one short line with a beginning, these parts in this order, and a remedy. */
  static void assertSays(SafetensorsException refusal, String beginning, String... parts) {
    String message = refusal.getMessage();
    assertTrue(message, message.startsWith(beginning));
    assertTrue("one line: " + message, message.lines().count() == 1);
    assertTrue("short: " + message, message.length() < 600);
    assertTrue("with a remedy: " + message, message.contains("; "));
    int from = 0;
    for (String part : parts) {
      int at = message.indexOf(part, from);
      assertTrue("'" + part + "' in: " + message, at >= 0);
      from = at + part.length();
    }
  }
}

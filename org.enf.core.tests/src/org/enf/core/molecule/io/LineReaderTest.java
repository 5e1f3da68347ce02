package org.enf.core.molecule.io;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;

public class LineReaderTest {
  private static LineReader reader(String text, int longest) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new LineReader("test", new ByteArrayInputStream(bytes), longest);
  }

  private static List<String> lines(String text) throws IOException {
    List<String> lines = new ArrayList<>();
    try (LineReader reader = reader(text, 1000)) {
      while (reader.next()) {
        lines.add(reader.text());
      }
    }
    return lines;
  }

  @Test
  public void linesEndAtNewlinesOfUnixAndWindowsAndAtTheEndOfTheFile() throws IOException {
    assertEquals(List.of("a", "b", "", "c"), lines("a\nb\r\n\nc"));
    assertEquals(List.of("a"), lines("a\n"));
    assertEquals(List.of(), lines(""));
    assertEquals(List.of("", ""), lines("\n\n"));
  }

  @Test
  public void byteOrderMarkIsNoPartOfTheFirstLine() throws IOException {
    assertEquals(List.of("3", "\uFEFFx"), lines("\uFEFF3\n\uFEFFx\n"));
  }

  @Test
  public void linesStayWholeWhereTheBufferEnds() throws IOException {
    StringBuilder text = new StringBuilder();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 30_000; i++) {
      String line = "line " + i * 7919;
      expected.add(line);
      text.append(line).append('\n');
    }
    assertEquals(expected, lines(text.toString()));
  }

  @Test
  public void lineLargerThanTheBufferIsReadWhole() throws IOException {
    String large = "x".repeat(300_000);
    try (LineReader reader = reader("a\n" + large + "\nb\n", 400_000)) {
      assertTrue(reader.next());
      assertTrue(reader.next());
      assertEquals(large, reader.text());
      assertFalse(reader.overlong());
      assertTrue(reader.next());
      assertEquals("b", reader.text());
      assertEquals(3, reader.number());
    }
  }

  @Test
  public void overlongLineIsMarkedAndTheNextLineIsRight() throws IOException {
    for (int length : new int[] {81, 65_536, 65_537, 1_000_000}) {
      try (LineReader reader = reader("y".repeat(length) + "\nb\n", 80)) {
        assertTrue(reader.next());
        assertTrue(reader.overlong());
        assertTrue(reader.next());
        assertFalse(reader.overlong());
        assertEquals("b", reader.text());
        assertEquals(2, reader.number());
        assertFalse(reader.next());
      }
    }
  }

  @Test
  public void overlongLineAtTheEndEndsTheFile() throws IOException {
    try (LineReader reader = reader("y".repeat(200_000), 80)) {
      assertTrue(reader.next());
      assertTrue(reader.overlong());
      assertFalse(reader.next());
    }
  }

  @Test
  public void lineComesAgainAfterGoingBack() throws IOException {
    try (LineReader reader = reader("a\nb\n", 80)) {
      assertTrue(reader.next());
      assertTrue(reader.next());
      reader.back();
      assertEquals(1, reader.number());
      assertTrue(reader.next());
      assertEquals("b", reader.text());
      assertEquals(2, reader.number());
      assertFalse(reader.next());
    }
  }

  @Test
  public void excerptHidesControlCharactersAndIsShort() throws IOException {
    try (LineReader reader = reader("\u001b[31mred\u0000\u202e" + "z".repeat(500), 1000)) {
      assertTrue(reader.next());
      assertTrue(reader.excerpt(), reader.excerpt().startsWith("?[31mred??zzz"));
      assertTrue(reader.excerpt().length() < 70);
    }
  }
}

package org.enf.core.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.junit.Test;

/** Errors in words. */
public final class ErrorSentenceTest {
  @Test
  public void filesAreNamedWithTheReason() {
    assertEquals("a.xyz: no such file or folder", of(new NoSuchFileException("a.xyz")));
    assertEquals("a.xyz: access denied", of(new AccessDeniedException("a.xyz")));
  }

  @Test
  public void wrapperIsTakenOff() {
    assertEquals("x broke", of(new UncheckedIOException(new IOException("x broke"))));
  }

  @Test
  public void severalLinesBecomeOne() {
    assertEquals("one; two", of(new IOException("one\n  two\n")));
  }

  @Test
  public void controlCharactersAreEscaped() {
    assertEquals("a\\u001b[2J\\u0007b", of(new IOException("a\u001b[2J\u0007b")));
  }

  @Test
  public void missingMessageIsReplacedByTheKind() {
    assertEquals("IOException", of(new IOException()));
  }

  @Test
  public void memoryHasARemedy() {
    assertTrue(of(new OutOfMemoryError("Java heap space")).contains("--batch-size"));
  }

  @Test
  public void mistakesOfTheProgramAskForAReport() {
    String sentence = of(new IndexOutOfBoundsException("7"));
    assertTrue(sentence, sentence.startsWith("internal error, please report it"));
  }

  private static String of(Throwable failure) {
    return ErrorSentence.of(failure);
  }
}

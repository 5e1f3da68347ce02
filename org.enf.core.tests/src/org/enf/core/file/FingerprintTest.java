package org.enf.core.file;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class FingerprintTest {
  /** SHA-256 of "abc" as in FIPS 180-4's examples. */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void bytesInPartsAndFilesHaveTheFingerprintOfTheWhole() throws IOException {
    Fingerprint parts = new Fingerprint();
    parts.add(new byte[] {'a', 'b', 'x'}, 2);
    parts.add(new byte[] {'c'}, 1);
    assertEquals(ABC, parts.hex());
    Path file = folder.newFile().toPath();
    Files.write(file, "abc".getBytes(StandardCharsets.US_ASCII));
    assertEquals(ABC, Fingerprint.of(file));
  }
}

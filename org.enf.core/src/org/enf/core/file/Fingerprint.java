package org.enf.core.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of bytes that come one after the other: says whether data are the same. */
public final class Fingerprint {
  private final MessageDigest digest;

  /** The fingerprint of nothing yet. */
  public Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * That of a whole file, in hexadecimal.
   *
   * @throws IOException if it cannot be read
   */
  public static String of(Path path) throws IOException {
    Fingerprint fingerprint = new Fingerprint();
    try (InputStream in = Files.newInputStream(path)) {
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        fingerprint.add(buffer, read);
      }
    }
    return fingerprint.hex();
  }

  /** Adds the first {@code length} of these bytes. */
  public void add(byte[] bytes, int length) {
    digest.update(bytes, 0, length);
  }

  /** All bytes' fingerprint in hexadecimal; begins anew. */
  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}

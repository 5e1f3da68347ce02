package org.knime.core.node.port;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Streams of one entry of a zip archive: closing them ends the entry, not the archive. */
final class Unclosed {
  private Unclosed() {}

  static InputStream of(ZipInputStream zip) {
    return new FilterInputStream(zip) {
      @Override
      public void close() throws IOException {
        zip.closeEntry();
      }
    };
  }

  /** Goes to the next entry. */
  static void expect(String name, ZipInputStream zip) throws IOException {
    ZipEntry entry = zip.getNextEntry();
    if (entry == null || !name.equals(entry.getName())) {
      throw new IOException("Expected zip entry '" + name + "', got " + entry);
    }
  }
}

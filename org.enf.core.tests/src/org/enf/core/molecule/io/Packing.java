package org.enf.core.molecule.io;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;

/** Packs text as files have it. */
final class Packing {
  private Packing() {}

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream stream = new GZIPOutputStream(packed)) {
      stream.write(content);
    }
    return packed.toByteArray();
  }

  static byte[] bzip2(byte[] content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream stream = new BZip2CompressorOutputStream(packed)) {
      stream.write(content);
    }
    return packed.toByteArray();
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }

  static byte[] firstPartOf(byte[] content, int length) {
    return Arrays.copyOf(content, length);
  }

  /** Gives one byte at a time and never knows of more, as a slow pipe. */
  static InputStream drip(byte[] content) {
    return new SequenceInputStream(
        new ByteArrayInputStream(content), InputStream.nullInputStream()) {
      @Override
      public int available() {
        return 0;
      }

      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        return super.read(into, offset, Math.min(length, 1));
      }
    };
  }

  /** A tar archive in the making. */
  static final class Tar {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final TarArchiveOutputStream stream =
        new TarArchiveOutputStream(bytes, StandardCharsets.UTF_8.name());

    Tar() {
      stream.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
    }

    Tar file(String name, String content) throws IOException {
      return file(name, bytes(content));
    }

    Tar file(String name, byte[] content) throws IOException {
      // Keeps the slash at the beginning and what leads upwards.
      return entry(new TarArchiveEntry(name, true), content);
    }

    /** The header that gives the next entry a name, as GNU's tar writes it. */
    Tar longName(byte[] name) throws IOException {
      return entry(
          new TarArchiveEntry(TarConstants.GNU_LONGLINK, TarConstants.LF_GNUTYPE_LONGNAME), name);
    }

    private Tar entry(TarArchiveEntry entry, byte[] content) throws IOException {
      entry.setSize(content.length);
      stream.putArchiveEntry(entry);
      stream.write(content);
      stream.closeArchiveEntry();
      return this;
    }

    Tar folder(String name) throws IOException {
      stream.putArchiveEntry(new TarArchiveEntry(name + "/"));
      stream.closeArchiveEntry();
      return this;
    }

    Tar special(String name, byte kind, String target) throws IOException {
      TarArchiveEntry entry = new TarArchiveEntry(name, kind);
      entry.setLinkName(target);
      stream.putArchiveEntry(entry);
      stream.closeArchiveEntry();
      return this;
    }

    byte[] toBytes() throws IOException {
      stream.close();
      return bytes.toByteArray();
    }
  }
}

package org.enf.core.molecule.io;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarUtils;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** Finds out by the first bytes how a stream is packed, and unpacks it in passing. */
final class Unpacking {
  private static final int BUFFER_BYTES = 1 << 13;
  private static final int TAR_BLOCK = 512;

  /** {@code .tar.gz} inside {@code .bz2} is odd, more is an attack. */
  private static final int MOST_LAYERS = 3;

  private Unpacking() {}

  /** Opens a file, which may be an archive. */
  static InputSource openFile(Path file, ReadLimits limits) throws IOException {
    return openStream(file.toString(), bytes(file), limits);
  }

  /** Opens a stream, which may be an archive; it is closed if that fails. */
  static InputSource openStream(String name, InputStream stream, ReadLimits limits)
      throws IOException {
    InputStream text = openText(name, stream, limits).stream();
    try {
      return isTar(text) ? new TarSource(name, text, limits) : new FileSource(name, text);
    } catch (IOException failure) {
      text.close();
      throw broken(name, failure);
    }
  }

  /** Opens a file that is no archive. */
  static NamedInput openText(Path file, ReadLimits limits) throws IOException {
    return openText(file.toString(), bytes(file), limits);
  }

  /** Opens a stream that is no archive; it is closed if that fails. */
  static NamedInput openText(String name, InputStream stream, ReadLimits limits)
      throws IOException {
    try {
      return new NamedInput(name, unpack(name, stream, limits));
    } catch (IOException failure) {
      stream.close();
      throw broken(name, failure);
    }
  }

  private static InputStream bytes(Path file) throws MoleculeFormatException {
    try {
      return Files.newInputStream(file);
    } catch (IOException failure) {
      throw new MoleculeFormatException(
          new ReadProblem(
              file.toString(), 0, "the file cannot be opened (" + Reason.of(failure) + ")"),
          failure);
    }
  }

  private static MoleculeFormatException broken(String name, IOException failure) {
    return failure instanceof MoleculeFormatException already
        ? already
        : new MoleculeFormatException(new ReadProblem(name, 0, Reason.of(failure)), failure);
  }

  private static InputStream unpack(String name, InputStream stream, ReadLimits limits)
      throws IOException {
    InputStream packed = buffered(stream);
    for (int layer = 0; layer <= MOST_LAYERS; layer++) {
      byte[] head = head(packed, 6);
      if (startsWith(head, 0x1F, 0x8B)) {
        packed = unpack("gzip", packed, Unpacking::gunzip, limits);
      } else if (startsWith(head, 'B', 'Z', 'h')) {
        packed = unpack("bzip2", packed, Unpacking::bunzip2, limits);
      } else {
        refuseForeign(name, head);
        return packed;
      }
    }
    throw new MoleculeFormatException(
        new ReadProblem(name, 0, "the file is compressed over and over; unpack it first"));
  }

  private static InputStream unpack(
      String method, InputStream packed, BoundedUnpacking.Method unpacker, ReadLimits limits)
      throws IOException {
    return buffered(new BoundedUnpacking(method, packed, unpacker, limits));
  }

  private static InputStream gunzip(InputStream packed) throws IOException {
    return GzipCompressorInputStream.builder()
        .setInputStream(packed)
        .setDecompressConcatenated(true)
        .get();
  }

  private static InputStream bunzip2(InputStream packed) throws IOException {
    return new BZip2CompressorInputStream(packed, true);
  }

  private static void refuseForeign(String name, byte[] head) throws MoleculeFormatException {
    String kind = null;
    if (startsWith(head, 'P', 'K', 3, 4)) {
      kind = "a zip archive";
    } else if (startsWith(head, 0xFD, '7', 'z', 'X', 'Z')) {
      kind = "compressed with xz";
    } else if (startsWith(head, 0x28, 0xB5, 0x2F, 0xFD)) {
      kind = "compressed with zstd";
    } else if (startsWith(head, 0xFF, 0xFE) || startsWith(head, 0xFE, 0xFF)) {
      kind = "UTF-16 text";
    }
    if (kind != null) {
      throw new MoleculeFormatException(
          new ReadProblem(
              name,
              0,
              "the file is " + kind + ", which is not read; give plain text, .gz, .bz2 or .tar"));
    }
  }

  private static boolean isTar(InputStream text) throws IOException {
    byte[] head = head(text, TAR_BLOCK);
    return TarArchiveInputStream.matches(head, head.length)
        || (head.length == TAR_BLOCK && hasTarChecksum(head));
  }

  /** Archives older than 1988 have no magic number, but every header has a checksum. */
  private static boolean hasTarChecksum(byte[] head) {
    try {
      return TarUtils.verifyCheckSum(head);
    } catch (IllegalArgumentException notOctal) {
      return false;
    }
  }

  /** The first bytes of a buffered stream, which stays where it is. */
  static byte[] head(InputStream buffered, int length) throws IOException {
    buffered.mark(length);
    byte[] head = new byte[length];
    int filled = 0;
    while (filled < length) {
      int count = more(buffered, head, filled);
      if (count < 0) {
        break;
      }
      filled += count;
    }
    buffered.reset();
    return Arrays.copyOf(head, filled);
  }

  private static int more(InputStream buffered, byte[] head, int filled) throws IOException {
    try {
      return buffered.read(head, filled, head.length - filled);
    } catch (DamagedInputException damage) {
      if (filled == 0) {
        throw damage;
      }
      // What came before the damage is read first; the reader meets the damage again.
      return -1;
    }
  }

  private static boolean startsWith(byte[] head, int... magic) {
    if (head.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((head[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  private static InputStream buffered(InputStream stream) {
    return new BufferedInputStream(stream, BUFFER_BYTES);
  }
}

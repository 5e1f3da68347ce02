package org.enf.core.molecule.io;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import org.enf.core.file.FileTarget;

/**
 * Opens molecule files for reading and writing.
 *
 * <p>Read are XYZ, QM9's own dialect of it and SDF (V2000, V3000), plain, {@code .gz} or {@code
 * .bz2}, several streams in one file too; tar archives of such files, compressed or not, as QM9's
 * {@code dsgdb9nsd.xyz.tar.bz2}; and folders of XYZ files, in the order of their names. What a file
 * is shows by its content, and where that leaves it open, by its name. Written are XYZ and SDF.
 */
public final class MoleculeFiles {
  /** The name that stands for the standard streams. */
  public static final String STANDARD_STREAM = "-";

  private MoleculeFiles() {}

  /**
   * Opens what a user named.
   *
   * @param source a path, or {@code -} for the standard input
   * @param options how to read
   * @throws MoleculeFormatException if there is nothing to read; faults further inside come from
   *     the reader
   * @throws IOException if the input cannot be closed again
   */
  public static MoleculeReader open(String source, ReadOptions options) throws IOException {
    return source.equals(STANDARD_STREAM)
        ? read(new Unclosed(System.in), "standard input", options)
        : open(path(source), options);
  }

  /**
   * Opens a file, an archive or a folder.
   *
   * @param source the path
   * @param options how to read
   * @throws MoleculeFormatException if there is nothing to read; faults further inside come from
   *     the reader
   * @throws IOException if the input cannot be closed again
   */
  public static MoleculeReader open(Path source, ReadOptions options) throws IOException {
    return new StreamingReader(source(source, options.limits()), options);
  }

  /**
   * Reads a stream, which may be compressed or an archive.
   *
   * @param stream the bytes; closed with the reader
   * @param name what messages call it; its ending tells the format where the content does not
   * @param options how to read
   * @throws MoleculeFormatException if there is nothing to read; faults further inside come from
   *     the reader
   * @throws IOException if the input cannot be closed again
   */
  public static MoleculeReader read(InputStream stream, String name, ReadOptions options)
      throws IOException {
    return new StreamingReader(Unpacking.openStream(name, stream, options.limits()), options);
  }

  /** The streams that a path stands for. */
  static InputSource source(Path path, ReadLimits limits) throws IOException {
    if (Files.isDirectory(path)) {
      return FolderSource.open(path, limits);
    }
    return Unpacking.openFile(path, limits);
  }

  /**
   * Starts a file for what a user named.
   *
   * @param target a path that ends in {@code .xyz}, {@code .sdf} or either with {@code .gz}, or
   *     {@code -} for the standard output
   * @param streamFormat the format for the standard output
   * @throws IOException if the name tells no format or the file cannot be made
   */
  public static MoleculeWriter create(String target, MoleculeFormat streamFormat)
      throws IOException {
    return target.equals(STANDARD_STREAM)
        ? write(new Unending(System.out), streamFormat)
        : create(path(target));
  }

  /**
   * Starts a file. It is written under a temporary name and renamed by {@link
   * MoleculeWriter#commit()}.
   *
   * @param target a path that ends in {@code .xyz}, {@code .sdf} or either with {@code .gz}
   * @throws IOException if the name tells no format or the file cannot be made
   */
  public static MoleculeWriter create(Path target) throws IOException {
    String name = target.toString().toLowerCase(Locale.ROOT);
    MoleculeFormat format =
        MoleculeFormat.ofName(name)
            .filter(known -> !name.endsWith(".bz2"))
            .orElseThrow(
                () ->
                    new IOException(
                        target
                            + ": cannot tell the format to write; end the name in .xyz, .sdf,"
                            + " .xyz.gz or .sdf.gz"));
    return FileWriter.open(FileTarget.open(target), format, name.endsWith(".gz"));
  }

  /**
   * Writes to a stream, which is flushed by {@link MoleculeWriter#commit()} and closed with the
   * writer.
   *
   * @param stream takes the bytes
   * @param format how to write
   */
  public static MoleculeWriter write(OutputStream stream, MoleculeFormat format) {
    return new StreamWriter(stream, format);
  }

  private static Path path(String name) throws IOException {
    try {
      return Path.of(name);
    } catch (InvalidPathException invalid) {
      throw new IOException("'" + Excerpt.of(name) + "' is not the name of a file", invalid);
    }
  }

  /** The standard input, which stays open. */
  private static final class Unclosed extends FilterInputStream {
    Unclosed(InputStream in) {
      super(in);
    }

    @Override
    public void close() {
      // It belongs to the process.
    }
  }

  /** The standard output, which stays open. */
  private static final class Unending extends FilterOutputStream {
    Unending(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}

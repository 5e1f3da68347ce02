package org.enf.core.model.safetensors;

import static org.enf.core.model.safetensors.HeaderText.quoted;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads whole safetensors files and trusts none of them.
 *
 * <p>Memory is taken as data arrives, so a file of a few bytes that claims to hold gigabytes costs
 * a few bytes, and what would not fit into the memory of this process is not begun. Nothing is
 * returned unless all of the file is valid.
 */
public final class SafetensorsReader {
  private static final int LENGTH_BYTES = Long.BYTES;
  private static final int SHORTEST_HEADER = "{}".length();
  private static final String INCOMPLETE = "the file is incomplete, copy or download it again";

  private final InputStream in;
  private final String file;
  private final long memory;

  private SafetensorsReader(InputStream in, String file, long memory) {
    this.in = in;
    this.file = file;
    this.memory = memory;
  }

  /**
   * Reads a file.
   *
   * @param path where it is
   * @return all of its content
   * @throws SafetensorsException if it cannot be opened or is not a valid safetensors file
   */
  public static SafetensorsFile read(Path path) throws SafetensorsException {
    try (InputStream in = Files.newInputStream(path)) {
      return read(in, path.toString());
    } catch (SafetensorsException e) {
      throw e;
    } catch (IOException e) {
      throw SafetensorsException.refused(
          path, "the file cannot be read", "check its name and its permissions", e);
    }
  }

  /**
   * Reads a stream up to its end, which has to be the end of the content; does not close it.
   *
   * @param in the bytes of one file
   * @param name what messages call it
   * @return all of its content
   * @throws SafetensorsException if these bytes are not a valid safetensors file
   * @throws IOException if the stream itself fails
   */
  public static SafetensorsFile read(InputStream in, String name) throws IOException {
    return read(in, name, Runtime.getRuntime().maxMemory());
  }

  /** Reads a stream with this many bytes of memory to use. */
  static SafetensorsFile read(InputStream in, String name, long memory) throws IOException {
    return new SafetensorsReader(in, name, memory).read();
  }

  /**
   * Reads the bytes of a file.
   *
   * @param bytes all of them
   * @param name what messages call them
   * @return all of the content
   * @throws SafetensorsException if these bytes are not a valid safetensors file
   */
  public static SafetensorsFile read(byte[] bytes, String name) throws IOException {
    return read(new ByteArrayInputStream(bytes), name);
  }

  private SafetensorsFile read() throws IOException {
    Header header = HeaderReader.read(readHeader(), file);
    List<TensorEntry> inDataOrder = header.inDataOrder(file);
    requireMemory(inDataOrder);
    Map<String, Tensor> read = new HashMap<>();
    for (TensorEntry entry : inDataOrder) {
      read.put(entry.name(), readTensor(entry));
    }
    if (in.read() != -1) {
      throw new SafetensorsException(
          file,
          "the file goes on behind its last tensor",
          "something was appended to it, copy or download it again");
    }
    Map<String, Tensor> inHeaderOrder = new LinkedHashMap<>();
    for (TensorEntry entry : header.entries()) {
      inHeaderOrder.put(entry.name(), read.get(entry.name()));
    }
    return new SafetensorsFile(file, inHeaderOrder, header.metadata());
  }

  private byte[] readHeader() throws IOException {
    byte[] prefix = in.readNBytes(LENGTH_BYTES);
    if (prefix.length < LENGTH_BYTES) {
      throw new SafetensorsException(
          file,
          "the file has only " + prefix.length + " bytes, fewer than the 8 that begin every model",
          INCOMPLETE);
    }
    long length = ByteBuffer.wrap(prefix).order(ByteOrder.LITTLE_ENDIAN).getLong();
    if (Long.compareUnsigned(length, SHORTEST_HEADER) < 0
        || Long.compareUnsigned(length, Limits.HEADER_BYTES) > 0) {
      throw new SafetensorsException(
          file,
          "its first 8 bytes announce a header of "
              + Long.toUnsignedString(length)
              + " bytes, not of "
              + SHORTEST_HEADER
              + " to "
              + Limits.HEADER_BYTES,
          "this is not a safetensors file, choose another one");
    }
    byte[] header = in.readNBytes((int) length);
    if (header.length < length) {
      throw new SafetensorsException(
          file,
          "the file ends after " + header.length + " of the " + length + " bytes of its header",
          INCOMPLETE);
    }
    return header;
  }

  /** A packed file of a few bytes could unpack to all that its header claims. */
  private void requireMemory(List<TensorEntry> inDataOrder) throws SafetensorsException {
    long bytes = inDataOrder.isEmpty() ? 0 : inDataOrder.get(inDataOrder.size() - 1).end();
    if (bytes > memory / Limits.MEMORY_FACTOR) {
      throw new SafetensorsException(
          file,
          "its tensors take "
              + (bytes >> 20)
              + " MiB and what is made of them as much again and more, but Java may use "
              + (memory >> 20)
              + " MiB in all",
          "give Java more memory by its option -Xmx, or take a smaller model");
    }
  }

  private Tensor readTensor(TensorEntry entry) throws IOException {
    int length = (int) (entry.end() - entry.begin());
    byte[] data = in.readNBytes(length);
    if (data.length < length) {
      throw new SafetensorsException(
          file,
          "the file ends after "
              + data.length
              + " of the "
              + length
              + " bytes of tensor "
              + quoted(entry.name()),
          INCOMPLETE);
    }
    return new Tensor(entry.dtype(), entry.shape(), data);
  }
}

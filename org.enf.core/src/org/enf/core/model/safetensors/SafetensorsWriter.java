package org.enf.core.model.safetensors;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.enf.core.file.FileTarget;

/**
 * Writes the canonical form of a content: metadata first, then the tensors, header and data both in
 * the content's order, no blanks but those that pad the header to a multiple of 8 bytes. The same
 * content always gives the same bytes.
 */
public final class SafetensorsWriter {
  private SafetensorsWriter() {}

  /**
   * Writes to a stream; neither flushes nor closes it.
   *
   * @param content what to write
   * @param out where to
   * @throws SafetensorsException if the header would be longer than the format allows; nothing is
   *     written then
   * @throws IOException if the stream fails
   */
  public static void write(SafetensorsFile content, OutputStream out) throws IOException {
    byte[] header = HeaderWriter.write(content);
    ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    out.write(length.putLong(header.length).array());
    out.write(header);
    for (Tensor tensor : content.tensors().values()) {
      tensor.writeTo(out);
    }
  }

  /**
   * Writes a file as a whole or not at all: a file that was there before stays as it was until the
   * new one is complete and on the disk. A symbolic link is followed.
   *
   * @param content what to write
   * @param path where to, in the default file system; its folder has to be there
   * @throws IOException if it could not be written; the message names the file
   */
  public static void write(SafetensorsFile content, Path path) throws IOException {
    try (FileTarget target = FileTarget.open(path)) {
      write(content, target.stream());
      target.commit();
    }
  }
}

package org.enf.standin;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;
import org.knime.core.node.port.PortUtil;

/** Makes archives of port objects. */
final class Zips {
  private Zips() {}

  /** One whose object has an entry with nothing in it. */
  static PortObjectZipInputStream emptyObject() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PortObjectZipOutputStream out = PortUtil.getPortObjectZipOutputStream(bytes)) {
      out.putNextEntry(new ZipEntry("empty"));
    }
    return PortUtil.getPortObjectZipInputStream(new ByteArrayInputStream(bytes.toByteArray()));
  }
}

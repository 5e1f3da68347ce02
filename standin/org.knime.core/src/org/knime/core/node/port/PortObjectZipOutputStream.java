package org.knime.core.node.port;

import java.io.OutputStream;
import java.util.zip.ZipOutputStream;

/** The zip archive that a port object is written to; it is not for the writer to close it. */
public class PortObjectZipOutputStream extends ZipOutputStream {
  PortObjectZipOutputStream(OutputStream outStream) {
    super(outStream);
  }
}

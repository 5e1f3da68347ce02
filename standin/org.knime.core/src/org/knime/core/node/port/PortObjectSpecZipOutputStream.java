package org.knime.core.node.port;

import java.io.OutputStream;
import java.util.zip.ZipOutputStream;

/** The zip archive that a spec is written to; it is not for the writer to close it. */
public class PortObjectSpecZipOutputStream extends ZipOutputStream {
  PortObjectSpecZipOutputStream(OutputStream outStream) {
    super(outStream);
  }
}

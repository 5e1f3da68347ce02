package org.knime.core.node.port;

import java.io.InputStream;
import java.util.zip.ZipInputStream;

/** The zip archive that a port object is read from; it is not for the reader to close it. */
public class PortObjectZipInputStream extends ZipInputStream {
  PortObjectZipInputStream(InputStream inStream) {
    super(inStream);
  }
}

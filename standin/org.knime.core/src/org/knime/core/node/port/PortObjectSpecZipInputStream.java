package org.knime.core.node.port;

import java.io.InputStream;
import java.util.zip.ZipInputStream;

/** The zip archive that a spec is read from; it is not for the reader to close it. */
public class PortObjectSpecZipInputStream extends ZipInputStream {
  PortObjectSpecZipInputStream(InputStream inStream) {
    super(inStream);
  }
}

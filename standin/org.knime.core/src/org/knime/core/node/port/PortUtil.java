package org.knime.core.node.port;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.ZipEntry;

/** Opens the archives of ports; the first entry is KNIME's own. */
public final class PortUtil {
  private static final String OBJECT = "portObject.file";
  private static final String SPEC = "portSpec.file";

  private PortUtil() {}

  public static PortObjectZipOutputStream getPortObjectZipOutputStream(OutputStream in)
      throws IOException {
    PortObjectZipOutputStream zip = new PortObjectZipOutputStream(in);
    zip.putNextEntry(new ZipEntry(OBJECT));
    return zip;
  }

  public static PortObjectZipInputStream getPortObjectZipInputStream(InputStream in)
      throws IOException {
    PortObjectZipInputStream zip = new PortObjectZipInputStream(in);
    Unclosed.expect(OBJECT, zip);
    return zip;
  }

  public static PortObjectSpecZipOutputStream getPortObjectSpecZipOutputStream(OutputStream in)
      throws IOException {
    PortObjectSpecZipOutputStream zip = new PortObjectSpecZipOutputStream(in);
    zip.putNextEntry(new ZipEntry(SPEC));
    return zip;
  }

  public static PortObjectSpecZipInputStream getPortObjectSpecZipInputStream(InputStream in)
      throws IOException {
    PortObjectSpecZipInputStream zip = new PortObjectSpecZipInputStream(in);
    Unclosed.expect(SPEC, zip);
    return zip;
  }
}

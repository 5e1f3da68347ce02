package org.enf.standin.ports;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.zip.ZipEntry;
import javax.swing.JComponent;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStorePortObject;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;

/** A text in a file of its own. */
public final class Archive extends FileStorePortObject {
  private String text;

  private Archive() {}

  /** A text that goes into this file. */
  public Archive(String text, FileStore file) {
    super(List.of(file));
    this.text = text;
  }

  /** What the file says, once there is one. */
  public String text() {
    return text;
  }

  @Override
  protected void flushToFileStore() throws IOException {
    Files.writeString(getFileStore(0).getFile().toPath(), text);
  }

  @Override
  protected void postConstruct() throws IOException {
    text = Files.readString(getFileStore(0).getFile().toPath());
  }

  @Override
  public String getSummary() {
    return getFileStoreCount() + " files";
  }

  @Override
  public WeightsSpec getSpec() {
    return new WeightsSpec(0);
  }

  @Override
  public JComponent[] getViews() {
    return new JComponent[0];
  }

  /** Named in plugin.xml; the files are not its business. */
  public static final class Serializer extends PortObjectSerializer<Archive> {
    @Override
    public void savePortObject(
        Archive portObject, PortObjectZipOutputStream out, ExecutionMonitor exec)
        throws IOException {
      out.putNextEntry(new ZipEntry("empty"));
    }

    @Override
    public Archive loadPortObject(
        PortObjectZipInputStream in, PortObjectSpec spec, ExecutionMonitor exec)
        throws IOException {
      in.getNextEntry();
      return new Archive();
    }
  }
}

package org.knime.core.node.port;

import java.io.IOException;
import java.util.zip.ZipEntry;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;

/** A port object that writes and reads itself; it has a public constructor without parameters. */
public abstract class AbstractPortObject implements PortObject {
  public AbstractPortObject() {}

  protected abstract void save(PortObjectZipOutputStream out, ExecutionMonitor exec)
      throws IOException, CanceledExecutionException;

  protected abstract void load(
      PortObjectZipInputStream in, PortObjectSpec spec, ExecutionMonitor exec)
      throws IOException, CanceledExecutionException;

  /** Writes the class before the object, so as to know what to make when it is read. */
  public abstract static class AbstractPortObjectSerializer<T extends AbstractPortObject>
      extends PortObjectSerializer<T> {
    private static final String META = "meta.xml";

    @Override
    public void savePortObject(T portObject, PortObjectZipOutputStream out, ExecutionMonitor exec)
        throws IOException, CanceledExecutionException {
      out.putNextEntry(new ZipEntry(META));
      ModelContent meta = new ModelContent(META);
      meta.addInt("version", 1);
      meta.addString("class_name", portObject.getClass().getName());
      meta.saveToXML(Unclosed.of(out));
      portObject.save(out, exec);
    }

    @Override
    @SuppressWarnings("unchecked")
    public T loadPortObject(PortObjectZipInputStream in, PortObjectSpec spec, ExecutionMonitor exec)
        throws IOException, CanceledExecutionException {
      Unclosed.expect(META, in);
      AbstractPortObject object;
      try {
        String name = ModelContent.loadFromXML(Unclosed.of(in)).getString("class_name");
        object = PortClasses.newObject(name, AbstractPortObject.class);
      } catch (InvalidSettingsException broken) {
        throw new IOException("Unable to load settings", broken);
      }
      object.load(in, spec, exec);
      return (T) object;
    }
  }
}

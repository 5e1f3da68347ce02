package org.knime.core.node.port;

import java.io.IOException;
import java.util.zip.ZipEntry;
import javax.swing.JComponent;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;

/** A small port object that is a tree of values; it has a public constructor without parameters. */
public abstract class AbstractSimplePortObject implements PortObject {
  public AbstractSimplePortObject() {}

  protected abstract void save(ModelContentWO model, ExecutionMonitor exec)
      throws CanceledExecutionException;

  protected abstract void load(ModelContentRO model, PortObjectSpec spec, ExecutionMonitor exec)
      throws InvalidSettingsException, CanceledExecutionException;

  @Override
  public JComponent[] getViews() {
    return new JComponent[0];
  }

  private ModelContent content() {
    ModelContent content = new ModelContent("ignored");
    try {
      save(content, new ExecutionMonitor());
    } catch (CanceledExecutionException uncalledFor) {
      throw new IllegalStateException(uncalledFor);
    }
    return content;
  }

  @Override
  public boolean equals(Object oport) {
    return oport == this
        || oport != null
            && getClass() == oport.getClass()
            && content().equals(((AbstractSimplePortObject) oport).content());
  }

  @Override
  public int hashCode() {
    return content().hashCode();
  }

  /** Writes the tree of values with the class. */
  public abstract static class AbstractSimplePortObjectSerializer<
          T extends AbstractSimplePortObject>
      extends PortObjectSerializer<T> {
    private static final String CONTENT = "content.xml";

    @Override
    public void savePortObject(T portObject, PortObjectZipOutputStream out, ExecutionMonitor exec)
        throws IOException, CanceledExecutionException {
      ModelContent content = new ModelContent("model.xml");
      content.addInt("version", 1);
      content.addString("class_name", portObject.getClass().getName());
      portObject.save(content.addModelContent("model"), exec);
      out.putNextEntry(new ZipEntry(CONTENT));
      content.saveToXML(out);
    }

    @Override
    @SuppressWarnings("unchecked")
    public T loadPortObject(PortObjectZipInputStream in, PortObjectSpec spec, ExecutionMonitor exec)
        throws IOException, CanceledExecutionException {
      Unclosed.expect(CONTENT, in);
      ModelContentRO content = ModelContent.loadFromXML(Unclosed.of(in));
      try {
        AbstractSimplePortObject object =
            PortClasses.newObject(content.getString("class_name"), AbstractSimplePortObject.class);
        object.load(content.getModelContent("model"), spec, exec);
        return (T) object;
      } catch (InvalidSettingsException broken) {
        throw new IOException("Unable to load model content: " + broken.getMessage(), broken);
      }
    }
  }
}

package org.knime.core.node.port;

import java.io.IOException;
import java.util.zip.ZipEntry;
import javax.swing.JComponent;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;

/** A spec that is a tree of values; it has a public constructor without parameters. */
public abstract class AbstractSimplePortObjectSpec implements PortObjectSpec {
  public AbstractSimplePortObjectSpec() {}

  protected abstract void save(ModelContentWO model);

  protected abstract void load(ModelContentRO model) throws InvalidSettingsException;

  @Override
  public JComponent[] getViews() {
    return new JComponent[0];
  }

  private ModelContent content() {
    ModelContent content = new ModelContent("ignored");
    save(content);
    return content;
  }

  @Override
  public boolean equals(Object ospec) {
    return ospec == this
        || ospec != null
            && getClass() == ospec.getClass()
            && content().equals(((AbstractSimplePortObjectSpec) ospec).content());
  }

  @Override
  public int hashCode() {
    return content().hashCode();
  }

  /** Writes the tree of values with the class. */
  public abstract static class AbstractSimplePortObjectSpecSerializer<
          T extends AbstractSimplePortObjectSpec>
      extends PortObjectSpecSerializer<T> {
    private static final String CONTENT = "content.xml";

    @Override
    public void savePortObjectSpec(T portObject, PortObjectSpecZipOutputStream out)
        throws IOException {
      ModelContent content = new ModelContent("model.xml");
      content.addInt("version", 1);
      content.addString("class_name", portObject.getClass().getName());
      portObject.save(content.addModelContent("model"));
      out.putNextEntry(new ZipEntry(CONTENT));
      content.saveToXML(out);
    }

    @Override
    @SuppressWarnings("unchecked")
    public T loadPortObjectSpec(PortObjectSpecZipInputStream in) throws IOException {
      Unclosed.expect(CONTENT, in);
      ModelContentRO content = ModelContent.loadFromXML(Unclosed.of(in));
      try {
        AbstractSimplePortObjectSpec spec = PortClasses.newSpec(content.getString("class_name"));
        spec.load(content.getModelContent("model"));
        return (T) spec;
      } catch (InvalidSettingsException broken) {
        throw new IOException("Unable to load model content: " + broken.getMessage(), broken);
      }
    }
  }
}

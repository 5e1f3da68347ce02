package org.enf.knime.port;

import java.io.IOException;
import java.util.zip.ZipEntry;
import javax.swing.JComponent;
import org.enf.core.model.EnfModel;
import org.enf.core.model.EnfModelFile;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/**
 * An E-NF model between nodes. Saved workflows and KNIME's Model Writer hold it as a model file of
 * the core, {@code model.enf}. Immutable; all nodes of a workflow share one copy of its weights.
 */
public final class EnfModelPortObject implements PortObject {
  /** The type of its ports. */
  public static final PortType TYPE =
      PortTypeRegistry.getInstance().getPortType(EnfModelPortObject.class);

  private static final String ENTRY = "model.enf";

  private final EnfModel model;
  private final EnfModelPortObjectSpec spec;

  /** A port object of this model. */
  public EnfModelPortObject(EnfModel model) {
    this(model, EnfModelPortObjectSpec.of(model));
  }

  private EnfModelPortObject(EnfModel model, EnfModelPortObjectSpec spec) {
    this.model = model;
    this.spec = spec;
  }

  /** The model. */
  public EnfModel model() {
    return model;
  }

  @Override
  public String getSummary() {
    return spec.summary();
  }

  @Override
  public EnfModelPortObjectSpec getSpec() {
    return spec;
  }

  @Override
  public JComponent[] getViews() {
    return spec.getViews();
  }

  /** Writes and reads the model in the format of the core. */
  public static final class Serializer extends PortObjectSerializer<EnfModelPortObject> {
    @Override
    public void savePortObject(
        EnfModelPortObject object, PortObjectZipOutputStream out, ExecutionMonitor exec)
        throws IOException, CanceledExecutionException {
      out.putNextEntry(new ZipEntry(ENTRY));
      EnfModelFile.write(object.model, out);
      out.closeEntry();
    }

    @Override
    public EnfModelPortObject loadPortObject(
        PortObjectZipInputStream in, PortObjectSpec spec, ExecutionMonitor exec)
        throws IOException, CanceledExecutionException {
      ZipEntry entry = in.getNextEntry();
      if (entry == null || !ENTRY.equals(entry.getName())) {
        throw new IOException(
            "the port has no "
                + ENTRY
                + (entry == null ? "" : " but " + entry.getName())
                + ": reset the node that made it and execute it again");
      }
      EnfModel model = EnfModelFile.read(in, ENTRY);
      return new EnfModelPortObject(model, (EnfModelPortObjectSpec) spec);
    }
  }
}

package org.knime.core.node.port;

import java.io.IOException;
import javax.swing.JComponent;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;

/** What goes from node to node. */
public interface PortObject {
  PortType TYPE = PortTypeRegistry.getInstance().getPortType(PortObject.class);
  PortType TYPE_OPTIONAL = PortTypeRegistry.getInstance().getPortType(PortObject.class, true);

  String getSummary();

  PortObjectSpec getSpec();

  JComponent[] getViews();

  /** Writes and reads port objects of a kind. */
  abstract class PortObjectSerializer<T extends PortObject> {
    public abstract void savePortObject(
        T portObject, PortObjectZipOutputStream out, ExecutionMonitor exec)
        throws IOException, CanceledExecutionException;

    public abstract T loadPortObject(
        PortObjectZipInputStream in, PortObjectSpec spec, ExecutionMonitor exec)
        throws IOException, CanceledExecutionException;
  }
}

package org.knime.core.node.port;

import java.io.IOException;
import javax.swing.JComponent;

/** What is known of a port object before there is one. */
public interface PortObjectSpec {
  JComponent[] getViews();

  /** Writes and reads specs of a kind. */
  abstract class PortObjectSpecSerializer<T extends PortObjectSpec> {
    public abstract void savePortObjectSpec(T portObjectSpec, PortObjectSpecZipOutputStream out)
        throws IOException;

    public abstract T loadPortObjectSpec(PortObjectSpecZipInputStream in) throws IOException;
  }
}

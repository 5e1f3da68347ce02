package org.enf.standin.ports;

import javax.swing.JComponent;
import org.knime.core.node.port.PortObject;

/** A port object for which plugin.xml names the serializer of another. */
public final class Mistaken implements PortObject {
  @Override
  public String getSummary() {
    return "mistaken";
  }

  @Override
  public WeightsSpec getSpec() {
    return new WeightsSpec(0);
  }

  @Override
  public JComponent[] getViews() {
    return new JComponent[0];
  }
}

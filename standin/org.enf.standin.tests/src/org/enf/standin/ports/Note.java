package org.enf.standin.ports;

import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObject;
import org.knime.core.node.port.PortObjectSpec;

/** A text that goes from node to node. */
public final class Note extends AbstractSimplePortObject {
  private String text;

  /** For its serializer. */
  public Note() {}

  /** That says so. */
  public Note(String text) {
    this.text = text;
  }

  @Override
  public String getSummary() {
    return text;
  }

  @Override
  public WeightsSpec getSpec() {
    return new WeightsSpec(0);
  }

  @Override
  protected void save(ModelContentWO model, ExecutionMonitor exec) {
    model.addString("text", text);
  }

  @Override
  protected void load(ModelContentRO model, PortObjectSpec spec, ExecutionMonitor exec)
      throws InvalidSettingsException {
    text = model.getString("text");
  }

  /** Named in plugin.xml. */
  public static final class Serializer extends AbstractSimplePortObjectSerializer<Note> {}
}

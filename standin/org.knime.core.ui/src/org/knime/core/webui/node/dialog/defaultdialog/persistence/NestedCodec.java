package org.knime.core.webui.node.dialog.defaultdialog.persistence;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/** Writes a value into settings of its own below a key. */
record NestedCodec(String key, Codec content) implements Codec {
  @Override
  public Object load(NodeSettingsRO settings) throws InvalidSettingsException {
    return content.load(settings.getNodeSettings(key));
  }

  @Override
  public void save(Object value, NodeSettingsWO settings) {
    content.save(value, settings.addNodeSettings(key));
  }
}

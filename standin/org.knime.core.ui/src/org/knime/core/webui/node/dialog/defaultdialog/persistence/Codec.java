package org.knime.core.webui.node.dialog.defaultdialog.persistence;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/** Writes a value to settings and reads it. */
interface Codec {
  Object load(NodeSettingsRO settings) throws InvalidSettingsException;

  void save(Object value, NodeSettingsWO settings);
}

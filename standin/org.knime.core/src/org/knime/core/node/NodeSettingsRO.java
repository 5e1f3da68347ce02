package org.knime.core.node;

import org.knime.core.node.config.ConfigRO;

/** The settings of a node that are read. */
public interface NodeSettingsRO extends ConfigRO {
  NodeSettingsRO getNodeSettings(String key) throws InvalidSettingsException;
}

package org.knime.core.node;

import org.knime.core.node.config.ConfigWO;

/** The settings of a node that are written. */
public interface NodeSettingsWO extends ConfigWO {
  NodeSettingsWO addNodeSettings(String key);
}

package org.knime.core.node.config;

import org.knime.core.data.DataCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.base.ConfigBaseRO;

/** Settings that are read. */
public interface ConfigRO extends ConfigBaseRO {
  Config getConfig(String key) throws InvalidSettingsException;

  DataCell getDataCell(String key, DataCell def);

  DataCell[] getDataCellArray(String key, DataCell... def);
}

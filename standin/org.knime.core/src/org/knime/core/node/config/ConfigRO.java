package org.knime.core.node.config;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.base.ConfigBaseRO;

/** Settings that are read. */
public interface ConfigRO extends ConfigBaseRO {
  Config getConfig(String key) throws InvalidSettingsException;

  DataCell getDataCell(String key) throws InvalidSettingsException;

  DataCell getDataCell(String key, DataCell def);

  DataCell[] getDataCellArray(String key) throws InvalidSettingsException;

  DataCell[] getDataCellArray(String key, DataCell... def);

  DataType getDataType(String key) throws InvalidSettingsException;

  DataType getDataType(String key, DataType def);
}

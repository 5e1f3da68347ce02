package org.knime.core.node.config;

import org.knime.core.data.DataCell;
import org.knime.core.node.config.base.ConfigBaseWO;

/** Settings that are written. */
public interface ConfigWO extends ConfigBaseWO {
  Config addConfig(String key);

  void addDataCell(String key, DataCell cell);

  void addDataCellArray(String key, DataCell... cells);
}

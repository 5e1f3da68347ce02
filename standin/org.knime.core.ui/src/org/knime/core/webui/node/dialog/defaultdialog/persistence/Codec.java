package org.knime.core.webui.node.dialog.defaultdialog.persistence;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.persistence.NodeParametersPersistor;

/** Writes a value to settings and reads it. */
interface Codec {
  Object load(NodeSettingsRO settings) throws InvalidSettingsException;

  void save(Object value, NodeSettingsWO settings);

  /** The paths of the keys it writes. */
  String[][] paths();

  /** A codec that the node brings. */
  static <T> Codec custom(NodeParametersPersistor<T> persistor) {
    return new Codec() {
      @Override
      public Object load(NodeSettingsRO settings) throws InvalidSettingsException {
        return persistor.load(settings);
      }

      @Override
      @SuppressWarnings("unchecked")
      public void save(Object value, NodeSettingsWO settings) {
        persistor.save((T) value, settings);
      }

      @Override
      public String[][] paths() {
        return persistor.getConfigPaths();
      }
    };
  }
}

package org.knime.core.webui.node.dialog.defaultdialog.persistence;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.webui.node.dialog.defaultdialog.tree.FieldTree;

/** Takes the default of a field where none of its keys is there. */
record DefaultingCodec(FieldTree field, Codec codec) implements Codec {
  @Override
  public Object load(NodeSettingsRO settings) throws InvalidSettingsException {
    for (String[] path : codec.paths()) {
      if (SettingsPath.exists(settings, path)) {
        return codec.load(settings);
      }
    }
    return field.get(Codecs.newInstance(field.parent().type()));
  }

  @Override
  public void save(Object value, NodeSettingsWO settings) {
    codec.save(value, settings);
  }

  @Override
  public String[][] paths() {
    return codec.paths();
  }
}

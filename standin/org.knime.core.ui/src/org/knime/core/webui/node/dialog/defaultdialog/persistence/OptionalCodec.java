package org.knime.core.webui.node.dialog.defaultdialog.persistence;

import java.util.Optional;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/** Writes a value that may be missing: the value, and whether it is there. */
record OptionalCodec(LeafCodec content) implements Codec {
  private String presentKey() {
    return content.key() + "_is_present";
  }

  @Override
  public Object load(NodeSettingsRO settings) throws InvalidSettingsException {
    return settings.getBoolean(presentKey(), true)
        ? Optional.ofNullable(content.load(settings))
        : Optional.empty();
  }

  @Override
  public void save(Object value, NodeSettingsWO settings) {
    Optional<?> optional = (Optional<?>) value;
    if (optional.isPresent()) {
      content.save(optional.get(), settings);
    } else {
      content.saveEmpty(settings);
    }
    settings.addBoolean(presentKey(), optional.isPresent());
  }
}

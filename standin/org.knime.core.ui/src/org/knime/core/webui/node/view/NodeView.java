package org.knime.core.webui.node.view;

import org.knime.core.node.NodeSettingsRO;
import org.knime.core.webui.UIExtension;
import org.knime.core.webui.data.DataServiceProvider;

/** The view of an executed node. */
public interface NodeView extends UIExtension, DataServiceProvider {
  /** Takes over settings that were checked before. */
  void loadValidatedSettingsFrom(NodeSettingsRO settings);
}

package org.knime.core.webui.node.dialog;

import java.util.Set;

/** The dialog of a node. */
public interface NodeDialog {
  /** Which settings it shows. */
  Set<SettingsType> getSettingsTypes();
}

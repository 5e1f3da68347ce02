package org.knime.core.node.context;

import java.util.Optional;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.context.ports.ModifiablePortsConfiguration;

/** What a node is created with, in settings under {@code node_creation_config}. */
public final class ModifiableNodeCreationConfiguration extends NodeCreationConfiguration
    implements NodeSettingsPersistable {
  private static final String KEY = "node_creation_config";

  public ModifiableNodeCreationConfiguration(ModifiablePortsConfiguration portsConfig) {
    super(portsConfig);
  }

  @Override
  public Optional<ModifiablePortsConfiguration> getPortConfig() {
    return getModifiablePortConfig();
  }

  @Override
  public void saveSettingsTo(NodeSettingsWO settings) {
    getPortConfig().ifPresent(ports -> ports.saveSettingsTo(settings.addNodeSettings(KEY)));
  }

  @Override
  public void loadSettingsFrom(NodeSettingsRO settings) throws InvalidSettingsException {
    if (settings.containsKey(KEY) && getPortConfig().isPresent()) {
      getPortConfig().get().loadSettingsFrom(settings.getNodeSettings(KEY));
    }
  }
}

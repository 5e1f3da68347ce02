package org.knime.core.webui.node.dialog;

/** Which settings of a node. */
public enum SettingsType {
  /** Those of the model. */
  MODEL("model", "variables"),
  /** Those of the view. */
  VIEW("view", "view_variables");

  private final String configKey;
  private final String variablesConfigKey;

  SettingsType(String configKey, String variablesConfigKey) {
    this.configKey = configKey;
    this.variablesConfigKey = variablesConfigKey;
  }

  /** Where they stand in the settings of the node. */
  public String getConfigKey() {
    return configKey;
  }

  /** Where the flow variables stand that replace some of them. */
  public String getVariablesConfigKey() {
    return variablesConfigKey;
  }
}

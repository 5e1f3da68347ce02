package org.knime.core.node.config.base;

/** A tree of settings of no certain use. */
public class SimpleConfig extends ConfigBase {
  public SimpleConfig(String key) {
    super(key);
  }

  @Override
  public ConfigBase getInstance(String key) {
    return new SimpleConfig(key);
  }
}

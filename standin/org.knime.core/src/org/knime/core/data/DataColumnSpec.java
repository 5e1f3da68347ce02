package org.knime.core.data;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/**
 * A column: its name, its type, what is known of its cells. Handlers of colours etc. are left out.
 */
public final class DataColumnSpec {
  private final String name;
  private final DataType type;
  private final DataColumnDomain domain;
  private final DataColumnProperties properties;

  DataColumnSpec(
      String name, DataType type, DataColumnDomain domain, DataColumnProperties properties) {
    this.name = name;
    this.type = type;
    this.domain = domain;
    this.properties = properties;
  }

  public String getName() {
    return name;
  }

  public DataType getType() {
    return type;
  }

  public DataColumnDomain getDomain() {
    return domain;
  }

  public DataColumnProperties getProperties() {
    return properties;
  }

  public boolean equalStructure(DataColumnSpec cspec) {
    return cspec != null && name.equals(cspec.name) && type.equals(cspec.type);
  }

  public void save(ConfigWO config) {
    config.addString("column_name", name);
    config.addStringArray("element_names");
    type.save(config.addConfig("column_type"));
    domain.save(config.addConfig("column_domain"));
    properties.save(config.addConfig("column_properties"));
    config.addConfig("meta_data");
  }

  public static DataColumnSpec load(ConfigRO config) throws InvalidSettingsException {
    return new DataColumnSpec(
        config.getString("column_name"),
        DataType.load(config.getConfig("column_type")),
        DataColumnDomain.load(config.getConfig("column_domain")),
        DataColumnProperties.load(config.getConfig("column_properties")));
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof DataColumnSpec other
        && equalStructure(other)
        && domain.equals(other.domain)
        && properties.equals(other.properties);
  }

  @Override
  public int hashCode() {
    return name.hashCode() ^ type.hashCode();
  }

  @Override
  public String toString() {
    return name + " (" + type + ")";
  }
}

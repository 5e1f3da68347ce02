package org.knime.core.data;

/** Makes columns. */
public final class DataColumnSpecCreator {
  private String name;
  private DataType type;
  private DataColumnDomain domain;
  private DataColumnProperties properties;

  public DataColumnSpecCreator(String name, DataType type) {
    setName(name);
    setType(type);
    setDomain(null);
    setProperties(null);
  }

  public DataColumnSpecCreator(DataColumnSpec cspec) {
    this(cspec.getName(), cspec.getType());
    domain = cspec.getDomain();
    properties = cspec.getProperties();
  }

  public void setName(String name) {
    if (name == null) {
      throw new NullPointerException("Name of DataColumnSpec must not be null!");
    }
    String trimmed = name.trim();
    this.name = trimmed.isEmpty() ? "<empty_1>" : trimmed;
  }

  public void setType(DataType type) {
    if (type == null) {
      throw new NullPointerException("Type of DataColumnSpec must not be null!");
    }
    this.type = type;
  }

  public void setDomain(DataColumnDomain domain) {
    this.domain = domain == null ? new DataColumnDomain(null, null, null) : domain;
  }

  public void setProperties(DataColumnProperties props) {
    properties = props == null ? new DataColumnProperties() : props;
  }

  public DataColumnSpec createSpec() {
    return new DataColumnSpec(name, type, domain, properties);
  }
}

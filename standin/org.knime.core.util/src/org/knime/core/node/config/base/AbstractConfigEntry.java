package org.knime.core.node.config.base;

/** A value or a group of values in a tree of settings. */
public abstract class AbstractConfigEntry {
  private final ConfigEntries type;
  private String key;

  AbstractConfigEntry(ConfigEntries type, String key) {
    this.type = type;
    setKey(key);
  }

  public final String getKey() {
    return key;
  }

  final void setKey(String key) {
    if (key == null) {
      throw new IllegalArgumentException("Key must not be null!");
    }
    this.key = key;
  }

  public final ConfigEntries getType() {
    return type;
  }

  public abstract String toStringValue();

  public final boolean isIdentical(AbstractConfigEntry ace) {
    return type == ace.type && key.equals(ace.key) && hasIdenticalValue(ace);
  }

  abstract boolean hasIdenticalValue(AbstractConfigEntry other);

  @Override
  public boolean equals(Object o) {
    return o != null && o.getClass() == getClass() && isIdentical((AbstractConfigEntry) o);
  }

  @Override
  public int hashCode() {
    return key.hashCode() ^ type.name().hashCode();
  }

  @Override
  public String toString() {
    return key + " [" + type + "] -> " + toStringValue();
  }
}

package org.knime.core.data;

import java.util.List;

/** An immutable cell. */
public abstract class DataCell implements DataValue {
  public final DataType getType() {
    return this instanceof AdapterValue adapter
        ? DataType.getType(getClass(), null, List.copyOf(adapter.getAdapterMap().keySet()))
        : DataType.getType(getClass());
  }

  public boolean isMissing() {
    return false;
  }

  @Override
  public abstract String toString();

  @Override
  public final boolean equals(Object o) {
    if (this == o) {
      return true;
    }
    if (!(o instanceof DataCell other)) {
      return false;
    }
    if (isMissing() || other.isMissing()) {
      return isMissing() && other.isMissing();
    }
    if (getClass().equals(other.getClass())) {
      return equalsDataCell(other);
    }
    return getType().getPreferredValueClass().equals(other.getType().getPreferredValueClass())
        && equalContent(other);
  }

  protected abstract boolean equalsDataCell(DataCell dc);

  protected boolean equalContent(DataValue otherValue) {
    return false;
  }

  @Override
  public abstract int hashCode();
}

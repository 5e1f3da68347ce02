package org.knime.core.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The base of adapter cells. */
public abstract class AdapterCell extends DataCell implements Cloneable, RWAdapterValue {
  private Map<Class<? extends DataValue>, DataCell> adapters = new LinkedHashMap<>();

  @SuppressWarnings("unchecked")
  protected AdapterCell(
      DataCell valueCell,
      AdapterValue predefinedAdapters,
      Class<? extends DataValue>... valueClasses) {
    if (valueClasses.length == 0) {
      for (Class<? extends DataValue> value : valueCell.getType().getValueClasses()) {
        if (!value.isAssignableFrom(AdapterCell.class)) {
          adapters.put(value, valueCell);
        }
      }
    }
    addAll(valueCell, valueClasses);
    if (predefinedAdapters != null) {
      adapters.putAll(predefinedAdapters.getAdapterMap());
    }
  }

  @SuppressWarnings("unchecked")
  public AdapterCell(DataCell valueCell, Class<? extends DataValue>... valueClasses) {
    this(valueCell, null, valueClasses);
  }

  private void addAll(DataCell valueCell, Class<? extends DataValue>[] valueClasses) {
    for (Class<? extends DataValue> value : valueClasses) {
      if (!valueCell.isMissing() && !value.isInstance(valueCell)) {
        throw new IllegalArgumentException(
            "A "
                + valueCell.getClass().getSimpleName()
                + " is not compatible with "
                + value.getSimpleName());
      }
      adapters.put(value, valueCell);
    }
  }

  @Override
  public <V extends DataValue> boolean isAdaptable(Class<V> valueClass) {
    return valueClass.isInstance(this) || adapters.containsKey(valueClass);
  }

  @Override
  public <V extends DataValue> V getAdapter(Class<V> valueClass) {
    if (valueClass.isInstance(this)) {
      return valueClass.cast(this);
    }
    DataCell cell = lookupFromAdapterMap(valueClass);
    return cell.isMissing() ? null : valueClass.cast(cell);
  }

  protected final <V> DataCell lookupFromAdapterMap(Class<V> valueClass) {
    DataCell cell = adapters.get(valueClass);
    if (cell == null) {
      throw new IllegalArgumentException("No adapter for " + valueClass);
    }
    return cell;
  }

  @Override
  public <V extends DataValue> MissingValue getAdapterError(Class<V> valueClass) {
    return lookupFromAdapterMap(valueClass) instanceof MissingValue missing ? missing : null;
  }

  @Override
  public Map<Class<? extends DataValue>, DataCell> getAdapterMap() {
    return Collections.unmodifiableMap(adapters);
  }

  @SuppressWarnings("unchecked")
  public AdapterCell cloneAndAddAdapter(
      DataCell valueCell, Class<? extends DataValue>... valueClasses) {
    AdapterCell clone = clone();
    clone.adapters = new LinkedHashMap<>(adapters);
    clone.addAll(valueCell, valueClasses);
    return clone;
  }

  @Override
  protected AdapterCell clone() {
    try {
      return (AdapterCell) super.clone();
    } catch (CloneNotSupportedException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public String toString() {
    return "Adapter for " + adapters.keySet().stream().map(Class::getSimpleName).toList();
  }
}

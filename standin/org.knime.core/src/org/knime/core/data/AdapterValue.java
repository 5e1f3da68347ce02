package org.knime.core.data;

import java.util.Map;

/** A cell that holds other representations of its content. */
public interface AdapterValue extends DataValue {
  <V extends DataValue> boolean isAdaptable(Class<V> valueClass);

  <V extends DataValue> V getAdapter(Class<V> valueClass);

  <V extends DataValue> MissingValue getAdapterError(Class<V> valueClass);

  Map<Class<? extends DataValue>, DataCell> getAdapterMap();
}

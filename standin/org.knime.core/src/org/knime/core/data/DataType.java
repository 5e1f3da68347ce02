package org.knime.core.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/**
 * The type of a cell or column: the values that cells are read through, and for adapter cells those
 * they have been given. Collections are left out.
 */
public final class DataType {
  private static final String CELL_CLASS = "cell_class";
  private static final String VALUE_CLASSES = "value_classes";
  private static final String ADAPTER_CLASSES = "adapter_classes";
  private static final Map<String, String> NAMES =
      Map.of(
          "StringValue", "String",
          "DoubleValue", "Number (Float)",
          "IntValue", "Number (Integer)",
          "LongValue", "Number (Long Integer)",
          "BooleanValue", "Boolean");

  private static final ClassValue<DataType> OF_CLASS =
      new ClassValue<>() {
        @Override
        protected DataType computeValue(Class<?> type) {
          return getType(type.asSubclass(DataCell.class), null, List.of());
        }
      };

  private final Class<? extends DataCell> cellClass;
  private final List<Class<? extends DataValue>> valueClasses;
  private final List<Class<? extends DataValue>> adapterClasses;

  private DataType(
      Class<? extends DataCell> cellClass,
      Collection<Class<? extends DataValue>> valueClasses,
      Collection<Class<? extends DataValue>> adapterClasses) {
    this.cellClass = cellClass;
    this.valueClasses = List.copyOf(valueClasses);
    this.adapterClasses = List.copyOf(adapterClasses);
  }

  public static DataType getType(Class<? extends DataCell> cell) {
    if (cell == null) {
      throw new NullPointerException("Class must not be null.");
    }
    return OF_CLASS.get(cell);
  }

  public static DataType getType(
      Class<? extends DataCell> cellClass,
      DataType collectionElementType,
      List<Class<? extends DataValue>> adapterList) {
    if (cellClass == null) {
      throw new NullPointerException("Cell class must not be null.");
    }
    if (collectionElementType != null) {
      throw new IllegalArgumentException(
          "The type does not represent a collection, element type must be null");
    }
    Set<Class<? extends DataValue>> values = new LinkedHashSet<>();
    addValues(cellClass, values);
    if (!AdapterValue.class.isAssignableFrom(cellClass)) {
      if (adapterList != null && !adapterList.isEmpty()) {
        throw new IllegalArgumentException(
            "Adapter list for non adapter class \"" + cellClass.getSimpleName() + "\"");
      }
      return new DataType(cellClass, values, List.of());
    }
    if (adapterList == null) {
      throw new IllegalArgumentException(
          "Cell class \""
              + cellClass.getSimpleName()
              + "\" is an adapter value but adapter list is null");
    }
    Set<Class<? extends DataValue>> adapters = new LinkedHashSet<>(values);
    adapters.addAll(adapterList);
    return new DataType(cellClass, values, adapters);
  }

  private static void addValues(Class<?> type, Set<Class<? extends DataValue>> values) {
    for (Class<?> parent : type.getInterfaces()) {
      if (DataValue.class.isAssignableFrom(parent)) {
        values.add(parent.asSubclass(DataValue.class));
      }
      addValues(parent, values);
    }
    if (type.getSuperclass() != null) {
      addValues(type.getSuperclass(), values);
    }
  }

  public static DataCell getMissingCell() {
    return MissingCell.INSTANCE;
  }

  public boolean isMissingValueType() {
    return valueClasses.contains(MissingValue.class);
  }

  public Class<? extends DataValue> getPreferredValueClass() {
    return valueClasses.get(0);
  }

  public List<Class<? extends DataValue>> getValueClasses() {
    return valueClasses;
  }

  public boolean isCompatible(Class<? extends DataValue> valueClass) {
    return isMissingValueType() || valueClasses.stream().anyMatch(valueClass::isAssignableFrom);
  }

  public boolean isAdaptable(Class<? extends DataValue> valueClass) {
    return adapterClasses.contains(valueClass);
  }

  @SuppressWarnings("unchecked")
  public DataType createNewWithAdapter(Class<? extends DataValue>... valueClasses) {
    if (!this.valueClasses.contains(AdapterValue.class)) {
      throw new IllegalStateException(
          "Can't add adapter to type \"" + this + "\" - it's not adapter value compatible");
    }
    Set<Class<? extends DataValue>> adapters = new LinkedHashSet<>(adapterClasses);
    adapters.addAll(Arrays.asList(valueClasses));
    return new DataType(cellClass, this.valueClasses, adapters);
  }

  public boolean isASuperTypeOf(DataType type) {
    if (type == null) {
      throw new NullPointerException("Type argument must not be null.");
    }
    return type.isMissingValueType()
        || valueClasses.stream().allMatch(type::isCompatible)
            && adapterClasses.stream().allMatch(type::isAdaptable);
  }

  public String getName() {
    if (cellClass == null) {
      return "?";
    }
    return NAMES.getOrDefault(getPreferredValueClass().getSimpleName(), cellClass.getSimpleName());
  }

  public void save(ConfigWO config) {
    config.addString(CELL_CLASS, cellClass == null ? null : cellClass.getName());
    if (cellClass == null) {
      config.addBoolean("has_pref_value_class", true);
      config.addStringArray(VALUE_CLASSES, names(valueClasses));
    }
    if (!adapterClasses.isEmpty()) {
      config.addStringArray(ADAPTER_CLASSES, names(adapterClasses));
    }
  }

  private static String[] names(List<Class<? extends DataValue>> classes) {
    return classes.stream().map(Class::getName).toArray(String[]::new);
  }

  public static DataType load(ConfigRO config) throws InvalidSettingsException {
    List<Class<? extends DataValue>> adapters =
        values(config.getStringArray(ADAPTER_CLASSES, new String[0]));
    String cellClass = config.getString(CELL_CLASS);
    if (cellClass == null) {
      return new DataType(null, values(config.getStringArray(VALUE_CLASSES)), adapters);
    }
    return getType(CellClasses.find(cellClass, DataCell.class), null, adapters);
  }

  private static List<Class<? extends DataValue>> values(String[] names)
      throws InvalidSettingsException {
    List<Class<? extends DataValue>> classes = new ArrayList<>();
    for (String name : names) {
      classes.add(CellClasses.find(name, DataValue.class));
    }
    return classes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DataType type
        && valueClasses.get(0) == type.valueClasses.get(0)
        && Set.copyOf(valueClasses).equals(Set.copyOf(type.valueClasses))
        && Set.copyOf(adapterClasses).equals(Set.copyOf(type.adapterClasses));
  }

  @Override
  public int hashCode() {
    return Set.copyOf(valueClasses).hashCode() ^ Set.copyOf(adapterClasses).hashCode();
  }

  @Override
  public String toString() {
    return cellClass == null ? "Non-Native " + valueClasses : getName();
  }
}

package org.knime.node.parameters.widget.choices.util;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataValue;
import org.knime.node.parameters.NodeParametersInput;

/** Finds columns of input tables. */
public final class ColumnSelectionUtil {
  private ColumnSelectionUtil() {}

  /** All columns of the table at a port; none without a spec. */
  public static List<DataColumnSpec> getAllColumns(NodeParametersInput context, int portIndex) {
    return getFilteredColumns(context, portIndex, column -> true);
  }

  /** All columns of the table at the first port. */
  public static List<DataColumnSpec> getAllColumnsOfFirstPort(NodeParametersInput context) {
    return getAllColumns(context, 0);
  }

  /** The first column of the table at a port. */
  public static Optional<DataColumnSpec> getFirstColumn(
      NodeParametersInput context, int portIndex) {
    return getAllColumns(context, portIndex).stream().findFirst();
  }

  /** The first column of the table at the first port. */
  public static Optional<DataColumnSpec> getFirstColumnOfFirstPort(NodeParametersInput context) {
    return getFirstColumn(context, 0);
  }

  /** The columns of the table at a port that a filter lets through. */
  public static List<DataColumnSpec> getFilteredColumns(
      NodeParametersInput context, int portIndex, Predicate<DataColumnSpec> filter) {
    return columns(context.getInTableSpec(portIndex).orElse(null)).filter(filter).toList();
  }

  /** The columns of the table at a port with one of these values. */
  @SafeVarargs
  public static List<DataColumnSpec> getCompatibleColumns(
      NodeParametersInput context, int portIndex, Class<? extends DataValue>... valueClasses) {
    return getFilteredColumns(context, portIndex, compatibleWith(List.of(valueClasses)));
  }

  /** The columns of the table at the first port with one of these values. */
  @SafeVarargs
  public static List<DataColumnSpec> getCompatibleColumnsOfFirstPort(
      NodeParametersInput context, Class<? extends DataValue>... valueClasses) {
    return getCompatibleColumns(context, 0, valueClasses);
  }

  /** The columns of a table with one of these values; none without a spec. */
  @SafeVarargs
  public static List<DataColumnSpec> getCompatibleColumns(
      DataTableSpec spec, Class<? extends DataValue>... valueClasses) {
    return getCompatibleColumns(spec, List.of(valueClasses));
  }

  /** The columns of a table with one of these values; none without a spec. */
  public static List<DataColumnSpec> getCompatibleColumns(
      DataTableSpec spec, Collection<Class<? extends DataValue>> valueClasses) {
    return columns(spec).filter(compatibleWith(valueClasses)).toList();
  }

  /** The first column of a table with one of these values. */
  @SafeVarargs
  public static Optional<DataColumnSpec> getFirstCompatibleColumn(
      DataTableSpec spec, Class<? extends DataValue>... valueClasses) {
    return getFirstCompatibleColumn(spec, List.of(valueClasses));
  }

  /** The first column of a table with one of these values. */
  public static Optional<DataColumnSpec> getFirstCompatibleColumn(
      DataTableSpec spec, List<Class<? extends DataValue>> valueClasses) {
    return columns(spec).filter(compatibleWith(valueClasses)).findFirst();
  }

  private static Stream<DataColumnSpec> columns(DataTableSpec spec) {
    return spec == null ? Stream.empty() : spec.stream();
  }

  private static Predicate<DataColumnSpec> compatibleWith(
      Collection<Class<? extends DataValue>> valueClasses) {
    return column -> valueClasses.stream().anyMatch(column.getType()::isCompatible);
  }
}

package org.knime.core.data.container;

import java.util.LinkedHashSet;
import java.util.Set;
import org.knime.core.data.BoundedValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.LongValue;
import org.knime.core.data.NominalValue;

/**
 * Finds the domains of the columns from the rows, as KNIME does: the spec of a table is not equal
 * to the one it was made with.
 */
final class DomainCollector {
  private static final int MAX_VALUES = 60;

  private final DataTableSpec spec;
  private final Column[] columns;

  DomainCollector(DataTableSpec spec, boolean keepDomains) {
    this.spec = spec;
    columns = spec.stream().map(column -> new Column(column, keepDomains)).toArray(Column[]::new);
  }

  void add(DataRow row) {
    for (int i = 0; i < columns.length; i++) {
      columns[i].add(row.getCell(i));
    }
  }

  DataTableSpec createSpec() {
    DataColumnSpec[] specs = new DataColumnSpec[columns.length];
    for (int i = 0; i < specs.length; i++) {
      DataColumnSpecCreator creator = new DataColumnSpecCreator(spec.getColumnSpec(i));
      creator.setDomain(columns[i].domain().createDomain());
      specs[i] = creator.createSpec();
    }
    return new DataTableSpec(spec.getName(), specs);
  }

  private static int compare(DataCell one, DataCell other) {
    if (one instanceof LongValue a && other instanceof LongValue b) {
      return Long.compare(a.getLongValue(), b.getLongValue());
    }
    return Double.compare(
        ((DoubleValue) one).getDoubleValue(), ((DoubleValue) other).getDoubleValue());
  }

  private static final class Column {
    private final boolean bounded;
    private DataCell lower;
    private DataCell upper;
    private Set<DataCell> values;

    Column(DataColumnSpec column, boolean keepDomain) {
      DataType type = column.getType();
      bounded = type.isCompatible(BoundedValue.class) && type.isCompatible(DoubleValue.class);
      values = type.isCompatible(NominalValue.class) ? new LinkedHashSet<>() : null;
      if (keepDomain) {
        lower = column.getDomain().getLowerBound();
        upper = column.getDomain().getUpperBound();
        if (values != null && column.getDomain().hasValues()) {
          values.addAll(column.getDomain().getValues());
        }
      }
    }

    void add(DataCell cell) {
      if (cell.isMissing()) {
        return;
      }
      if (values != null) {
        values.add(cell);
        values = values.size() > MAX_VALUES ? null : values;
      }
      if (bounded && !Double.isNaN(((DoubleValue) cell).getDoubleValue())) {
        lower = lower == null || compare(cell, lower) < 0 ? cell : lower;
        upper = upper == null || compare(cell, upper) > 0 ? cell : upper;
      }
    }

    DataColumnDomainCreator domain() {
      DataColumnDomainCreator domain = new DataColumnDomainCreator(lower, upper);
      domain.setValues(values);
      return domain;
    }
  }
}

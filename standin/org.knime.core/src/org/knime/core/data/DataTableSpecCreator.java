package org.knime.core.data;

import java.util.ArrayList;
import java.util.List;

/** Makes specs of tables column by column. */
public final class DataTableSpecCreator {
  private final List<DataColumnSpec> columns = new ArrayList<>();
  private String name;

  public DataTableSpecCreator(DataTableSpec spec) {
    addColumns(spec);
    setName(spec.getName());
  }

  public DataTableSpecCreator addColumns(DataColumnSpec... columns) {
    for (DataColumnSpec column : columns) {
      for (DataColumnSpec known : this.columns) {
        if (known.getName().equals(column.getName())) {
          throw new IllegalArgumentException(
              "Column \"" + column.getName() + "\" already contained");
        }
      }
      this.columns.add(column);
    }
    return this;
  }

  public DataTableSpecCreator addColumns(DataTableSpec fromSpec) {
    return addColumns(fromSpec.stream().toArray(DataColumnSpec[]::new));
  }

  public DataTableSpecCreator setName(String name) {
    this.name = name;
    return this;
  }

  public DataTableSpec createSpec() {
    return new DataTableSpec(name, columns.toArray(DataColumnSpec[]::new));
  }
}

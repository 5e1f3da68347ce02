package org.knime.core.data.container;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;

/** Says which columns of a table stay, in which order, and which are new. */
public class ColumnRearranger {
  private final List<Column> columns = new ArrayList<>();
  private final DataTableSpec original;

  public ColumnRearranger(DataTableSpec original) {
    this.original = original;
    for (int i = 0; i < original.getNumColumns(); i++) {
      columns.add(new Column(original.getColumnSpec(i), null, i));
    }
  }

  public final void append(CellFactory fac) {
    insertAt(columns.size(), fac);
  }

  public final void insertAt(int position, CellFactory fac) {
    List<Column> made = new ArrayList<>();
    for (DataColumnSpec column : fac.getColumnSpecs()) {
      made.add(new Column(column, fac, made.size()));
    }
    columns.addAll(position, made);
  }

  public final void replace(CellFactory newCol, String colName) {
    int index = indexOf(colName);
    if (index < 0) {
      throw new IllegalArgumentException("No such column: " + colName);
    }
    replace(newCol, index);
  }

  public final void replace(CellFactory fac, int... colIndex) {
    DataColumnSpec[] specs = fac.getColumnSpecs();
    if (specs.length != colIndex.length) {
      throw new IndexOutOfBoundsException(
          "Arguments do not provide to same number of columns: "
              + specs.length
              + " vs. "
              + colIndex.length);
    }
    for (int i = 0; i < specs.length; i++) {
      columns.set(colIndex[i], new Column(specs[i], fac, i));
    }
  }

  public final void remove(int... colIndices) {
    Set<Column> removed = new HashSet<>();
    for (int index : colIndices) {
      if (!removed.add(columns.get(index))) {
        throw new IndexOutOfBoundsException(
            "Duplicates encountered " + Arrays.toString(colIndices));
      }
    }
    columns.removeAll(removed);
  }

  public final void remove(String... colNames) {
    columns.removeAll(named(colNames));
  }

  public final void keepOnly(int... colIndices) {
    Set<Column> kept = new HashSet<>();
    for (int index : colIndices) {
      if (!kept.add(columns.get(index))) {
        throw new IndexOutOfBoundsException(
            "Duplicates in argument: " + Arrays.toString(colIndices));
      }
    }
    columns.retainAll(kept);
  }

  public final void keepOnly(String... colNames) {
    columns.retainAll(named(colNames));
  }

  private Set<Column> named(String... names) {
    Set<Column> found = new HashSet<>();
    for (String name : names) {
      int index = name == null ? -1 : indexOf(name);
      if (index < 0 || !found.add(columns.get(index))) {
        throw new IllegalArgumentException(
            "No such column name(s) in ColumnRearranger, or one twice: " + Arrays.toString(names));
      }
    }
    return found;
  }

  public final void move(int from, int to) {
    columns.add(from < to ? to - 1 : to, columns.remove(from));
  }

  public final void move(String colName, int to) {
    int index = indexOf(colName);
    if (index < 0) {
      throw new IllegalArgumentException("No such column \"" + colName + "\"");
    }
    move(index, to);
  }

  public final int indexOf(String colName) {
    if (colName == null) {
      throw new NullPointerException("Argument must not be null.");
    }
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).spec().getName().equals(colName)) {
        return i;
      }
    }
    return -1;
  }

  public final int getColumnCount() {
    return columns.size();
  }

  public final DataTableSpec createSpec() {
    return new DataTableSpec(columns.stream().map(Column::spec).toArray(DataColumnSpec[]::new));
  }

  final DataTableSpec original() {
    return original;
  }

  final List<Column> columns() {
    return List.copyOf(columns);
  }

  /** A column of the result: that index of the table or, if there is one, of the factory. */
  record Column(DataColumnSpec spec, CellFactory factory, int index) {}
}

package org.knime.core.data;

/** A table that can be read. */
public interface DataTable extends Iterable<DataRow> {
  DataTableSpec getDataTableSpec();

  @Override
  RowIterator iterator();
}

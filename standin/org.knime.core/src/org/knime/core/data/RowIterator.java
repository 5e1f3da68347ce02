package org.knime.core.data;

import java.util.Iterator;

/** The rows of a table, one after another. */
public abstract class RowIterator implements Iterator<DataRow> {
  @Override
  public abstract boolean hasNext();

  @Override
  public abstract DataRow next();

  @Override
  public final void remove() {
    throw new UnsupportedOperationException("Rows cannot be removed");
  }
}

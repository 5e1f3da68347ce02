package org.knime.core.data.container;

import java.io.Closeable;
import java.util.Iterator;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowIterator;

/** The rows of a table; whoever asks for them closes them. */
public abstract class CloseableRowIterator extends RowIterator implements Closeable {
  public static CloseableRowIterator from(Iterator<? extends DataRow> iterator) {
    return iterator instanceof CloseableRowIterator closeable ? closeable : new Rows(iterator);
  }

  @Override
  public abstract void close();

  private static final class Rows extends CloseableRowIterator {
    private final Iterator<? extends DataRow> rows;

    Rows(Iterator<? extends DataRow> rows) {
      this.rows = rows;
    }

    @Override
    public boolean hasNext() {
      return rows.hasNext();
    }

    @Override
    public DataRow next() {
      return rows.next();
    }

    @Override
    public void close() {
      // The rows are in memory.
    }
  }
}

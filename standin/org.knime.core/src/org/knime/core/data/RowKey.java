package org.knime.core.data;

/** The name of a row, unique in its table. */
public final class RowKey {
  private final String id;

  public RowKey(String id) {
    if (id == null) {
      throw new NullPointerException("Argument must not be null.");
    }
    this.id = id;
  }

  public static RowKey createRowKey(long rowIndex) {
    return new RowKey("Row" + rowIndex);
  }

  public String getString() {
    return id;
  }

  @Override
  public String toString() {
    return id;
  }

  @Override
  public boolean equals(Object obj) {
    return obj instanceof RowKey other && other.id.equals(id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }
}

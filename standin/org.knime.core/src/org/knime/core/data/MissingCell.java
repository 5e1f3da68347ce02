package org.knime.core.data;

/** A missing cell that may tell why. */
public final class MissingCell extends DataCell implements MissingValue {
  static final MissingCell INSTANCE = new MissingCell(null);

  private final String error;

  public MissingCell(String error) {
    this.error = error;
  }

  public String getError() {
    return error;
  }

  @Override
  public boolean isMissing() {
    return true;
  }

  @Override
  public String toString() {
    return "?";
  }

  @Override
  protected boolean equalsDataCell(DataCell dc) {
    return dc instanceof MissingCell;
  }

  @Override
  public int hashCode() {
    return 42;
  }
}

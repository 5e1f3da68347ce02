package org.knime.core.data;

import java.util.LinkedHashSet;
import java.util.Set;

/** Makes domains of columns. */
public class DataColumnDomainCreator {
  private DataCell lower;
  private DataCell upper;
  private Set<DataCell> values;

  public DataColumnDomainCreator(DataCell lower, DataCell upper) {
    this.lower = lower;
    this.upper = upper;
  }

  public void setValues(Set<? extends DataCell> values) {
    this.values = values == null ? null : new LinkedHashSet<>(values);
  }

  public DataColumnDomain createDomain() {
    return new DataColumnDomain(lower, upper, values);
  }
}

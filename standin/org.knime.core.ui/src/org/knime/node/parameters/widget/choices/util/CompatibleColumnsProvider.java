package org.knime.node.parameters.widget.choices.util;

import java.util.Collection;
import java.util.List;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataValue;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;

/** The columns of an input table whose cells have certain values. */
public class CompatibleColumnsProvider implements FilteredInputTableColumnsProvider {
  private final Collection<Class<? extends DataValue>> valueClasses;

  /** Those with this value. */
  protected CompatibleColumnsProvider(Class<? extends DataValue> valueClass) {
    this(List.of(valueClass));
  }

  /** Those with one of these values. */
  protected CompatibleColumnsProvider(Collection<Class<? extends DataValue>> valueClasses) {
    this.valueClasses = valueClasses;
  }

  @Override
  public boolean isIncluded(DataColumnSpec col) {
    return valueClasses.stream().anyMatch(col.getType()::isCompatible);
  }

  /** Columns of text. */
  public static class StringColumnsProvider extends CompatibleColumnsProvider {
    /** For the dialog. */
    protected StringColumnsProvider() {
      super(StringValue.class);
    }
  }

  /** Columns of numbers. */
  public static class DoubleColumnsProvider extends CompatibleColumnsProvider {
    /** For the dialog. */
    protected DoubleColumnsProvider() {
      super(DoubleValue.class);
    }
  }
}

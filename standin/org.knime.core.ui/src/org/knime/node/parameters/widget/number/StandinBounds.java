package org.knime.node.parameters.widget.number;

import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;

/** Shows tests the bounds that a dialog puts on a number; KNIME has no such class. */
public final class StandinBounds {
  private StandinBounds() {}

  /** The lower bound. */
  public static double min(MinValidation validation) {
    return validation.getMin();
  }

  /** The upper bound. */
  public static double max(MaxValidation validation) {
    return validation.getMax();
  }
}

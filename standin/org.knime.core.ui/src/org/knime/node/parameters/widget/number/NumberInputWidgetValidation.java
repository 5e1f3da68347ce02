package org.knime.node.parameters.widget.number;

import org.knime.node.parameters.validation.BuiltinValidation;

/** A bound of a number. */
public sealed interface NumberInputWidgetValidation extends BuiltinValidation {
  /** A lower bound. */
  abstract non-sealed class MinValidation implements NumberInputWidgetValidation {
    /** The bound. */
    protected abstract double getMin();

    /** Zero or more. */
    public static final class IsNonNegativeValidation extends MinValidation {
      @Override
      public double getMin() {
        return 0;
      }
    }

    /** One or more. */
    public static final class IsPositiveIntegerValidation extends MinValidation {
      @Override
      public double getMin() {
        return 1;
      }
    }

    /** More than zero. */
    public static final class IsPositiveDoubleValidation extends MinValidation {
      @Override
      public double getMin() {
        return 0;
      }
    }
  }

  /** An upper bound. */
  abstract non-sealed class MaxValidation implements NumberInputWidgetValidation {
    /** The bound. */
    protected abstract double getMax();
  }
}

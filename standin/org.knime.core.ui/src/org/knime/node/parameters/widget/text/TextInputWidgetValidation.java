package org.knime.node.parameters.widget.text;

import org.knime.node.parameters.validation.BuiltinValidation;

/** A check of a line of text. */
public sealed interface TextInputWidgetValidation extends BuiltinValidation {
  /**
   * What the dialog has to know.
   *
   * @param pattern a regular expression
   */
  record PatternValidationParams(String pattern) {}

  /** A regular expression to match. */
  abstract non-sealed class PatternValidation implements TextInputWidgetValidation {
    @Override
    public final PatternValidationParams getParameters() {
      return new PatternValidationParams(getPattern());
    }

    @Override
    public String getErrorMessage() {
      return "The string must match the pattern: " + getPattern();
    }

    /** The regular expression. */
    protected abstract String getPattern();

    /** Something else than blanks. */
    public static final class IsNotBlankValidation extends PatternValidation {
      @Override
      public String getErrorMessage() {
        return "The field cannot be blank (it must contain at least one non-whitespace"
            + " character).";
      }

      @Override
      public String getPattern() {
        return ".*\\S.*";
      }
    }

    /** Something. */
    public static final class IsNotEmptyValidation extends MinLengthValidation {
      @Override
      public String getErrorMessage() {
        return "The field cannot be empty (it must contain at least one character).";
      }

      @Override
      protected int getMinLength() {
        return 1;
      }
    }

    /** One character. */
    public static final class IsSingleCharacterValidation extends PatternValidation {
      @Override
      public String getErrorMessage() {
        return "The string must be a single character.";
      }

      @Override
      public String getPattern() {
        return "^.$";
      }
    }
  }

  /** A least length. */
  abstract non-sealed class MinLengthValidation implements TextInputWidgetValidation {
    record MinLengthValidationParams(int minLength) {}

    @Override
    public final MinLengthValidationParams getParameters() {
      return new MinLengthValidationParams(getMinLength());
    }

    @Override
    public String getErrorMessage() {
      int length = getMinLength();
      String plural = length == 1 ? "" : "s";
      return "The string must be at least " + length + " character" + plural + " long.";
    }

    /** The length. */
    protected abstract int getMinLength();
  }

  /** A greatest length. */
  abstract non-sealed class MaxLengthValidation implements TextInputWidgetValidation {
    record MaxLengthValidationParams(int maxLength) {}

    @Override
    public final MaxLengthValidationParams getParameters() {
      return new MaxLengthValidationParams(getMaxLength());
    }

    @Override
    public String getErrorMessage() {
      int length = getMaxLength();
      return "The string must not exceed " + length + " character" + (length == 1 ? "." : "s.");
    }

    /** The length. */
    protected abstract int getMaxLength();

    /** One character at most. */
    public static final class HasAtMaxOneCharValidation extends MaxLengthValidation {
      @Override
      public int getMaxLength() {
        return 1;
      }
    }
  }
}

package org.knime.core.node.util;

import java.util.Locale;
import org.knime.core.node.InvalidSettingsException;

/** Checks that end in an exception; a template is one of {@link String#format}. */
public final class CheckUtils {
  private CheckUtils() {}

  public static <T> T checkArgumentNotNull(T toCheck, String template, Object... templateArgs)
      throws IllegalArgumentException {
    checkArgument(toCheck != null, template, templateArgs);
    return toCheck;
  }

  public static <T> T checkArgumentNotNull(T toCheck) throws IllegalArgumentException {
    checkArgument(toCheck != null, "Argument must not be null");
    return toCheck;
  }

  public static void checkArgument(boolean predicate, String message)
      throws IllegalArgumentException {
    if (!predicate) {
      throw new IllegalArgumentException(message);
    }
  }

  public static void checkArgument(boolean predicate, String template, Object... templateArgs)
      throws IllegalArgumentException {
    if (!predicate) {
      throw new IllegalArgumentException(format(template, templateArgs));
    }
  }

  public static void checkState(boolean predicate, String message) throws IllegalStateException {
    if (!predicate) {
      throw new IllegalStateException(message);
    }
  }

  public static void checkState(boolean predicate, String template, Object... templateArgs)
      throws IllegalStateException {
    if (!predicate) {
      throw new IllegalStateException(format(template, templateArgs));
    }
  }

  public static <T> T checkNotNull(T toCheck, String message) throws NullPointerException {
    if (toCheck == null) {
      throw new NullPointerException(message);
    }
    return toCheck;
  }

  public static void checkSetting(boolean predicate, String template, Object... templateArgs)
      throws InvalidSettingsException {
    if (!predicate) {
      throw new InvalidSettingsException(format(template, templateArgs));
    }
  }

  public static <T> T checkSettingNotNull(T toCheck, String template, Object... templateArgs)
      throws InvalidSettingsException {
    checkSetting(toCheck != null, template, templateArgs);
    return toCheck;
  }

  private static String format(String template, Object... templateArgs) {
    return String.format(Locale.US, template, templateArgs);
  }
}

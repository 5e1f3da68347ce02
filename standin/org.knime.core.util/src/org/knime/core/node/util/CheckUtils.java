package org.knime.core.node.util;

import java.util.Locale;

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

  private static String format(String template, Object... templateArgs) {
    return String.format(Locale.US, template, templateArgs);
  }
}

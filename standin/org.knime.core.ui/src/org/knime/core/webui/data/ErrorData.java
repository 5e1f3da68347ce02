package org.knime.core.webui.data;

import java.util.Arrays;

/** What a page learns of a failure. */
final class ErrorData {
  private ErrorData() {}

  record Internal(String message, String typeName, String[] stackTrace) {}

  static Internal of(Throwable t) {
    return new Internal(t.getMessage(), t.getClass().getName(), stackTrace(t));
  }

  static String[] stackTrace(Throwable t) {
    return Arrays.stream(t.getStackTrace()).map(StackTraceElement::toString).toArray(String[]::new);
  }
}

package org.enf.core.model.safetensors;

/** Text from files, made harmless for a terminal. */
public final class PlainText {
  private PlainText() {}

  /**
   * The text on one line, each control or format character (among them those that turn the
   * direction of writing) as {@code \}{@code uXXXX}.
   */
  public static String of(String text) {
    StringBuilder line = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int type = Character.getType(c);
      boolean harmful =
          Character.isISOControl(c)
              || type == Character.FORMAT
              || type == Character.LINE_SEPARATOR
              || type == Character.PARAGRAPH_SEPARATOR;
      line.append(harmful ? String.format("\\u%04x", (int) c) : String.valueOf(c));
    }
    return line.toString();
  }
}

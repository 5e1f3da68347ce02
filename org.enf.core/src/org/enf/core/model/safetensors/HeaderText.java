package org.enf.core.model.safetensors;

import java.util.Optional;

/** The strings in a header: which ones may be there, and how a message shows them. */
final class HeaderText {
  /** The header's key that holds the metadata and so cannot name a tensor. */
  static final String METADATA_KEY = "__metadata__";

  private static final int SHOWN_LENGTH = 120;

  private HeaderText() {}

  /** Why this cannot be a tensor name or metadata key; empty if it can. */
  static Optional<String> problemOfName(String name) {
    if (name.length() > Limits.NAME_LENGTH) {
      return Optional.of(
          "is " + name.length() + " characters long, more than the limit of " + Limits.NAME_LENGTH);
    }
    return problemOfText(name);
  }

  /**
   * Why this cannot be a string of a header; empty if it can. Half a surrogate pair has no UTF-8
   * form, so it would be written as something else than it was.
   */
  static Optional<String> problemOfText(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isSurrogate(c)) {
        continue;
      }
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (!pair) {
        return Optional.of("is not valid Unicode (half a surrogate pair at character " + i + ")");
      }
      i++;
    }
    return Optional.empty();
  }

  /** The text in single quotes, on one line and not longer than a message can bear. */
  static String quoted(String text) {
    return "'" + shown(text) + "'";
  }

  /** The text on one line and not longer than a message can bear. */
  static String shown(String text) {
    return text.length() > SHOWN_LENGTH
        ? PlainText.of(text.substring(0, SHOWN_LENGTH)) + "…"
        : PlainText.of(text);
  }
}

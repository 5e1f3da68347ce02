package org.enf.core.molecule.io;

/** Makes text from a file fit for a message: short, on one line, without control characters. */
final class Excerpt {
  private static final int LONGEST = 60;

  private Excerpt() {}

  /** The beginning of a text, with a question mark for each character that is not printable. */
  static String of(String text) {
    StringBuilder excerpt = new StringBuilder(Math.min(text.length(), LONGEST) + 3);
    for (int i = 0; i < text.length() && i < LONGEST; i++) {
      char character = text.charAt(i);
      boolean printable =
          !Character.isISOControl(character)
              && Character.isDefined(character)
              && Character.getType(character) != Character.FORMAT
              && character != '\uFFFD';
      excerpt.append(character == '\t' ? ' ' : printable ? character : '?');
    }
    return text.length() > LONGEST ? excerpt.append("...").toString() : excerpt.toString();
  }
}

package org.knime.core.node.config.base;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How KNIME writes characters that XML refuses: {@code %%} and five decimal digits. A doubled
 * percent sign is written so as well.
 */
final class XmlText {
  private static final Pattern ESCAPED = Pattern.compile("%%(\\d{5})");

  private XmlText() {}

  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean doubled = c == '%' && i + 1 < text.length() && text.charAt(i + 1) == '%';
      if (c < 32 || c > 0xd7ff || doubled) {
        escaped.append(String.format("%%%%%05d", (int) c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }

  static String unescape(String text) {
    return ESCAPED
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    Character.toString((char) Integer.parseInt(found.group(1)))));
  }
}

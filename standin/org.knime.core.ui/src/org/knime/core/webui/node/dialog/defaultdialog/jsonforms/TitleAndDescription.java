package org.knime.core.webui.node.dialog.defaultdialog.jsonforms;

import java.util.List;

/**
 * Something with a name and an explanation.
 *
 * @param title the name
 * @param description the explanation, an XML fragment; may be null
 */
public record TitleAndDescription(String title, String description) {
  /** Several of them as an XML fragment; nothing if none is explained. */
  public static String list(List<TitleAndDescription> items) {
    if (items.stream().noneMatch(TitleAndDescription::isExplained)) {
      return "";
    }
    StringBuilder list = new StringBuilder("\n<ul>");
    for (TitleAndDescription item : items) {
      list.append("\n<li><b>").append(escaped(item.title())).append("</b>");
      list.append(item.isExplained() ? ": " + item.description() : "").append("</li>");
    }
    return list.append("\n</ul>").toString();
  }

  private boolean isExplained() {
    return description != null && !description.isBlank();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}

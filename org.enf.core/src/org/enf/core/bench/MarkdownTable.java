package org.enf.core.bench;

import java.util.ArrayList;
import java.util.List;

/** A table in Markdown that is easy to read as it stands, too. */
final class MarkdownTable {
  private final List<List<String>> rows = new ArrayList<>();
  private final int texts;

  /**
   * A table without rows.
   *
   * @param texts how many columns, from the first one on, are text; the others are figures
   */
  MarkdownTable(int texts, String... header) {
    this.texts = texts;
    rows.add(List.of(header));
  }

  /** Adds a row. */
  void row(String... cells) {
    if (cells.length != rows.get(0).size()) {
      throw new IllegalArgumentException(
          cells.length + " cells for " + rows.get(0).size() + " columns");
    }
    rows.add(List.of(cells));
  }

  /** The lines, the header first. */
  List<String> lines() {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int c = 0; c < widths.length; c++) {
        widths[c] = Math.max(widths[c], row.get(c).length());
      }
    }
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder("|");
      for (int c = 0; c < widths.length; c++) {
        String space = " ".repeat(widths[c] - row.get(c).length());
        line.append(c < texts ? " " + row.get(c) + space + " |" : " " + space + row.get(c) + " |");
      }
      lines.add(line.toString());
    }
    lines.add(1, rule(widths));
    return lines;
  }

  private String rule(int[] widths) {
    StringBuilder line = new StringBuilder("|");
    for (int c = 0; c < widths.length; c++) {
      line.append(c < texts ? "-".repeat(widths[c] + 2) + "|" : "-".repeat(widths[c] + 1) + ":|");
    }
    return line.toString();
  }
}

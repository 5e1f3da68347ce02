package org.enf.core.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A line of a CSV file (RFC 4180) without line breaks in its cells. */
final class CsvRow {
  private final List<String> cells = new ArrayList<>();
  private int next;

  /** The cells of a line; what is malformed becomes a cell as it stands. */
  static CsvRow parse(String line) {
    CsvRow row = new CsvRow();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int k = 0; k < line.length(); k++) {
      char c = line.charAt(k);
      if (c == '"') {
        boolean escaped = quoted && k + 1 < line.length() && line.charAt(k + 1) == '"';
        if (escaped) {
          cell.append('"');
          k++;
        } else {
          quoted = !quoted;
        }
      } else if (c == ',' && !quoted) {
        row.cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    row.cells.add(cell.toString());
    return row;
  }

  CsvRow add(String text) {
    cells.add(text);
    return this;
  }

  CsvRow add(long number) {
    return add(Long.toString(number));
  }

  /** A number so that reading gives the same again; an empty cell for NaN. */
  CsvRow add(double number) {
    return add(Double.isNaN(number) ? "" : Double.toString(number));
  }

  int size() {
    return cells.size();
  }

  /** The next cell. */
  String text() {
    return cells.get(next++);
  }

  /**
   * The next cell.
   *
   * @throws NumberFormatException if it is no whole number of that size
   */
  int integer() {
    return Integer.parseInt(text());
  }

  /**
   * The next cell.
   *
   * @throws NumberFormatException if it is no whole number
   */
  long longInteger() {
    return Long.parseLong(text());
  }

  /**
   * The next cell; NaN if it is empty.
   *
   * @throws NumberFormatException if it is neither empty nor a number
   */
  double number() {
    String text = text();
    return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
  }

  @Override
  public String toString() {
    return cells.stream().map(CsvRow::quoted).collect(Collectors.joining(","));
  }

  private static String quoted(String cell) {
    String flat = cell.replaceAll("\\R", " ");
    boolean plain = flat.indexOf(',') < 0 && flat.indexOf('"') < 0;
    return plain ? flat : '"' + flat.replace("\"", "\"\"") + '"';
  }
}

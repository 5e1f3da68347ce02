package org.enf.core.audit;

import java.util.Arrays;
import java.util.List;

/**
 * The tables of {@code org.enf.thirdparty/AUDIT.md}.
 *
 * @param libraries what is nested
 * @param inside what is in a nested jar
 * @param vulnerabilities what is known against them
 */
record AuditFile(
    List<Library> libraries, List<Inside> inside, List<Vulnerability> vulnerabilities) {
  /** A library that is nested by its own name. */
  record Library(String name, String version, String checked, String found) {}

  /** A library in the jar of another. */
  record Inside(String name, String version, String jar) {}

  /** What is known against a library. */
  record Vulnerability(String library, String id, String answer, String reason) {}

  static AuditFile parse(String text) {
    List<List<String>> rows =
        text.lines()
            .filter(line -> line.startsWith("| ") && !line.startsWith("| library |"))
            .map(AuditFile::cells)
            .toList();
    return new AuditFile(
        rows.stream()
            .filter(row -> row.size() == 4 && row.get(2).matches("\\d.*"))
            .map(row -> new Library(row.get(0), row.get(1), row.get(2), row.get(3)))
            .toList(),
        rows.stream()
            .filter(row -> row.size() == 3)
            .map(row -> new Inside(row.get(0), row.get(1), row.get(2)))
            .toList(),
        rows.stream()
            .filter(row -> row.size() == 4 && !row.get(2).matches("\\d.*"))
            .map(row -> new Vulnerability(row.get(0), row.get(1), row.get(2), row.get(3)))
            .toList());
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
        .map(String::strip)
        .toList();
  }
}

package org.enf.knime.execution;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.enf.core.text.Words;

/** Counts rows that a node cannot use, by the reason. */
public final class LeftOut {
  private final Map<String, Group> groups = new LinkedHashMap<>();

  private static final class Group {
    private final String firstRow;
    private final String firstDetail;
    private long count;

    Group(String firstRow, String firstDetail) {
      this.firstRow = firstRow;
      this.firstDetail = firstDetail;
    }

    private String words(String reason) {
      return Words.number(count)
          + " with "
          + reason
          + " (first in row \""
          + firstRow
          + "\""
          + (firstDetail.isEmpty() ? "" : ": " + firstDetail)
          + ")";
    }
  }

  /**
   * Counts a row.
   *
   * @param reason one of few, to follow "rows with"
   * @param row its key
   * @param detail what is the matter with this row; told of the first one of its reason
   */
  public void add(String reason, String row, String detail) {
    groups.computeIfAbsent(reason, r -> new Group(row, detail)).count++;
  }

  /** How many rows. */
  public long count() {
    return groups.values().stream().mapToLong(group -> group.count).sum();
  }

  /**
   * All in a sentence, if there is any.
   *
   * @param fate what becomes of the rows, for example {@code left out}
   */
  public Optional<String> sentence(String fate) {
    if (groups.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Words.count(count(), "row")
            + " "
            + fate
            + ": "
            + groups.entrySet().stream()
                .map(entry -> entry.getValue().words(entry.getKey()))
                .collect(Collectors.joining("; ")));
  }
}

package org.enf.core.molecule.io;

import java.util.List;
import java.util.Locale;

/**
 * What became of the records of a file.
 *
 * @param read molecules handed out
 * @param skipped broken records and refused files, each with a problem
 * @param excluded molecules left out because the exclusion list names them
 * @param problems the first {@link #KEPT_PROBLEMS} of the {@code skipped} problems
 */
public record ReadSummary(long read, long skipped, long excluded, List<ReadProblem> problems) {
  /** How many problems a summary holds at most; a listener hears of all of them. */
  public static final int KEPT_PROBLEMS = 100;

  /** Copies the list. */
  public ReadSummary {
    problems = List.copyOf(problems);
  }

  /** One line: {@code 98,412 molecules read, 3 broken records skipped, 12 excluded}. */
  @Override
  public String toString() {
    StringBuilder line = new StringBuilder(counted(read, "molecule")).append(" read");
    if (skipped > 0) {
      line.append(", ").append(counted(skipped, "broken record")).append(" skipped");
    }
    if (excluded > 0) {
      line.append(String.format(Locale.ROOT, ", %,d excluded", excluded));
    }
    return line.toString();
  }

  private static String counted(long count, String noun) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? noun : noun + "s");
  }
}

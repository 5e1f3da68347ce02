package org.enf.core.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.enf.core.molecule.io.ExclusionList;
import org.enf.core.molecule.io.ReadOptions;
import org.enf.core.molecule.io.ReadOptions.BrokenRecords;
import org.enf.core.molecule.io.ReadProblem;
import picocli.CommandLine.Option;

/** The options that say how to read a molecule file. */
final class ReadingOptions {
  @Option(
      names = "--strict",
      description = "Stop at the first broken record; by default it is skipped and counted.")
  private boolean strict;

  @Option(
      names = "--exclude",
      paramLabel = "FILE",
      description =
          "Leave out the molecules whose gdb numbers this list names, such as QM9's"
              + " uncharacterized.txt.")
  private Path exclude;

  @Option(
      names = "--every",
      paramLabel = "N",
      description =
          "Take the first molecule and each Nth after it only, as files are often sorted by size"
              + " (default: 1).")
  private Long every;

  @Option(names = "--limit", paramLabel = "N", description = "Take N molecules at most.")
  private Long limit;

  /**
   * The reader's options.
   *
   * @param listener hears of broken records
   * @throws IOException if the exclusion list cannot be read
   */
  ReadOptions toReadOptions(Consumer<ReadProblem> listener) throws IOException {
    if (limit != null && limit < 1) {
      throw CommandException.usage("--limit must be at least 1, not " + limit);
    }
    ReadOptions options =
        ReadOptions.DEFAULT
            .at(strict ? BrokenRecords.STOP : BrokenRecords.SKIP)
            .reportingTo(listener);
    if (every != null && every < 1) {
      throw CommandException.usage("--every must be at least 1, not " + every);
    }
    if (every != null) {
      options = options.every(every);
    }
    if (limit != null) {
      options = options.upTo(limit);
    }
    return exclude == null ? options : options.excluding(ExclusionList.read(exclude));
  }

  /** These options without the limit, for a second file. */
  ReadingOptions withoutLimit() {
    ReadingOptions others = new ReadingOptions();
    others.strict = strict;
    others.exclude = exclude;
    return others;
  }
}

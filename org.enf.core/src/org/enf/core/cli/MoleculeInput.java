package org.enf.core.cli;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.enf.core.molecule.Molecule;
import org.enf.core.molecule.io.MoleculeFiles;
import org.enf.core.molecule.io.MoleculeReader;
import org.enf.core.molecule.io.ReadOptions;
import org.enf.core.molecule.io.ReadProblem;
import org.enf.core.molecule.io.ReadSummary;
import org.enf.core.text.Words;

/** Reads molecules for a command: shows progress, tells what is broken, heeds the wish to stop. */
final class MoleculeInput {
  private static final int MOST_PROBLEMS = 10;

  private final Session session;
  private final ReadingOptions reading;

  MoleculeInput(Session session, ReadingOptions reading) {
    this.session = session;
    this.reading = reading;
  }

  /** Takes molecules one by one. */
  @FunctionalInterface
  interface Sink {
    /**
     * Takes a molecule.
     *
     * @throws IOException if what becomes of it cannot be written
     */
    void accept(Molecule molecule) throws IOException;
  }

  /**
   * Reads all molecules of a file and says how many there were.
   *
   * @param source a path, or {@code -} for the standard input
   * @throws IOException if there is nothing to read, or at a broken record if the user wants that
   * @throws CommandException if not one molecule could be read
   */
  ReadSummary read(String source, Sink sink) throws IOException {
    try (Progress progress = new Progress(session.terminal(), "reading")) {
      AtomicLong count = new AtomicLong();
      return read(
          source,
          molecule -> {
            sink.accept(molecule);
            progress.show(Words.count(count.incrementAndGet(), "molecule"));
          },
          progress);
    }
  }

  /** Reads all molecules of a file; the sink shows the progress. */
  ReadSummary read(String source, Sink sink, Progress progress) throws IOException {
    ProblemList problems = new ProblemList(progress);
    try (MoleculeReader reader = open(source, reading.toReadOptions(problems::tell))) {
      for (Molecule molecule = reader.next(); molecule != null; molecule = reader.next()) {
        session.interruption().check();
        problems.tellHeldBack();
        sink.accept(molecule);
      }
      ReadSummary summary = reader.summary();
      if (summary.read() == 0) {
        throw problems.failure(name(source));
      }
      problems.close();
      progress.say(name(source) + ": " + summary);
      return summary;
    }
  }

  private static String name(String source) {
    return source.equals(MoleculeFiles.STANDARD_STREAM) ? "standard input" : source;
  }

  private MoleculeReader open(String source, ReadOptions options) throws IOException {
    return source.equals(MoleculeFiles.STANDARD_STREAM)
        ? MoleculeFiles.read(session.terminal().in(), name(source), options)
        : MoleculeFiles.open(source, options);
  }

  /**
   * Tells the first broken records one by one and the others by their number. The very first is
   * held back until it is clear that it is not the only thing to tell.
   */
  private static final class ProblemList {
    private final Progress progress;
    private ReadProblem heldBack;
    private long told;

    ProblemList(Progress progress) {
      this.progress = progress;
    }

    void tell(ReadProblem problem) {
      tellHeldBack();
      told++;
      if (told == 1) {
        heldBack = problem;
      } else if (told <= MOST_PROBLEMS) {
        progress.say("skipped " + problem);
      }
    }

    void tellHeldBack() {
      if (heldBack != null) {
        progress.say("skipped " + heldBack);
        heldBack = null;
      }
    }

    CommandException failure(String source) {
      return CommandException.failed(
          heldBack != null ? heldBack.toString() : source + ": no molecule could be read from it");
    }

    void close() {
      tellHeldBack();
      if (told > MOST_PROBLEMS) {
        progress.say("skipped " + Words.count(told - MOST_PROBLEMS, "further broken record"));
      }
    }
  }
}

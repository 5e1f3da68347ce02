package org.enf.core.molecule.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.enf.core.molecule.Molecule;

/** Reads the streams of a source one after the other, and keeps account. */
final class StreamingReader implements MoleculeReader {
  private final InputSource source;
  private final ReadOptions options;
  private final List<ReadProblem> problems = new ArrayList<>();
  private RecordReader records;
  private String name;
  private boolean anyRecords;
  private boolean ended;
  private long sound;
  private long read;
  private long skipped;
  private long excluded;

  StreamingReader(InputSource source, ReadOptions options) {
    this.source = source;
    this.options = options;
  }

  @Override
  public Molecule next() throws IOException {
    while (!ended && read < options.limit()) {
      if (records == null && !openNext()) {
        break;
      }
      Molecule molecule = records == null ? null : nextRecord();
      if (molecule != null && options.excluded().contains(molecule)) {
        excluded++;
      } else if (molecule != null && sound++ % options.every() == 0) {
        read++;
        return molecule;
      }
    }
    return null;
  }

  /** Opens the next stream if it is sound; false at the end of the source. */
  private boolean openNext() throws IOException {
    NamedInput input;
    try {
      input = source.next();
    } catch (MoleculeFormatException refused) {
      skip(refused);
      return true;
    } catch (IOException damaged) {
      ended = true;
      skip(broken(source.name(), damaged));
      return false;
    }
    if (input == null) {
      ended = true;
      return false;
    }
    open(input);
    return true;
  }

  private void open(NamedInput input) throws IOException {
    name = input.name();
    anyRecords = false;
    try {
      records = RecordReaders.open(input, options.limits());
    } catch (MoleculeFormatException unknown) {
      skip(unknown);
    } catch (IOException damaged) {
      ended = !source.survivesDamage();
      skip(broken(name, damaged));
    }
  }

  /** The next molecule of the open stream; null if its record is broken or the stream ends. */
  private Molecule nextRecord() throws IOException {
    try {
      Molecule molecule = records.next();
      if (molecule == null) {
        closeRecords();
        if (!anyRecords) {
          skip(new MoleculeFormatException(new ReadProblem(name, 0, "holds no molecule")));
        }
      }
      anyRecords = true;
      return molecule;
    } catch (MoleculeFormatException broken) {
      anyRecords = true;
      skip(broken);
    } catch (IOException damaged) {
      MoleculeFormatException broken = records.damaged(damaged);
      closeRecords();
      ended = !source.survivesDamage();
      skip(broken);
    }
    return null;
  }

  private static MoleculeFormatException broken(String name, IOException damaged) {
    return new MoleculeFormatException(new ReadProblem(name, 0, Reason.of(damaged)), damaged);
  }

  private void skip(MoleculeFormatException broken) throws MoleculeFormatException {
    if (options.brokenRecords() == ReadOptions.BrokenRecords.STOP) {
      ended = true;
      throw broken;
    }
    skipped++;
    if (problems.size() < ReadSummary.KEPT_PROBLEMS) {
      problems.add(broken.problem());
    }
    options.listener().accept(broken.problem());
  }

  @Override
  public ReadSummary summary() {
    return new ReadSummary(read, skipped, excluded, problems);
  }

  private void closeRecords() throws IOException {
    RecordReader open = records;
    records = null;
    open.close();
  }

  @Override
  public void close() throws IOException {
    ended = true;
    try {
      if (records != null) {
        closeRecords();
      }
    } finally {
      source.close();
    }
  }
}

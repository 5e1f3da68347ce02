package org.enf.core.molecule.io;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.enf.core.molecule.Molecule;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.interfaces.IAtomContainer;

/**
 * Reads SDF: three header lines, a connection table in V2000 or V3000, and data items, up to a line
 * {@code $$$$}. Each explicit atom, hydrogens too, becomes an atom; data items become properties.
 */
final class SdfRecordReader implements RecordReader {
  private static final int HEADER_LINES = 3;
  private static final String COUNTS_LINE = "the counts line";

  private final LineReader lines;
  private final SdfLines record;
  private final int mostAtoms;
  private boolean lost;

  SdfRecordReader(LineReader lines, ReadLimits limits) {
    this.lines = lines;
    this.record = new SdfLines(lines, limits.recordBytes());
    this.mostAtoms = limits.atoms();
  }

  @Override
  public Molecule next() throws IOException {
    if (lost) {
      findNextRecord();
    }
    lost = true;
    String title = readHeader();
    if (title == null) {
      return null;
    }
    MolBlock block = readTable();
    Map<String, String> properties = readData();
    lost = false;
    return molecule(title, block, properties);
  }

  private void findNextRecord() throws IOException {
    boolean more = lines.next();
    while (more && !lines.startsWith(SdfLines.DELIMITER)) {
      more = lines.next();
    }
  }

  /** The title of the record, with the reader at the counts line; null at the end of the file. */
  private String readHeader() throws IOException {
    record.beginRecord();
    String title = "";
    boolean blank = true;
    for (int line = 0; line <= HEADER_LINES; line++) {
      if (!blank) {
        record.next(COUNTS_LINE);
      } else if (!record.nextIfAny(COUNTS_LINE)) {
        return null;
      }
      if (line == 0) {
        title = lines.text().strip();
      }
      blank &= lines.isBlank();
    }
    while (blank) {
      if (!lines.next()) {
        return null;
      }
      if (!lines.isBlank()) {
        throw lines.broken("the counts line, three lines below the title, is blank");
      }
    }
    return title;
  }

  private MolBlock readTable() throws IOException {
    return lines.text().contains("V3000")
        ? new V3000Block(record, mostAtoms).read()
        : new V2000Block(record, mostAtoms).read();
  }

  private Map<String, String> readData() throws IOException {
    Map<String, String> properties = new LinkedHashMap<>();
    String name = null;
    StringBuilder value = new StringBuilder();
    while (lines.next() && !lines.startsWith(SdfLines.DELIMITER)) {
      record.check();
      if (lines.startsWith(MolBlock.END)) {
        throw lines.broken("a second 'M  END': '$$$$' is missing between two molecules");
      }
      String line = lines.text();
      if (line.startsWith(">")) {
        put(properties, name, value);
        name = dataName(line);
      } else if (name != null) {
        value.append(line).append('\n');
      } else if (!line.isBlank()) {
        throw lines.broken(
            "expected a data item '> <name>' or '$$$$', found '" + lines.excerpt() + "'");
      }
    }
    put(properties, name, value);
    return properties;
  }

  private static void put(Map<String, String> properties, String name, StringBuilder value) {
    if (name != null) {
      properties.put(name, value.toString().strip());
      value.setLength(0);
    }
  }

  private static String dataName(String line) {
    int open = line.indexOf('<');
    int close = line.lastIndexOf('>');
    return open > 0 && close > open ? line.substring(open + 1, close) : line.substring(1).strip();
  }

  private Molecule molecule(String title, MolBlock block, Map<String, String> properties)
      throws MoleculeFormatException {
    try {
      IAtomContainer container = CdkMolecules.read(block);
      return CdkMolecules.molecule(title, container, block.positions(), properties);
    } catch (CDKException | IOException | RuntimeException failure) {
      // CDK lets faults of all kinds through where a table is odd.
      throw lines.brokenAt(
          block.firstLine(), "the connection table is broken: " + Reason.of(failure));
    }
  }

  @Override
  public MoleculeFormatException damaged(IOException failure) {
    return lines.damaged(failure);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}

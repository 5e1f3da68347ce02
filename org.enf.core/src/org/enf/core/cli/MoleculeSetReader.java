package org.enf.core.cli;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.enf.core.dequantization.SizeDistribution;
import org.enf.core.molecule.AtomTypes;
import org.enf.core.molecule.Element;
import org.enf.core.molecule.Molecule;
import org.enf.core.text.Words;
import org.enf.core.training.MoleculeSet;

/** Reads molecules to train or validate on, and tells which ones are left out. */
final class MoleculeSetReader {
  private final Session session;
  private final AtomTypes types;

  MoleculeSetReader(Session session, AtomTypes types) {
    this.session = session;
    this.types = types;
  }

  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be read
   * @throws CommandException if no molecule of it can be used
   */
  MoleculeSet read(String source, ReadingOptions reading) throws IOException {
    MoleculeSet.Builder set = new MoleculeSet.Builder(types);
    LeftOut leftOut = new LeftOut();
    new MoleculeInput(session, reading)
        .read(
            source,
            molecule -> {
              if (molecule.size() > SizeDistribution.MAX_ATOMS) {
                leftOut.tooLarge++;
              } else if (!set.add(molecule)) {
                leftOut.addForeign(molecule);
              }
            });
    leftOut.tell();
    if (set.size() == 0) {
      throw CommandException.failed(
          source
              + ": there is no molecule of only "
              + types
              + " in it; other elements go into"
              + " --types");
    }
    return set.build();
  }

  /** Counts the molecules that are left out. */
  private final class LeftOut {
    private long tooLarge;
    private long foreign;
    private final Map<Element, Long> byElement = new TreeMap<>();

    void addForeign(Molecule molecule) {
      foreign++;
      for (Element element : molecule.elements()) {
        if (types.indexOf(element) < 0) {
          byElement.merge(element, 1L, Long::sum);
          return;
        }
      }
    }

    void tell() {
      if (foreign > 0) {
        String elements =
            byElement.entrySet().stream()
                .map(entry -> entry.getKey().symbol() + " in " + Words.number(entry.getValue()))
                .collect(Collectors.joining(", "));
        session
            .terminal()
            .say(
                Words.count(foreign, "molecule")
                    + " left out for elements besides "
                    + types
                    + " ("
                    + elements
                    + "); --types adds elements");
      }
      if (tooLarge > 0) {
        session
            .terminal()
            .say(
                Words.count(tooLarge, "molecule")
                    + " left out for more than "
                    + SizeDistribution.MAX_ATOMS
                    + " atoms");
      }
    }
  }
}

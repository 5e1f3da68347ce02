package org.enf.knime.learner;

import java.util.Optional;
import java.util.SplittableRandom;
import org.enf.core.dequantization.SizeDistribution;
import org.enf.core.molecule.AtomTypes;
import org.enf.core.molecule.Element;
import org.enf.core.molecule.Molecule;
import org.enf.core.training.MoleculeSet;
import org.enf.knime.execution.LeftOut;
import org.enf.knime.molecule.MoleculeColumn;
import org.enf.knime.molecule.MoleculeRow;
import org.enf.knime.molecule.MoleculeRows;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.KNIMEException;

/**
 * The molecules of a table as the core trains on them: 13 bytes an atom, no cells.
 *
 * @param data to train on
 * @param validation to validate on
 */
record TrainingTable(MoleculeSet data, Optional<MoleculeSet> validation) {
  /** Reads tables for models of these elements. */
  static final class Reader {
    private final AtomTypes types;
    private final double validationShare;
    private final SplittableRandom random;
    private final MoleculeSet.Builder data;
    private final MoleculeSet.Builder validation;

    Reader(AtomTypes types, double validationShare, long seed) {
      this.types = types;
      this.validationShare = validationShare;
      random = new SplittableRandom(seed);
      data = new MoleculeSet.Builder(types);
      validation = new MoleculeSet.Builder(types);
    }

    /**
     * Reads a table.
     *
     * @param leftOut counts what is not taken
     * @throws KNIMEException if nothing can be taken
     * @throws CanceledExecutionException if the user wants that
     */
    TrainingTable read(
        BufferedDataTable table, MoleculeColumn column, ExecutionMonitor exec, LeftOut leftOut)
        throws KNIMEException, CanceledExecutionException {
      exec.setMessage("Reading molecules");
      try (MoleculeRows rows = new MoleculeRows(table, column, exec, leftOut)) {
        for (MoleculeRow row = rows.next(); row != null; row = rows.next()) {
          if (row.molecule().isPresent()) {
            add(row.key(), row.molecule().get(), leftOut);
          }
        }
      }
      if (data.size() == 0) {
        throw new KNIMEException(
            "There is no molecule to train on in the column \""
                + column.name()
                + "\""
                + leftOut.sentence("left out").map(sentence -> " (" + sentence + ")").orElse("")
                + ".");
      }
      return new TrainingTable(
          data.build(),
          validation.size() == 0 ? Optional.empty() : Optional.of(validation.build()));
    }

    private void add(String key, Molecule molecule, LeftOut leftOut) {
      if (molecule.size() > SizeDistribution.MAX_ATOMS) {
        leftOut.add("more than " + SizeDistribution.MAX_ATOMS + " atoms", key, "");
      } else if (!types.covers(molecule)) {
        leftOut.add("elements besides " + types, key, foreign(molecule));
      } else {
        (random.nextDouble() < validationShare ? validation : data).add(molecule);
      }
    }

    private String foreign(Molecule molecule) {
      for (Element element : molecule.elements()) {
        if (types.indexOf(element) < 0) {
          return element.symbol();
        }
      }
      throw new AssertionError("all elements are known");
    }
  }
}

package org.enf.knime.molecule;

import java.util.Optional;
import org.enf.core.molecule.Molecule;
import org.enf.core.molecule.io.MoleculeFormatException;
import org.enf.knime.execution.LeftOut;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;

/**
 * Goes through the molecules of a table, one in memory at a time. A row without a molecule that can
 * be used comes without one and is counted; it never ends a run.
 */
public final class MoleculeRows implements AutoCloseable {
  private static final String NO_MOLECULE = "no molecule, the cell is missing";
  private static final String UNREADABLE = "a molecule that cannot be read";

  private final CloseableRowIterator rows;
  private final MoleculeColumn column;
  private final ExecutionMonitor exec;
  private final LeftOut leftOut;
  private final long size;
  private long done;

  /**
   * Begins at the first row.
   *
   * @param exec is told how far it has come, and asked whether to go on
   * @param leftOut counts the rows without a molecule
   */
  public MoleculeRows(
      BufferedDataTable table, MoleculeColumn column, ExecutionMonitor exec, LeftOut leftOut) {
    this.column = column;
    this.exec = exec;
    this.leftOut = leftOut;
    size = table.size();
    rows = table.iterator();
  }

  /**
   * The next row, or null at the end.
   *
   * @throws CanceledExecutionException if the user wants that
   */
  public MoleculeRow next() throws CanceledExecutionException {
    exec.checkCanceled();
    if (!rows.hasNext()) {
      return null;
    }
    DataRow row = rows.next();
    done++;
    exec.setProgress((double) done / size, () -> "row " + done + " of " + size);
    String key = row.getKey().getString();
    return new MoleculeRow(key, molecule(key, row.getCell(column.index())));
  }

  private Optional<Molecule> molecule(String key, DataCell cell) {
    if (cell.isMissing()) {
      leftOut.add(NO_MOLECULE, key, "");
      return Optional.empty();
    }
    try {
      return Optional.of(MoleculeCells.read(cell, "row " + key));
    } catch (MoleculeFormatException e) {
      leftOut.add(UNREADABLE, key, e.problem().sentence());
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    rows.close();
  }
}

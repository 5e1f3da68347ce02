package org.enf.knime.learner;

import org.enf.knime.learner.TrainingHistory.Point;
import org.enf.knime.table.Cells;
import org.enf.knime.table.Columns;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The history of a training as a table. */
final class HistoryTable {
  static final DataTableSpec SPEC =
      new DataTableSpec(
          Columns.of("Step", LongCell.TYPE),
          Columns.of("Epoch", IntCell.TYPE),
          Columns.of("Seconds", DoubleCell.TYPE),
          Columns.of("Loss", DoubleCell.TYPE),
          Columns.of("Loss, running mean", DoubleCell.TYPE),
          Columns.of("Gradient norm", DoubleCell.TYPE),
          Columns.of("Learning rate", DoubleCell.TYPE),
          Columns.of("Validation NLL (nats)", DoubleCell.TYPE),
          Columns.of("Stable atoms", DoubleCell.TYPE),
          Columns.of("Stable molecules", DoubleCell.TYPE));

  private HistoryTable() {}

  static BufferedDataTable of(TrainingHistory history, ExecutionContext exec) {
    BufferedDataContainer container = exec.createDataContainer(SPEC);
    long row = 0;
    for (Point point : history.points()) {
      container.addRowToTable(
          new DefaultRow(
              RowKey.createRowKey(row),
              new LongCell(point.step()),
              new IntCell(point.epoch()),
              new DoubleCell(point.seconds()),
              Cells.number(point.loss()),
              Cells.number(point.meanLoss()),
              Cells.number(point.gradientNorm()),
              Cells.number(point.learningRate()),
              Cells.number(point.validationNll()),
              Cells.number(point.stableAtoms()),
              Cells.number(point.stableMolecules())));
      row++;
    }
    container.close();
    return container.getTable();
  }
}

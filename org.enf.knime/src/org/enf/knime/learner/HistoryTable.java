package org.enf.knime.learner;

import org.enf.knime.learner.TrainingHistory.Point;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
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
          column("Step", LongCell.TYPE),
          column("Epoch", IntCell.TYPE),
          column("Seconds", DoubleCell.TYPE),
          column("Loss", DoubleCell.TYPE),
          column("Gradient norm", DoubleCell.TYPE),
          column("Learning rate", DoubleCell.TYPE),
          column("Validation NLL (nats)", DoubleCell.TYPE),
          column("Stable atoms", DoubleCell.TYPE),
          column("Stable molecules", DoubleCell.TYPE));

  private HistoryTable() {}

  private static DataColumnSpec column(String name, DataType type) {
    return new DataColumnSpecCreator(name, type).createSpec();
  }

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
              cell(point.loss()),
              cell(point.gradientNorm()),
              cell(point.learningRate()),
              cell(point.validationNll()),
              cell(point.stableAtoms()),
              cell(point.stableMolecules())));
      row++;
    }
    container.close();
    return container.getTable();
  }

  private static DataCell cell(double value) {
    return Double.isNaN(value) ? DataType.getMissingCell() : new DoubleCell(value);
  }
}

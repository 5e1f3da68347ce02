package org.enf.standin;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.IntValue;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.container.SingleCellFactory;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;

/** Tables with other columns than before. */
public class ColumnRearrangerTest {
  private static final DataTableSpec SPEC =
      new DataTableSpec(
          new DataColumnSpecCreator("a", IntCell.TYPE).createSpec(),
          new DataColumnSpecCreator("b", IntCell.TYPE).createSpec());

  private final ExecutionContext exec = Contexts.create();
  private final ColumnRearranger rearranger = new ColumnRearranger(SPEC);

  private List<String> rearranged() throws CanceledExecutionException {
    BufferedDataContainer container = exec.createDataContainer(SPEC);
    container.addRowToTable(new DefaultRow("Row0", 1, 2));
    container.addRowToTable(new DefaultRow("Row1", 3, 4));
    container.close();
    BufferedDataTable table =
        exec.createColumnRearrangeTable(container.getTable(), rearranger, exec);
    List<String> rows = new ArrayList<>();
    rows.add(String.join(" ", table.getDataTableSpec().getColumnNames()));
    for (DataRow row : table) {
      rows.add(String.join(" ", row.stream().map(DataCell::toString).toList()));
    }
    return rows;
  }

  private static SingleCellFactory twice(String name) {
    return new SingleCellFactory(new DataColumnSpecCreator(name, IntCell.TYPE).createSpec()) {
      @Override
      public DataCell getCell(DataRow row) {
        return new IntCell(2 * ((IntValue) row.getCell(0)).getIntValue());
      }
    };
  }

  @Test
  public void aColumnIsAppended() throws CanceledExecutionException {
    rearranger.append(twice("twice"));
    assertEquals(List.of("a b twice", "1 2 2", "3 4 6"), rearranged());
    assertEquals(1, exec.getProgressMonitor().getProgress(), 0);
  }

  @Test
  public void aColumnIsReplacedFromTheOldRow() throws CanceledExecutionException {
    rearranger.replace(twice("twice"), "a");
    rearranger.move("b", 0);
    assertEquals(List.of("b twice", "2 2", "4 6"), rearranged());
  }

  @Test
  public void columnsAreLeftOut() throws CanceledExecutionException {
    rearranger.remove("a");
    assertEquals(List.of("b", "2", "4"), rearranged());
    assertThrows(IllegalArgumentException.class, () -> rearranger.keepOnly("a"));
  }

  @Test
  public void aTableOfOtherColumnsIsRefused() {
    BufferedDataContainer container = exec.createDataContainer(new DataTableSpec());
    container.close();
    assertThrows(
        IllegalArgumentException.class,
        () -> exec.createColumnRearrangeTable(container.getTable(), rearranger, exec));
  }

  @Test
  public void aCancelledRearrangementEnds() {
    exec.getProgressMonitor().setExecuteCanceled();
    assertThrows(CanceledExecutionException.class, this::rearranged);
  }
}

package org.enf.standin;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomain;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.util.DuplicateKeyException;

/** What a container of rows refuses and what comes out of it. */
public class DataContainerTest {
  private static final DataTableSpec SPEC =
      new DataTableSpec(
          new DataColumnSpecCreator("name", StringCell.TYPE).createSpec(),
          new DataColumnSpecCreator("energy", DoubleCell.TYPE).createSpec());

  private final ExecutionContext exec = Contexts.create();
  private BufferedDataContainer container;

  @Before
  public void openContainer() {
    container = exec.createDataContainer(SPEC);
  }

  private static DataRow row(String key, String name, double energy) {
    return new DefaultRow(key, new StringCell(name), new DoubleCell(energy));
  }

  @Test
  public void rowsComeOutInTheirOrder() {
    container.addRowToTable(row("Row0", "water", -1));
    container.addRowToTable(row("Row1", "methane", -2));
    container.close();
    BufferedDataTable table = container.getTable();
    List<String> keys = new ArrayList<>();
    try (CloseableRowIterator rows = table.iterator()) {
      while (rows.hasNext()) {
        keys.add(rows.next().getKey().getString());
      }
    }
    assertEquals(List.of("Row0", "Row1"), keys);
    assertEquals(2, table.size());
  }

  @Test
  public void aKeyMayNotComeTwice() {
    container.addRowToTable(row("Row0", "water", -1));
    assertThrows(
        DuplicateKeyException.class, () -> container.addRowToTable(row("Row0", "water", -1)));
  }

  @Test
  public void aRowHasACellForEachColumn() {
    assertThrows(
        IllegalArgumentException.class,
        () -> container.addRowToTable(new DefaultRow("Row0", new StringCell("water"))));
  }

  @Test
  public void aCellHasTheTypeOfItsColumn() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            container.addRowToTable(
                new DefaultRow("Row0", new StringCell("water"), new StringCell("-1"))));
  }

  @Test
  public void anIntegerMayStandForANumberAndNothingForAll() {
    container.addRowToTable(new DefaultRow("Row0", new StringCell("water"), new IntCell(-1)));
    DataCell missing = DataType.getMissingCell();
    container.addRowToTable(new DefaultRow("Row1", missing, missing));
    container.close();
    assertEquals(2, container.getTable().size());
  }

  @Test
  public void aRowAndItsCellsAreThere() {
    DataCell none = null;
    assertThrows(NullPointerException.class, () -> container.addRowToTable(null));
    assertThrows(NullPointerException.class, () -> new DefaultRow("Row0", none, none));
  }

  @Test
  public void nothingIsAddedToAClosedContainer() {
    container.close();
    assertTrue(container.isClosed());
    assertThrows(
        IllegalStateException.class, () -> container.addRowToTable(row("Row0", "water", -1)));
  }

  @Test
  public void anOpenContainerHasNoTable() {
    assertFalse(container.isClosed());
    assertThrows(NullPointerException.class, () -> container.getTable());
  }

  @Test
  public void theTableKnowsItsDomains() {
    container.addRowToTable(row("Row0", "water", -1));
    container.addRowToTable(row("Row1", "methane", 2));
    container.addRowToTable(row("Row2", "water", Double.NaN));
    container.close();
    DataTableSpec found = container.getTable().getDataTableSpec();
    assertEquals(
        Set.of(new StringCell("water"), new StringCell("methane")),
        found.getColumnSpec(0).getDomain().getValues());
    DataColumnDomain energies = found.getColumnSpec(1).getDomain();
    assertEquals(new DoubleCell(-1), energies.getLowerBound());
    assertEquals(new DoubleCell(2), energies.getUpperBound());
    assertTrue(found.equalStructure(SPEC));
    assertFalse(found.equals(SPEC));
  }
}

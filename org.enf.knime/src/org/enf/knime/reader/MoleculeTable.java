package org.enf.knime.reader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.enf.core.molecule.Molecule;
import org.enf.core.molecule.io.Qm9Property;
import org.enf.core.scoring.BondLengthTable;
import org.enf.core.scoring.BondPerception;
import org.enf.knime.molecule.MoleculeCells;
import org.enf.knime.table.Columns;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;

/** The table of molecules that were read. */
final class MoleculeTable {
  private final BondPerception perception = new BondPerception(BondLengthTable.paper());
  private final BufferedDataContainer container;
  private final boolean properties;
  private long rows;

  MoleculeTable(BufferedDataContainer container, boolean properties) {
    this.container = container;
    this.properties = properties;
  }

  static DataTableSpec spec(boolean properties) {
    List<DataColumnSpec> columns = new ArrayList<>();
    columns.add(Columns.of("Molecule", MoleculeCells.TYPE));
    columns.add(Columns.of("Name", StringCell.TYPE));
    columns.add(Columns.of("Index", LongCell.TYPE));
    columns.add(Columns.of("Atoms", IntCell.TYPE));
    columns.add(Columns.of("Formula", StringCell.TYPE));
    if (properties) {
      for (Qm9Property property : Qm9Property.IN_FILE_ORDER) {
        columns.add(Columns.of(property.key() + " (" + property.unit() + ")", DoubleCell.TYPE));
      }
    }
    return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
  }

  /**
   * Adds a molecule; one without bonds gets those that its distances tell.
   *
   * @throws IOException if SDF cannot express it
   */
  void add(Molecule read) throws IOException {
    Molecule molecule = withBonds(read);
    Map<String, String> facts = molecule.properties();
    List<DataCell> cells = new ArrayList<>();
    cells.add(MoleculeCells.of(molecule.withProperties(Map.of())));
    cells.add(new StringCell(molecule.name()));
    cells.add(index(facts.get(Qm9Property.INDEX)));
    cells.add(new IntCell(molecule.size()));
    cells.add(new StringCell(molecule.formula()));
    if (properties) {
      for (Qm9Property property : Qm9Property.IN_FILE_ORDER) {
        cells.add(number(facts.get(property.key())));
      }
    }
    container.addRowToTable(new DefaultRow(RowKey.createRowKey(rows), cells));
    rows++;
  }

  private Molecule withBonds(Molecule molecule) {
    boolean known =
        molecule.bonds().isEmpty()
            && List.of(molecule.elements()).stream().allMatch(BondLengthTable.paper()::knows);
    return known ? molecule.withBonds(perception.bonds(molecule)) : molecule;
  }

  private static DataCell index(String text) {
    try {
      return text == null ? DataType.getMissingCell() : new LongCell(Long.parseLong(text));
    } catch (NumberFormatException e) {
      return DataType.getMissingCell();
    }
  }

  private static DataCell number(String text) {
    try {
      return text == null ? DataType.getMissingCell() : new DoubleCell(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      return DataType.getMissingCell();
    }
  }

  long rows() {
    return rows;
  }

  BufferedDataTable close() {
    container.close();
    return container.getTable();
  }
}

package org.enf.knime.molecule;

import java.util.List;
import java.util.Optional;
import org.knime.chem.types.CMLValue;
import org.knime.chem.types.MolValue;
import org.knime.chem.types.SdfValue;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DataValue;
import org.knime.core.node.InvalidSettingsException;

/**
 * The column of a table that holds molecules.
 *
 * @param name of the column
 * @param index from 0
 */
public record MoleculeColumn(String name, int index) {
  /** What cells have to be, or be adaptable to, the most telling first. */
  static final List<Class<? extends DataValue>> VALUES =
      List.of(SdfValue.class, MolValue.class, CMLValue.class);

  private static final String WANTED = "molecules with positions (SDF, Mol or CML)";

  /** Whether cells of this type can hold molecules with positions. */
  static boolean accepts(DataType type) {
    return VALUES.stream().anyMatch(value -> type.isCompatible(value) || type.isAdaptable(value));
  }

  /** The columns of a table that can hold molecules with positions. */
  static List<DataColumnSpec> candidates(DataTableSpec table) {
    return table.stream().filter(column -> accepts(column.getType())).toList();
  }

  /** The name of the column that is taken where nobody has chosen one; the first candidate. */
  public static Optional<String> first(DataTableSpec table) {
    return candidates(table).stream().map(DataColumnSpec::getName).findFirst();
  }

  /**
   * The chosen column, or the first candidate where none was chosen.
   *
   * @param chosen its name; null or empty for none
   * @throws InvalidSettingsException if there is no such column, or it holds no molecules; the
   *     message says what to do
   */
  public static MoleculeColumn of(DataTableSpec table, String chosen)
      throws InvalidSettingsException {
    if (chosen == null || chosen.isEmpty()) {
      String name =
          first(table)
              .orElseThrow(
                  () ->
                      new InvalidSettingsException(
                          "The table has no column of "
                              + WANTED
                              + ". Add one, for example by the QM9 Reader, an SDF Reader or a"
                              + " conformer generator."));
      return new MoleculeColumn(name, table.findColumnIndex(name));
    }
    int index = table.findColumnIndex(chosen);
    if (index < 0) {
      throw new InvalidSettingsException(
          "The table has no column \"" + chosen + "\". Choose the molecule column in the dialog.");
    }
    if (!accepts(table.getColumnSpec(index).getType())) {
      throw new InvalidSettingsException(
          "The column \""
              + chosen
              + "\" holds no "
              + WANTED
              + " but "
              + table.getColumnSpec(index).getType().getName()
              + ". Choose another, or convert it and make 3D coordinates first.");
    }
    return new MoleculeColumn(chosen, index);
  }
}

package org.enf.knime.molecule;

import java.io.IOException;
import org.enf.core.molecule.Molecule;
import org.enf.core.molecule.io.MolText;
import org.enf.core.molecule.io.MoleculeFormatException;
import org.knime.chem.types.CMLValue;
import org.knime.chem.types.MolValue;
import org.knime.chem.types.SdfAdapterCell;
import org.knime.chem.types.SdfCellFactory;
import org.knime.chem.types.SdfValue;
import org.knime.core.data.AdapterValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.DataValue;

/** Turns cells into molecules and molecules into cells. */
public final class MoleculeCells {
  /** The type of the cells that are made. */
  public static final DataType TYPE = SdfAdapterCell.RAW_TYPE;

  private MoleculeCells() {}

  /**
   * Reads the molecule of a cell.
   *
   * @param cell not a missing one
   * @param name what messages call it, for example the key of its row
   * @throws MoleculeFormatException if there is no molecule with positions in it
   */
  public static Molecule read(DataCell cell, String name) throws MoleculeFormatException {
    SdfValue sdf = as(cell, SdfValue.class);
    if (sdf != null) {
      return MolText.read(sdf.getSdfValue(), name);
    }
    MolValue mol = as(cell, MolValue.class);
    if (mol != null) {
      return MolText.read(mol.getMolValue(), name);
    }
    CMLValue cml = as(cell, CMLValue.class);
    if (cml != null) {
      return MolText.readCml(cml.getCMLValue(), name);
    }
    throw MolText.broken(name, "it is no molecule but " + cell.getType().getName());
  }

  private static <V extends DataValue> V as(DataCell cell, Class<V> value) {
    if (value.isInstance(cell)) {
      return value.cast(cell);
    }
    if (cell instanceof AdapterValue adapter && adapter.isAdaptable(value)) {
      return adapter.getAdapterError(value) == null ? adapter.getAdapter(value) : null;
    }
    return null;
  }

  /**
   * A cell with a molecule and its bonds, which other chemistry nodes read.
   *
   * @throws IOException if SDF cannot express it
   */
  public static DataCell of(Molecule molecule) throws IOException {
    return SdfCellFactory.createAdapterCell(MolText.sdf(molecule));
  }
}

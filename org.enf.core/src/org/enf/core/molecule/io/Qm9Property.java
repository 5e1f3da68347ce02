package org.enf.core.molecule.io;

import java.util.List;

/**
 * The computed properties in a QM9 file, in the order of its properties line; B3LYP/6-31G(2df,p).
 *
 * <p>Source: Ramakrishnan et al., Sci. Data 1, 140022 (2014), table 3. Values stand in {@link
 * org.enf.core.molecule.Molecule#properties()} under {@link #key()}, as text in the unit of the
 * file.
 */
public enum Qm9Property {
  /** First rotational constant. */
  ROTATIONAL_A("A", "GHz"),
  /** Second rotational constant. */
  ROTATIONAL_B("B", "GHz"),
  /** Third rotational constant. */
  ROTATIONAL_C("C", "GHz"),
  /** Dipole moment. */
  DIPOLE_MOMENT("mu", "D"),
  /** Isotropic polarizability. */
  POLARIZABILITY("alpha", "bohr^3"),
  /** Energy of the highest occupied molecular orbital. */
  HOMO("homo", "hartree"),
  /** Energy of the lowest unoccupied molecular orbital. */
  LUMO("lumo", "hartree"),
  /** Difference between the two orbital energies. */
  GAP("gap", "hartree"),
  /** Electronic spatial extent. */
  SPATIAL_EXTENT("r2", "bohr^2"),
  /** Zero-point vibrational energy. */
  ZERO_POINT_ENERGY("zpve", "hartree"),
  /** Internal energy at 0 K. */
  ENERGY_0K("U0", "hartree"),
  /** Internal energy at 298.15 K. */
  ENERGY("U", "hartree"),
  /** Enthalpy at 298.15 K. */
  ENTHALPY("H", "hartree"),
  /** Free energy at 298.15 K. */
  FREE_ENERGY("G", "hartree"),
  /** Heat capacity at 298.15 K. */
  HEAT_CAPACITY("Cv", "cal/(mol K)");

  /** The key of the word that begins the properties line, always {@code gdb}. */
  public static final String TAG = "tag";

  /** The key of the molecule's number in the set, from 1. */
  public static final String INDEX = "index";

  /** The key of the SMILES string from GDB-17. */
  public static final String SMILES = "smiles";

  /** The key of the SMILES string of the relaxed geometry. */
  public static final String RELAXED_SMILES = "smiles_relaxed";

  /** The key of the InChI string of the starting geometry. */
  public static final String INCHI = "inchi";

  /** The key of the InChI string of the relaxed geometry. */
  public static final String RELAXED_INCHI = "inchi_relaxed";

  /** All, in the order of the file. */
  public static final List<Qm9Property> IN_FILE_ORDER = List.of(values());

  private final String key;
  private final String unit;

  Qm9Property(String key, String unit) {
    this.key = key;
    this.unit = unit;
  }

  /** The short name that the set's papers use, for example {@code "U0"}. */
  public String key() {
    return key;
  }

  /** The unit of the values. */
  public String unit() {
    return unit;
  }
}

package org.enf.core.molecule.build;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.openscience.cdk.forcefield.mmff.Mmff;

/**
 * The MMFF94 tables (Halgren, J. Comput. Chem. 17, 490, 1996) that CDK carries in its force-field
 * module; energies in kcal/mol, lengths in Å, angles in degrees.
 *
 * <p>CDK has no minimiser, and its own reader of these tables keeps one of several entries that
 * differ only in their class (a C=C bond becomes 1.43 Å), so the text is read here.
 */
final class Mmff94Parameters {
  private static final String TABLES =
      "/org/openscience/cdk/modeling/forcefield/data/mmff94.prm";
  private static final String SYMBOLS =
      "/org/openscience/cdk/forcefield/mmff/mmff-symb-mapping.tsv";
  private static final String ANY = "*";

  /** Half a mdyn Å in kcal/mol. */
  static final double HALF_MILLIDYNE = 143.9325 / 2;

  private final Map<String, String> typeOfSymbol = new HashMap<>();
  private final Map<String, double[]> bonds = new HashMap<>();
  private final Map<String, double[]> angles = new HashMap<>();
  private final Map<String, StretchBend> stretchBends = new HashMap<>();
  private final Map<String, double[]> torsions = new HashMap<>();
  private final Map<String, Double> outOfPlanes = new HashMap<>();
  private final Map<String, VanDerWaals> vanDerWaals = new HashMap<>();

  /** A bond: its length in Å and its force constant in kcal/mol/Å². */
  record BondLength(double length, double stiffness) {}

  /** An angle in degrees and its force constant in kcal/mol/rad², 0 where the table has none. */
  record AngleSize(double degrees, double stiffness) {}

  /**
   * How much a wider angle shortens its two bonds, in kcal/mol/Å/rad for either.
   *
   * @param first for the bond to the first end
   * @param last for the bond to the last end
   */
  record StretchBend(double first, double last) {}

  /** Factors of cos φ, cos 2φ and cos 3φ in kcal/mol, as {@link Torsion} takes them. */
  record TorsionSeries(double one, double two, double three) {
    static final TorsionSeries FREE = new TorsionSeries(0, 0, 0);
  }

  /** What makes an atom's share of the buffered 14-7 potential. */
  record VanDerWaals(
      double diameter, double polarizability, double electrons, boolean donor, boolean acceptor) {}

  private Mmff94Parameters() {}

  /**
   * Reads the tables from CDK.
   *
   * @throws IllegalStateException if CDK's force-field module is not there
   */
  static Mmff94Parameters load() {
    Mmff94Parameters parameters = new Mmff94Parameters();
    forEachRow(SYMBOLS, row -> parameters.typeOfSymbol.put(row[0], row[2]));
    forEachRow(TABLES, parameters::accept);
    return parameters;
  }

  /** The parameter type that stands for one of MMFF94's symbolic atom types. */
  Optional<String> typeOfSymbol(String symbol) {
    return Optional.ofNullable(typeOfSymbol.get(symbol));
  }

  /** A bond of this class (1 between sp2 atoms that are singly bonded, else 0). */
  Optional<BondLength> bond(int bondClass, String first, String second) {
    double[] row = bonds.get(key(bondClass, first, second));
    return Optional.ofNullable(row).map(r -> new BondLength(r[0], r[1]));
  }

  /** An angle of this class (0 to 8), or that of the class with any two ends. */
  Optional<AngleSize> angle(int angleClass, String first, String centre, String last) {
    double[] row =
        firstOf(
            angles,
            key(angleClass, first, centre, last),
            key(angleClass, ANY, centre, ANY));
    return Optional.ofNullable(row).map(r -> new AngleSize(r[0], r[1]));
  }

  /** The coupling of an angle of this class (0 to 11) to its bonds, in the order of the types. */
  Optional<StretchBend> stretchBend(int couplingClass, String first, String centre, String last) {
    return Optional.ofNullable(stretchBends.get(key(couplingClass, first, centre, last)));
  }

  /** A torsion of this class (0 to 5), more and more of its ends left open; else a free one. */
  TorsionSeries torsion(int torsionClass, String i, String j, String k, String l) {
    double[] row =
        firstOf(
            torsions,
            key(torsionClass, i, j, k, l),
            key(torsionClass, i, j, k, ANY),
            key(torsionClass, ANY, j, k, l),
            key(torsionClass, ANY, j, k, ANY),
            key(0, i, j, k, l),
            key(0, ANY, j, k, ANY));
    return row == null ? TorsionSeries.FREE : new TorsionSeries(row[0], row[1], row[2]);
  }

  /** The force constant in kcal/mol that keeps three neighbours in one plane with their centre. */
  double outOfPlane(String centre, String first, String second, String third) {
    Double stiffness = outOfPlanes.get(planeKey(centre, first, second, third));
    return stiffness != null
        ? stiffness
        : outOfPlanes.getOrDefault(planeKey(centre, ANY, ANY, ANY), 0.0);
  }

  /** The van der Waals share of an atom type; every type of the table has one. */
  VanDerWaals vanDerWaals(String type) {
    return vanDerWaals.get(type);
  }

  private void accept(String[] row) {
    switch (row[0]) {
      case "bond" ->
          putBothWays(bonds, row[1], new String[] {row[2], row[3]}, lengthAndStiffness(row));
      case "angle" ->
          putBothWays(
              angles, row[1], new String[] {row[2], row[3], row[4]}, numbers(row, 5, 2));
      case "strbnd" ->
          stretchBends.put(
              String.join(";", row[1], row[2], row[3], row[4]),
              new StretchBend(2 * number(row[5]), 2 * number(row[6])));
      case "torsion" ->
          putBothWays(
              torsions, row[1], new String[] {row[2], row[3], row[4], row[5]}, numbers(row, 6, 3));
      case "opbend" ->
          outOfPlanes.put(planeKey(row[2], row[1], row[3], row[4]), number(row[5]));
      case "data" ->
          vanDerWaals.put(
              row[1],
              new VanDerWaals(
                  2 * number(row[2]),
                  number(row[4]),
                  number(row[5]),
                  row[6].equals("D"),
                  row[6].equals("A")));
      default -> {
        // the other rows are remarks, masses and couplings
      }
    }
  }

  private static void putBothWays(
      Map<String, double[]> table, String rowClass, String[] types, double[] values) {
    String[] reversed = new String[types.length];
    for (int i = 0; i < types.length; i++) {
      reversed[i] = types[types.length - 1 - i];
    }
    table.put(rowClass + ';' + String.join(";", types), values);
    table.put(rowClass + ';' + String.join(";", reversed), values);
  }

  private static String key(int rowClass, String... types) {
    return rowClass + ";" + String.join(";", types);
  }

  private static String planeKey(String centre, String... ends) {
    String[] sorted = ends.clone();
    Arrays.sort(sorted);
    return centre + ';' + String.join(";", sorted);
  }

  private static double[] firstOf(Map<String, double[]> table, String... keys) {
    for (String key : keys) {
      double[] row = table.get(key);
      if (row != null) {
        return row;
      }
    }
    return null;
  }

  private static double[] lengthAndStiffness(String[] row) {
    if (row[2].equals("C") && row[3].equals("O")) {
      // CDK's copy repeats C–N here; these are MMFF94's 1.418 Å and 5.047 mdyn/Å
      return new double[] {1.418, 5.047 * HALF_MILLIDYNE};
    }
    // CDK's copy lost the first digit of constants over 1000 (C≡C has 094.319 for 1094.319); the
    // constant of the cubic term beside it, minus twice as large, lost no more than its sign
    return new double[] {number(row[4]), Math.abs(number(row[6])) / 2};
  }

  private static double[] numbers(String[] row, int from, int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = number(row[from + i]);
    }
    return values;
  }

  private static double number(String text) {
    return Double.parseDouble(text);
  }

  private static void forEachRow(String resource, Consumer<String[]> consumer) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(open(resource), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] row = line.strip().split("\\s+");
        if (row.length > 2) {
          consumer.accept(row);
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read CDK's " + resource, unreadable);
    }
  }

  private static InputStream open(String resource) {
    InputStream in = Mmff.class.getResourceAsStream(resource);
    if (in == null) {
      throw new IllegalStateException("CDK's force-field module lacks " + resource);
    }
    return in;
  }
}

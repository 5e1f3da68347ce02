package org.enf.core.molecule.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.enf.core.molecule.Molecule;

/**
 * Makes molecules in 3D from SMILES of neutral structures of H, C, N, O and F.
 *
 * <p>CDK reads the SMILES, adds the hydrogens and assigns MMFF94 types and charges. The atoms start
 * at random places several times and move to a minimum of the MMFF94 energy; the lowest minima are
 * the result. The starts are the same in every run and on every machine, so the result is too.
 *
 * <p>Not safe for use by several threads at once: each thread takes a builder of its own.
 */
public final class GeometryBuilder {
  private static final int STARTS = 16;
  private static final long SEED = 20210519L;

  /** Minima this much above the lowest are no conformers to be met; kcal/mol. */
  private static final double ENERGY_WINDOW = 5;

  /** Minima closer in energy count as one (mostly mirror images); kcal/mol. */
  private static final double SAME_ENERGY = 0.05;

  private final Mmff94Parameters parameters = Mmff94Parameters.load();
  private final SmilesInterpreter interpreter = new SmilesInterpreter(parameters);
  private final int mostConformers;

  /** A minimum of the energy, in kcal/mol, and its positions in Å. */
  private record Minimum(double energy, double[] positions) {}

  /**
   * A builder; reads the force field's tables.
   *
   * @param mostConformers how many geometries a molecule gets at most, at least 1
   * @throws IllegalArgumentException if that is less than 1
   */
  public GeometryBuilder(int mostConformers) {
    if (mostConformers < 1) {
      throw new IllegalArgumentException(
          "a molecule needs at least 1 conformer, not " + mostConformers);
    }
    this.mostConformers = mostConformers;
  }

  /**
   * Builds one molecule.
   *
   * @param smiles the structure, with or without its hydrogens
   * @param name the name that the molecule gets, may be empty
   * @return the geometries, lowest energy first, centred at the origin and with Kekulé bonds; or
   *     the reason why there are none
   */
  public BuildResult build(String smiles, String name) {
    try {
      MolecularGraph graph = interpreter.read(smiles);
      List<Molecule> conformers = new ArrayList<>();
      for (Minimum minimum : distinctMinima(graph)) {
        conformers.add(
            new Molecule(
                name, graph.elements(), minimum.positions(), graph.bonds(),
                Map.of("SMILES", smiles)));
      }
      return new BuildResult.Built(smiles, name, conformers);
    } catch (UnbuildableException reason) {
      return new BuildResult.Rejected(
          smiles, name, "no geometry for the SMILES '" + smiles + "': " + reason.getMessage());
    }
  }

  private List<Minimum> distinctMinima(MolecularGraph graph) throws UnbuildableException {
    List<Minimum> found = minima(graph);
    found.sort(Comparator.comparingDouble(Minimum::energy));
    double lowest = found.get(0).energy();
    List<Minimum> distinct = new ArrayList<>();
    double last = Double.NEGATIVE_INFINITY;
    for (Minimum minimum : found) {
      boolean isNew = minimum.energy() - last > SAME_ENERGY;
      if (isNew && minimum.energy() - lowest < ENERGY_WINDOW && distinct.size() < mostConformers) {
        distinct.add(minimum);
        last = minimum.energy();
      }
    }
    return distinct;
  }

  private List<Minimum> minima(MolecularGraph graph) throws UnbuildableException {
    ForceField forceField = ForceFieldAssembly.assemble(graph, parameters);
    LbfgsMinimizer minimizer = new LbfgsMinimizer(forceField, 3 * graph.size());
    GeometryCheck check = new GeometryCheck(graph, forceField);
    Random random = new Random(SEED);
    List<Minimum> found = new ArrayList<>();
    String fault = "";
    for (int start = 0; start < STARTS; start++) {
      double[] positions = randomPositions(graph.size(), random);
      double energy = minimizer.minimize(positions);
      fault = Double.isNaN(energy) ? "no minimum was reached" : check.fault(positions).orElse("");
      if (fault.isEmpty()) {
        centre(positions);
        found.add(new Minimum(energy, positions));
      }
    }
    if (found.isEmpty()) {
      throw new UnbuildableException(
          "none of " + STARTS + " starts led to a sound geometry (the last: " + fault + ")");
    }
    return found;
  }

  private static double[] randomPositions(int atoms, Random random) {
    double spread = 1.2 * StrictMath.cbrt(atoms);
    double[] positions = new double[3 * atoms];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = spread * (random.nextDouble() - 0.5);
    }
    return positions;
  }

  private static void centre(double[] positions) {
    int atoms = positions.length / 3;
    for (int axis = 0; axis < 3; axis++) {
      double mean = 0;
      for (int atom = 0; atom < atoms; atom++) {
        mean += positions[3 * atom + axis] / atoms;
      }
      for (int atom = 0; atom < atoms; atom++) {
        positions[3 * atom + axis] -= mean;
      }
    }
  }
}

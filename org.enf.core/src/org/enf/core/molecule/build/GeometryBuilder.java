package org.enf.core.molecule.build;

import com.actelion.research.chem.StereoMolecule;
import com.actelion.research.chem.forcefield.mmff.ForceFieldMMFF94;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.enf.core.molecule.Bond;
import org.enf.core.molecule.Element;
import org.enf.core.molecule.Molecule;

/**
 * Makes molecules in 3D from SMILES of neutral structures of H, C, N, O and F.
 *
 * <p>The atoms start at random places several times and OpenChemLib moves them to a minimum of the
 * MMFF94 energy (Halgren, J. Comput. Chem. 17, 490, 1996); the lowest minima are the result. The
 * starts are the same in every run, so the result is too.
 *
 * <p>Not safe for use by several threads at once: each thread takes a builder of its own.
 */
public final class GeometryBuilder {
  private static final int STARTS = 10;
  private static final long SEED = 20210519L;

  /** Minima this much above the lowest are no conformers to be met; kcal/mol. */
  private static final double ENERGY_WINDOW = 5;

  /** Minima closer in energy count as one (mostly mirror images); kcal/mol. */
  private static final double SAME_ENERGY = 0.05;

  private final SmilesInterpreter interpreter = new SmilesInterpreter();
  private final ForceFieldFactory forceFields = new ForceFieldFactory();
  private final int mostConformers;

  /** A minimum of the energy, in kcal/mol. */
  private record Minimum(double energy, Molecule molecule) {}

  /**
   * A builder; reads the tables of the force field.
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
      StereoMolecule structure = interpreter.read(smiles);
      List<Molecule> conformers = new ArrayList<>();
      for (Molecule molecule : lowest(minima(structure))) {
        conformers.add(molecule.withName(name).withProperties(Map.of("SMILES", smiles)));
      }
      return new BuildResult.Built(smiles, name, conformers);
    } catch (UnbuildableException reason) {
      return new BuildResult.Rejected(
          smiles, name, "no geometry for the SMILES '" + smiles + "': " + reason.getMessage());
    }
  }

  /** The lowest minima; of several with one energy the first, so that rounding decides nothing. */
  private List<Molecule> lowest(List<Minimum> minima) {
    List<Minimum> distinct = new ArrayList<>();
    for (Minimum minimum : minima) {
      if (distinct.stream().noneMatch(other -> isSame(minimum, other))) {
        distinct.add(minimum);
      }
    }
    distinct.sort(Comparator.comparingDouble(Minimum::energy));
    double highest = distinct.get(0).energy() + ENERGY_WINDOW;
    return distinct.stream()
        .filter(minimum -> minimum.energy() < highest)
        .limit(mostConformers)
        .map(Minimum::molecule)
        .toList();
  }

  private static boolean isSame(Minimum one, Minimum other) {
    return Math.abs(one.energy() - other.energy()) < SAME_ENERGY;
  }

  private List<Minimum> minima(StereoMolecule structure) throws UnbuildableException {
    ForceFieldMMFF94 forceField = forceFields.forceField(structure);
    GeometryCheck check = new GeometryCheck(structure);
    Element[] elements = elements(structure);
    List<Bond> bonds = bonds(structure);
    Random random = new Random(SEED);
    List<Minimum> found = new ArrayList<>();
    String fault = "";
    for (int start = 0; start < STARTS; start++) {
      scatter(structure, random);
      if (forceField.minimise() != 0) {
        fault = "no minimum was reached";
      } else {
        Molecule molecule =
            new Molecule("", elements, centredPositions(structure), bonds, Map.of());
        fault = check.fault(molecule).orElse("");
        if (fault.isEmpty()) {
          found.add(new Minimum(forceField.getTotalEnergy(), molecule));
        }
      }
    }
    if (found.isEmpty()) {
      throw new UnbuildableException(
          "none of " + STARTS + " starts led to a sound geometry (the last: " + fault + ")");
    }
    return found;
  }

  private static void scatter(StereoMolecule structure, Random random) {
    double spread = 1.2 * StrictMath.cbrt(structure.getAllAtoms());
    for (int atom = 0; atom < structure.getAllAtoms(); atom++) {
      structure.setAtomX(atom, spread * (random.nextDouble() - 0.5));
      structure.setAtomY(atom, spread * (random.nextDouble() - 0.5));
      structure.setAtomZ(atom, spread * (random.nextDouble() - 0.5));
    }
  }

  private static Element[] elements(StereoMolecule structure) {
    Element[] elements = new Element[structure.getAllAtoms()];
    for (int atom = 0; atom < elements.length; atom++) {
      elements[atom] = Element.ofAtomicNumber(structure.getAtomicNo(atom)).orElseThrow();
    }
    return elements;
  }

  private static List<Bond> bonds(StereoMolecule structure) {
    List<Bond> bonds = new ArrayList<>(structure.getAllBonds());
    for (int b = 0; b < structure.getAllBonds(); b++) {
      bonds.add(
          new Bond(
              structure.getBondAtom(0, b), structure.getBondAtom(1, b), structure.getBondOrder(b)));
    }
    return bonds;
  }

  private static double[] centredPositions(StereoMolecule structure) {
    int atoms = structure.getAllAtoms();
    double[] positions = new double[Molecule.DIMENSIONS * atoms];
    double[] sum = new double[Molecule.DIMENSIONS];
    for (int atom = 0; atom < atoms; atom++) {
      positions[3 * atom] = structure.getAtomX(atom);
      positions[3 * atom + 1] = structure.getAtomY(atom);
      positions[3 * atom + 2] = structure.getAtomZ(atom);
      sum[0] += structure.getAtomX(atom);
      sum[1] += structure.getAtomY(atom);
      sum[2] += structure.getAtomZ(atom);
    }
    for (int i = 0; i < positions.length; i++) {
      positions[i] -= sum[i % Molecule.DIMENSIONS] / atoms;
    }
    return positions;
  }
}

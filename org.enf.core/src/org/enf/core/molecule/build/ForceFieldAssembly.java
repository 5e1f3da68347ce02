package org.enf.core.molecule.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.enf.core.molecule.Bond;
import org.enf.core.molecule.Element;
import org.enf.core.molecule.build.Mmff94Parameters.AngleSize;
import org.enf.core.molecule.build.Mmff94Parameters.BondLength;
import org.enf.core.molecule.build.Mmff94Parameters.StretchBend;
import org.enf.core.molecule.build.Mmff94Parameters.TorsionSeries;
import org.enf.core.molecule.build.Mmff94Parameters.VanDerWaals;

/** Finds all bonds, angles, torsions and pairs of a structure and looks up their parameters. */
final class ForceFieldAssembly {
  /** For angles whose constant the tables leave to a rule; kcal/mol/rad². */
  private static final double USUAL_ANGLE_STIFFNESS = 70;

  private final MolecularGraph graph;
  private final Mmff94Parameters parameters;
  private final InteractionClasses classes;
  private final List<EnergyTerm> terms = new ArrayList<>();
  private final double[] unstrainedLengths;

  private ForceFieldAssembly(MolecularGraph graph, Mmff94Parameters parameters) {
    this.graph = graph;
    this.parameters = parameters;
    this.classes = new InteractionClasses(graph);
    this.unstrainedLengths = new double[graph.bonds().size()];
  }

  /**
   * The energy of a structure.
   *
   * @throws UnbuildableException if the tables have no entry for one of its bonds or angles
   */
  static ForceField assemble(MolecularGraph graph, Mmff94Parameters parameters)
      throws UnbuildableException {
    ForceFieldAssembly assembly = new ForceFieldAssembly(graph, parameters);
    assembly.addBonds();
    for (int centre = 0; centre < graph.size(); centre++) {
      assembly.addAngles(centre);
      assembly.addOutOfPlanes(centre);
    }
    assembly.addTorsions();
    assembly.addNonBonded();
    return new ForceField(assembly.terms, assembly.unstrainedLengths);
  }

  private void addBonds() throws UnbuildableException {
    List<Bond> bonds = graph.bonds();
    for (int i = 0; i < bonds.size(); i++) {
      Bond bond = bonds.get(i);
      BondLength length = bondLength(bond.first(), bond.second());
      unstrainedLengths[i] = length.length();
      terms.add(new BondStretch(bond.first(), bond.second(), length));
    }
  }

  private BondLength bondLength(int first, int second) throws UnbuildableException {
    return parameters
        .bond(classes.bondClass(first, second), type(first), type(second))
        .orElseThrow(
            () ->
                new UnbuildableException("MMFF94 has no bond " + type(first) + "–" + type(second)));
  }

  private void addAngles(int centre) throws UnbuildableException {
    int[] ends = graph.neighbours(centre);
    for (int a = 0; a < ends.length; a++) {
      for (int b = a + 1; b < ends.length; b++) {
        int first = ends[a];
        int last = ends[b];
        AngleSize size = angleSize(first, centre, last);
        terms.add(
            new AngleBend(
                first,
                centre,
                last,
                size,
                bondLength(first, centre).length(),
                bondLength(centre, last).length(),
                stretchBend(first, centre, last)));
      }
    }
  }

  private AngleSize angleSize(int first, int centre, int last) throws UnbuildableException {
    int angleClass = classes.angleClass(first, centre, last);
    Optional<AngleSize> found =
        parameters.angle(angleClass, type(first), type(centre), type(last));
    double degrees;
    if (found.isPresent()) {
      degrees = found.get().degrees();
    } else if (angleClass == 3 || angleClass == 5 || angleClass == 6) {
      degrees = 60;
    } else if (angleClass == 4 || angleClass == 7 || angleClass == 8) {
      degrees = 90;
    } else {
      degrees =
          parameters
              .angle(0, type(first), type(centre), type(last))
              .orElseThrow(
                  () -> new UnbuildableException("MMFF94 has no angle at " + type(centre)))
              .degrees();
    }
    boolean known = found.isPresent() && found.get().stiffness() > 0;
    return new AngleSize(degrees, known ? found.get().stiffness() : USUAL_ANGLE_STIFFNESS);
  }

  private StretchBend stretchBend(int first, int centre, int last) {
    int couplingClass = classes.couplingClass(first, centre, last);
    Optional<StretchBend> found =
        parameters.stretchBend(couplingClass, type(first), type(centre), type(last));
    if (found.isPresent()) {
      return found.get();
    }
    Optional<StretchBend> mirrored =
        parameters.stretchBend(
            classes.couplingClass(last, centre, first), type(last), type(centre), type(first));
    return mirrored
        .map(m -> new StretchBend(m.last(), m.first()))
        .orElseGet(() -> usualStretchBend(isHydrogen(first), isHydrogen(last)));
  }

  /** MMFF94's rule for angles without an entry, at a centre from carbon to fluorine. */
  private static StretchBend usualStretchBend(boolean hydrogenFirst, boolean hydrogenLast) {
    double first = 0.3;
    double last = 0.3;
    if (hydrogenFirst && hydrogenLast) {
      first = 0.15;
      last = 0.15;
    } else if (hydrogenFirst) {
      first = 0.1;
    } else if (hydrogenLast) {
      last = 0.1;
    }
    double unit = 2 * Mmff94Parameters.HALF_MILLIDYNE;
    return new StretchBend(unit * first, unit * last);
  }

  private void addOutOfPlanes(int centre) {
    int[] ends = graph.neighbours(centre);
    if (ends.length != 3) {
      return;
    }
    double stiffness =
        parameters.outOfPlane(type(centre), type(ends[0]), type(ends[1]), type(ends[2]));
    if (stiffness != 0) {
      for (int last = 0; last < 3; last++) {
        int first = ends[(last + 1) % 3];
        int second = ends[(last + 2) % 3];
        terms.add(new OutOfPlane(centre, first, second, ends[last], stiffness));
      }
    }
  }

  private void addTorsions() {
    for (Bond bond : graph.bonds()) {
      int j = bond.first();
      int k = bond.second();
      for (int i : graph.neighbours(j)) {
        for (int l : graph.neighbours(k)) {
          if (i != k && l != j && i != l) {
            addTorsion(i, j, k, l);
          }
        }
      }
    }
  }

  private void addTorsion(int i, int j, int k, int l) {
    TorsionSeries series =
        parameters.torsion(classes.torsionClass(i, j, k, l), type(i), type(j), type(k), type(l));
    if (!series.equals(TorsionSeries.FREE)) {
      terms.add(new Torsion(i, j, k, l, series));
    }
  }

  private void addNonBonded() {
    for (int i = 0; i < graph.size(); i++) {
      for (int j = i + 1; j < graph.size(); j++) {
        int separation = graph.separation(i, j);
        if (separation >= 3) {
          terms.add(nonBonded(i, j, separation == 3 ? 0.75 : 1));
        }
      }
    }
  }

  /** The pair rules of Halgren, J. Comput. Chem. 17, 520 (1996). */
  private NonBonded nonBonded(int i, int j, double chargeScale) {
    VanDerWaals a = parameters.vanDerWaals(type(i));
    VanDerWaals b = parameters.vanDerWaals(type(j));
    boolean donor = a.donor() || b.donor();
    double gamma = (a.diameter() - b.diameter()) / (a.diameter() + b.diameter());
    double widening = donor ? 0 : 0.2 * (1 - StrictMath.exp(-12 * gamma * gamma));
    double diameter = 0.5 * (a.diameter() + b.diameter()) * (1 + widening);
    double depth =
        181.16 * scale(i) * scale(j) * a.polarizability() * b.polarizability()
            / (Math.sqrt(a.polarizability() / a.electrons())
                + Math.sqrt(b.polarizability() / b.electrons()))
            / StrictMath.pow(diameter, 6);
    if (a.donor() && b.acceptor() || a.acceptor() && b.donor()) {
      diameter *= 0.8;
      depth *= 0.5;
    }
    return new NonBonded(
        i, j, diameter, depth, chargeScale * graph.charge(i) * graph.charge(j));
  }

  private double scale(int atom) {
    return isHydrogen(atom) ? 1.209 : 1.282;
  }

  private boolean isHydrogen(int atom) {
    return graph.element(atom) == Element.H;
  }

  private String type(int atom) {
    return graph.type(atom);
  }
}

package org.enf.core.molecule.build;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.enf.core.molecule.Bond;
import org.enf.core.molecule.Element;
import org.openscience.cdk.exception.InvalidSmilesException;
import org.openscience.cdk.forcefield.mmff.Mmff;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.smiles.SmilesParser;
import org.openscience.cdk.tools.manipulator.AtomContainerManipulator;

/** Reads SMILES with CDK: hydrogens added, rings in a Kekulé form, MMFF94 types and charges set. */
final class SmilesInterpreter {
  /** More atoms than this are refused: random starts find no good minimum of large molecules. */
  static final int MAX_ATOMS = 64;

  private static final int MAX_SMILES_LENGTH = 400;
  private static final Set<Element> SUPPORTED =
      EnumSet.of(Element.H, Element.C, Element.N, Element.O, Element.F);

  private final SmilesParser parser = new SmilesParser(SilentChemObjectBuilder.getInstance());
  private final Mmff typing = new Mmff();
  private final Mmff94Parameters parameters;

  SmilesInterpreter(Mmff94Parameters parameters) {
    this.parameters = parameters;
  }

  /**
   * The typed structure behind a SMILES.
   *
   * @throws UnbuildableException if the SMILES is broken or nothing that can be built
   */
  MolecularGraph read(String smiles) throws UnbuildableException {
    IAtomContainer structure = parse(smiles);
    requireSupported(structure);
    AtomContainerManipulator.convertImplicitToExplicitHydrogens(structure);
    if (structure.getAtomCount() > MAX_ATOMS) {
      throw new UnbuildableException(
          "it has " + structure.getAtomCount() + " atoms, at most " + MAX_ATOMS + " can be built");
    }
    if (!typing.assignAtomTypes(structure)) {
      throw new UnbuildableException(
          "MMFF94 has no type for one of its atoms, which may have an unusual valence");
    }
    String[] types = parameterTypes(structure);
    typing.partialCharges(structure);
    MolecularGraph graph =
        new MolecularGraph(elements(structure), types, charges(structure), bonds(structure));
    if (!graph.isConnected()) {
      throw new UnbuildableException("it holds more than one molecule: give each its own SMILES");
    }
    return graph;
  }

  private IAtomContainer parse(String smiles) throws UnbuildableException {
    if (smiles.isBlank()) {
      throw new UnbuildableException("it is empty");
    }
    if (smiles.chars().anyMatch(Character::isWhitespace)) {
      throw new UnbuildableException("it holds a blank: give the SMILES alone");
    }
    if (smiles.length() > MAX_SMILES_LENGTH) {
      throw new UnbuildableException("it is longer than " + MAX_SMILES_LENGTH + " characters");
    }
    try {
      return parser.parseSmiles(smiles);
    } catch (InvalidSmilesException broken) {
      throw new UnbuildableException("it cannot be read: " + complaint(broken), broken);
    }
  }

  /** CDK's own sentence without the SMILES and the arrow that points into it. */
  private static String complaint(InvalidSmilesException broken) {
    String first =
        String.valueOf(broken.getMessage()).lines().findFirst().orElse("no valid SMILES");
    return first.replaceFirst("^could not parse '.*', ", "").replaceFirst(":$", "").strip();
  }

  private static void requireSupported(IAtomContainer structure) throws UnbuildableException {
    if (structure.getAtomCount() == 0) {
      throw new UnbuildableException("it holds no atom");
    }
    for (IAtom atom : structure.atoms()) {
      requireSupported(atom);
    }
    if (structure.stereoElements().iterator().hasNext()) {
      throw new UnbuildableException(
          "it marks a stereo centre or double bond, which is not followed: remove @, / and \\");
    }
  }

  private static void requireSupported(IAtom atom) throws UnbuildableException {
    Optional<Element> element = Element.ofAtomicNumber(atom.getAtomicNumber());
    String symbol = element.map(Element::symbol).orElse("an atom of no element");
    if (element.filter(SUPPORTED::contains).isEmpty()) {
      throw new UnbuildableException(
          "it holds " + symbol + ": only H, C, N, O and F can be built");
    }
    if (atom.getFormalCharge() != null && atom.getFormalCharge() != 0) {
      throw new UnbuildableException(
          "its " + symbol + " is charged: only neutral atoms can be built");
    }
    if (atom.getMassNumber() != null) {
      throw new UnbuildableException(
          "it marks an isotope of " + symbol + ", which is not followed: remove its number");
    }
  }

  private String[] parameterTypes(IAtomContainer structure) throws UnbuildableException {
    String[] types = new String[structure.getAtomCount()];
    for (int i = 0; i < types.length; i++) {
      String symbol = structure.getAtom(i).getAtomTypeName();
      types[i] =
          parameters
              .typeOfSymbol(symbol)
              .orElseThrow(
                  () -> new UnbuildableException("MMFF94 has no parameters for type " + symbol));
    }
    return types;
  }

  private static Element[] elements(IAtomContainer structure) {
    Element[] elements = new Element[structure.getAtomCount()];
    for (int i = 0; i < elements.length; i++) {
      elements[i] = Element.ofAtomicNumber(structure.getAtom(i).getAtomicNumber()).orElseThrow();
    }
    return elements;
  }

  private static double[] charges(IAtomContainer structure) {
    double[] charges = new double[structure.getAtomCount()];
    for (int i = 0; i < charges.length; i++) {
      charges[i] = structure.getAtom(i).getCharge();
    }
    return charges;
  }

  private static List<Bond> bonds(IAtomContainer structure) {
    List<Bond> bonds = new ArrayList<>(structure.getBondCount());
    for (IBond bond : structure.bonds()) {
      bonds.add(
          new Bond(
              bond.getBegin().getIndex(), bond.getEnd().getIndex(), bond.getOrder().numeric()));
    }
    return bonds;
  }
}

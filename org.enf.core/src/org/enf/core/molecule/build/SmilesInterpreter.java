package org.enf.core.molecule.build;

import com.actelion.research.chem.Molecule;
import com.actelion.research.chem.StereoMolecule;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.enf.core.molecule.Element;
import org.openscience.cdk.exception.InvalidSmilesException;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.smiles.SmilesParser;
import org.openscience.cdk.tools.manipulator.AtomContainerManipulator;

/**
 * Reads SMILES: hydrogens added, rings in a Kekulé form.
 *
 * <p>The grammar is CDK's, which reads the SMILES elsewhere too and names the fault of a broken
 * one; the structure is OpenChemLib's, for its force field.
 */
final class SmilesInterpreter {
  /** More atoms than this are refused: random starts find no good minimum of large molecules. */
  static final int MAX_ATOMS = 64;

  private static final int MAX_SMILES_LENGTH = 400;
  private static final Map<Element, Integer> VALENCES =
      new EnumMap<>(Map.of(Element.H, 1, Element.C, 4, Element.N, 3, Element.O, 2, Element.F, 1));

  private final SmilesParser parser = new SmilesParser(SilentChemObjectBuilder.getInstance());

  /**
   * The structure behind a SMILES, hydrogens last, all atoms at the origin.
   *
   * @throws UnbuildableException if the SMILES is broken or nothing that can be built
   */
  StereoMolecule read(String smiles) throws UnbuildableException {
    IAtomContainer parsed = parse(smiles);
    requireSupported(parsed);
    AtomContainerManipulator.convertImplicitToExplicitHydrogens(parsed);
    requireValences(parsed);
    if (parsed.getAtomCount() > MAX_ATOMS) {
      throw new UnbuildableException(
          "it has " + parsed.getAtomCount() + " atoms, at most " + MAX_ATOMS + " can be built");
    }
    StereoMolecule structure = structure(parsed);
    if (structure.getFragmentNumbers(new int[parsed.getAtomCount()], false, false) > 1) {
      throw new UnbuildableException("it holds more than one molecule: give each its own SMILES");
    }
    return structure;
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

  private static void requireSupported(IAtomContainer parsed) throws UnbuildableException {
    if (parsed.getAtomCount() == 0) {
      throw new UnbuildableException("it holds no atom");
    }
    for (IAtom atom : parsed.atoms()) {
      requireSupported(atom);
    }
    if (parsed.stereoElements().iterator().hasNext()) {
      throw new UnbuildableException(
          "it marks a stereo centre or double bond, which is not followed: remove @, / and \\");
    }
  }

  private static void requireSupported(IAtom atom) throws UnbuildableException {
    Optional<Element> element = Element.ofAtomicNumber(atom.getAtomicNumber());
    String symbol = element.map(Element::symbol).orElse("an atom of no element");
    if (element.filter(VALENCES::containsKey).isEmpty()) {
      throw new UnbuildableException("it holds " + symbol + ": only H, C, N, O and F can be built");
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

  private static void requireValences(IAtomContainer parsed) throws UnbuildableException {
    int[] orders = new int[parsed.getAtomCount()];
    for (IBond bond : parsed.bonds()) {
      orders[bond.getBegin().getIndex()] += bond.getOrder().numeric();
      orders[bond.getEnd().getIndex()] += bond.getOrder().numeric();
    }
    for (int i = 0; i < orders.length; i++) {
      Element element = Element.ofAtomicNumber(parsed.getAtom(i).getAtomicNumber()).orElseThrow();
      int valence = VALENCES.get(element);
      if (orders[i] != valence) {
        throw new UnbuildableException(
            String.format(
                "its %s has the valence %d, only %d can be built",
                element.symbol(), orders[i], valence));
      }
    }
  }

  private static StereoMolecule structure(IAtomContainer parsed) {
    StereoMolecule structure = new StereoMolecule(parsed.getAtomCount(), parsed.getBondCount());
    for (IAtom atom : parsed.atoms()) {
      structure.addAtom(atom.getAtomicNumber());
    }
    for (IBond bond : parsed.bonds()) {
      structure.addBond(
          bond.getBegin().getIndex(),
          bond.getEnd().getIndex(),
          Molecule.bondOrderToType(bond.getOrder().numeric(), false));
    }
    // Moves the hydrogens to the end, now and not in the midst of the work on coordinates.
    structure.ensureHelperArrays(Molecule.cHelperRings);
    return structure;
  }
}

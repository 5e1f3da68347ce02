package org.enf.core.scoring;

import org.enf.core.molecule.Bond;
import org.enf.core.molecule.Molecule;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.silent.SilentChemObjectBuilder;

/** Hands the bonds by distance over to CDK. */
final class CdkStructure {
  private static final IBond.Order[] ORDERS = {
    IBond.Order.SINGLE, IBond.Order.DOUBLE, IBond.Order.TRIPLE
  };

  private CdkStructure() {}

  /**
   * The structure without charges, every hydrogen atom of the molecule an atom of its own.
   *
   * <p>What an atom lacks of its valence is made up by implicit hydrogen, as the reference has it
   * done by RDKit; a stable molecule lacks none.
   */
  static IAtomContainer of(JudgedMolecule judged, Valences valences) {
    Molecule molecule = judged.molecule();
    IAtomContainer structure = SilentChemObjectBuilder.getInstance().newAtomContainer();
    for (int atom = 0; atom < molecule.size(); atom++) {
      int missing = valences.of(molecule.element(atom)) - judged.valence(atom);
      IAtom added = structure.newAtom(molecule.element(atom).atomicNumber());
      added.setImplicitHydrogenCount(Math.max(0, missing));
      added.setFormalCharge(0);
    }
    for (Bond bond : judged.bonds()) {
      structure.newBond(
          structure.getAtom(bond.first()),
          structure.getAtom(bond.second()),
          ORDERS[bond.order() - 1]);
    }
    return structure;
  }
}

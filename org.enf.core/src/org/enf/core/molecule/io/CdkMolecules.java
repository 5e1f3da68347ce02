package org.enf.core.molecule.io;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.vecmath.Point3d;
import org.enf.core.molecule.Bond;
import org.enf.core.molecule.Element;
import org.enf.core.molecule.Molecule;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.io.DefaultChemObjectReader;
import org.openscience.cdk.io.MDLV2000Reader;
import org.openscience.cdk.io.MDLV3000Reader;
import org.openscience.cdk.io.setting.BooleanIOSetting;
import org.openscience.cdk.silent.SilentChemObjectBuilder;

/** Turns molecules into CDK's and back. */
final class CdkMolecules {
  static {
    CdkLog.install();
  }

  private CdkMolecules() {}

  /**
   * A CDK molecule with the same atoms in the same order, positions, bonds and name. No atom gets
   * implicit hydrogens; at aromatic bonds their number is left open.
   *
   * @param molecule any molecule
   */
  static IAtomContainer container(Molecule molecule) {
    IAtomContainer container = SilentChemObjectBuilder.getInstance().newAtomContainer();
    container.setTitle(molecule.name());
    for (int i = 0; i < molecule.size(); i++) {
      IAtom atom = container.getBuilder().newAtom();
      atom.setAtomicNumber(molecule.element(i).atomicNumber());
      atom.setPoint3d(
          new Point3d(
              molecule.coordinate(i, 0), molecule.coordinate(i, 1), molecule.coordinate(i, 2)));
      atom.setImplicitHydrogenCount(0);
      container.addAtom(atom);
    }
    for (Bond bond : molecule.bonds()) {
      addBond(container, bond);
    }
    return container;
  }

  private static void addBond(IAtomContainer container, Bond bond) {
    boolean aromatic = bond.order() == Bond.AROMATIC;
    IBond added =
        container.newBond(
            container.getAtom(bond.first()),
            container.getAtom(bond.second()),
            switch (bond.order()) {
              case 1 -> IBond.Order.SINGLE;
              case 2 -> IBond.Order.DOUBLE;
              case 3 -> IBond.Order.TRIPLE;
              default -> IBond.Order.UNSET;
            });
    added.setIsAromatic(aromatic);
    if (aromatic) {
      for (IAtom end : added.atoms()) {
        end.setIsAromatic(true);
        end.setImplicitHydrogenCount(null);
      }
    }
  }

  /**
   * A molecule with the atoms and bonds of a CDK molecule, in its order.
   *
   * @param name the name
   * @param container CDK's molecule; implicit hydrogens and charges are passed over
   * @param positions 3 coordinates an atom, in Å
   * @param properties further facts
   * @throws IllegalArgumentException if an atom is no element, a bond is no single, double, triple
   *     or aromatic one, or the positions do not fit
   */
  static Molecule molecule(
      String name, IAtomContainer container, double[] positions, Map<String, String> properties) {
    Element[] elements = new Element[container.getAtomCount()];
    for (int i = 0; i < elements.length; i++) {
      Integer number = container.getAtom(i).getAtomicNumber();
      int atom = i + 1;
      elements[i] =
          Element.ofAtomicNumber(number == null ? 0 : number)
              .orElseThrow(() -> new IllegalArgumentException("atom " + atom + " is no element"));
    }
    List<Bond> bonds = new ArrayList<>(container.getBondCount());
    for (IBond bond : container.bonds()) {
      bonds.add(new Bond(bond.getBegin().getIndex(), bond.getEnd().getIndex(), order(bond)));
    }
    return new Molecule(name, elements, positions, bonds, properties);
  }

  private static int order(IBond bond) {
    if (bond.getOrder() == IBond.Order.UNSET && bond.isAromatic()) {
      return Bond.AROMATIC;
    }
    return bond.getOrder() == null ? 0 : bond.getOrder().numeric();
  }

  /** What CDK makes of a connection table. */
  static IAtomContainer read(MolBlock block) throws CDKException, IOException {
    StringReader text = new StringReader(block.text());
    try (DefaultChemObjectReader reader =
        block.isV3000() ? new MDLV3000Reader(text) : new MDLV2000Reader(text)) {
      // Stereochemistry is not asked for and takes most of the time.
      reader.getSetting("AddStereoElements", BooleanIOSetting.class).setSetting("false");
      return reader.read(SilentChemObjectBuilder.getInstance().newAtomContainer());
    }
  }
}

package org.enf.core.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.openscience.cdk.aromaticity.Aromaticity;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.graph.ConnectedComponents;
import org.openscience.cdk.graph.Cycles;
import org.openscience.cdk.graph.GraphUtil;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.smiles.SmiFlavor;
import org.openscience.cdk.smiles.SmilesGenerator;

/**
 * Writes SMILES that are the same for the same structure, however its atoms are numbered and
 * whichever Kekulé form of an aromatic ring it shows.
 *
 * <p>Aromatic by CDK's Daylight model, without stereochemistry and isotopes; hydrogen atoms that
 * are atoms of the structure stay so. Fragments are written one by one and sorted.
 */
final class CanonicalSmiles {
  private final SmilesGenerator writer = new SmilesGenerator(SmiFlavor.UseAromaticSymbols);

  /**
   * The SMILES; marks rings and aromaticity in the structure.
   *
   * @param structure with implicit hydrogen counts set
   * @throws CDKException if there is no such SMILES, as with more than 99 rings open at once
   */
  String of(IAtomContainer structure) throws CDKException {
    Cycles.markRingAtomsAndBonds(structure);
    Aromaticity.apply(Aromaticity.Model.Daylight, structure);
    List<String> parts = new ArrayList<>();
    for (List<IAtom> fragment : fragments(structure)) {
      parts.add(ofFragment(fragment));
    }
    Collections.sort(parts);
    return String.join(".", parts);
  }

  private static List<List<IAtom>> fragments(IAtomContainer structure) {
    ConnectedComponents components = new ConnectedComponents(GraphUtil.toAdjList(structure));
    List<List<IAtom>> fragments = new ArrayList<>();
    for (int i = 0; i < components.nComponents(); i++) {
      fragments.add(new ArrayList<>());
    }
    int[] component = components.components();
    for (IAtom atom : structure.atoms()) {
      fragments.get(component[atom.getIndex()] - 1).add(atom);
    }
    return fragments;
  }

  private String ofFragment(List<IAtom> atoms) throws CDKException {
    int[] order = CanonicalOrder.of(AtomGraph.of(atoms));
    IAtomContainer ordered = atoms.get(0).getBuilder().newAtomContainer();
    int[] places = new int[atoms.get(0).getContainer().getAtomCount()];
    for (int place = 0; place < order.length; place++) {
      IAtom atom = atoms.get(order[place]);
      places[atom.getIndex()] = place;
      IAtom copy = ordered.newAtom(atom.getAtomicNumber(), atom.getImplicitHydrogenCount());
      copy.setFormalCharge(0);
      copy.setIsAromatic(atom.isAromatic());
    }
    for (int place = 0; place < order.length; place++) {
      addBonds(ordered, place, atoms.get(order[place]), places);
    }
    return writer.create(ordered);
  }

  /** Adds the bonds of an atom to atoms of lower places, lowest place first. */
  private static void addBonds(IAtomContainer ordered, int place, IAtom atom, int[] places) {
    IBond[] bonds = new IBond[atom.getBondCount()];
    int count = 0;
    for (IBond bond : atom.bonds()) {
      if (places[bond.getOther(atom).getIndex()] < place) {
        bonds[count++] = bond;
      }
    }
    Arrays.sort(bonds, 0, count, Comparator.comparingInt(b -> places[b.getOther(atom).getIndex()]));
    for (int i = 0; i < count; i++) {
      IBond copy =
          ordered.newBond(
              ordered.getAtom(places[bonds[i].getOther(atom).getIndex()]),
              ordered.getAtom(place),
              bonds[i].getOrder());
      copy.setIsAromatic(bonds[i].isAromatic());
    }
  }
}

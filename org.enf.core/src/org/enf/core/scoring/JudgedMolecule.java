package org.enf.core.scoring;

import java.util.BitSet;
import java.util.List;
import org.enf.core.molecule.Bond;
import org.enf.core.molecule.Molecule;

/** One molecule with its bonds by distance, the valence of every atom, and which are stable. */
public final class JudgedMolecule implements Verdict {
  private final Molecule molecule;
  private final List<Bond> bonds;
  private final int[] valences;
  private final BitSet stable;
  private final int stableAtoms;
  private final int fragments;

  JudgedMolecule(Molecule molecule, List<Bond> bonds, int[] valences, BitSet stable) {
    this.molecule = molecule;
    this.bonds = List.copyOf(bonds);
    this.valences = valences;
    this.stable = stable;
    this.stableAtoms = stable.cardinality();
    this.fragments = Fragments.of(molecule.size(), this.bonds).count();
  }

  @Override
  public Molecule molecule() {
    return molecule;
  }

  /** The bonds that the distances tell, sorted by first, then second atom. */
  public List<Bond> bonds() {
    return bonds;
  }

  /** The number of atoms. */
  public int atoms() {
    return valences.length;
  }

  /** The sum of the bond orders of an atom, counted from 0. */
  public int valence(int atom) {
    return valences[atom];
  }

  /** Whether the valence of this atom is exactly that of its element. */
  public boolean isStable(int atom) {
    return stable.get(atom);
  }

  /** The number of stable atoms. */
  public int stableAtoms() {
    return stableAtoms;
  }

  /** Whether all atoms are stable. */
  public boolean isStable() {
    return stableAtoms == valences.length;
  }

  /** The number of parts that no bond joins; 1 where the molecule hangs together. */
  public int fragments() {
    return fragments;
  }
}

package org.enf.core.scoring;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.tools.manipulator.AtomContainerManipulator;

/**
 * The canonical SMILES of the molecules that are chemically valid.
 *
 * <p>Valid means: no atom has more bonds than the valence of its element (H 1, C 4, N 3, O 2, F 1).
 * Fewer bonds are no fault here, as hydrogen makes up for them; nor are several fragments. This is
 * what RDKit's {@code SanitizeMol}, which the reference uses, comes down to for structures without
 * charges, with one difference: RDKit turns some five-valent nitrogen (nitro, azide, diazo) into
 * separated charges and accepts it; here it is invalid. On 133,000 real and distorted QM9 molecules
 * the verdicts differed for 118, all with such nitrogen, none stable. CDK's atom typing was no
 * better stand-in: it accepts nitrogen with four bonds.
 *
 * <p>So a stable molecule is always valid, in the reference as here, unless no SMILES of it can be
 * written, for it has more than {@value #MAX_ATOMS} atoms or more than 99 rings open at once.
 *
 * <p>Not for use by several threads at once.
 */
public final class ValidSmiles {
  /** The most atoms a molecule may have, for CDK recurses along chains. */
  static final int MAX_ATOMS = 1000;

  private final StabilityRule rule = StabilityRule.paper();
  private final CanonicalSmiles canonical = new CanonicalSmiles();

  /** The canonical SMILES with explicit hydrogen; nothing where the molecule is not valid. */
  public Optional<String> of(JudgedMolecule judged) {
    return of(judged, structure -> structure);
  }

  /**
   * The canonical SMILES as people read it, with hydrogen left implicit where it can be; nothing
   * where the molecule is not valid.
   */
  public Optional<String> readable(JudgedMolecule judged) {
    return of(judged, AtomContainerManipulator::suppressHydrogens);
  }

  private Optional<String> of(JudgedMolecule judged, UnaryOperator<IAtomContainer> form) {
    if (judged.atoms() > MAX_ATOMS || !fitsValences(judged)) {
      return Optional.empty();
    }
    try {
      return Optional.of(canonical.of(form.apply(CdkStructure.of(judged, rule.valences()))));
    } catch (CDKException e) {
      return Optional.empty();
    }
  }

  private boolean fitsValences(JudgedMolecule judged) {
    for (int atom = 0; atom < judged.atoms(); atom++) {
      if (judged.valence(atom) > rule.valences().of(judged.molecule().element(atom))) {
        return false;
      }
    }
    return true;
  }

  /** The meaning of valid, in words. */
  static String describe() {
    return "no atom above its valence and a SMILES can be written (at most "
        + MAX_ATOMS
        + " atoms); no charges, several fragments allowed. The reference lets RDKit sanitise the"
        + " same structure, which differs only for five-valent nitrogen, so for no stable molecule";
  }
}

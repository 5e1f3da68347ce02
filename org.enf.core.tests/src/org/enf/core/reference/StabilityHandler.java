package org.enf.core.reference;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.enf.core.molecule.Bond;
import org.enf.core.molecule.Element;
import org.enf.core.molecule.Molecule;
import org.enf.core.scoring.JudgedMolecule;
import org.enf.core.scoring.StabilityRule;
import org.enf.core.scoring.Verdict;

/** Bonds, valences and verdicts molecule by molecule. */
final class StabilityHandler implements VectorHandler {
  @Override
  public String prefix() {
    return "stability";
  }

  @Override
  public void check(VectorNode file, Path folder) {
    List<VectorNode> molecules = file.get("molecules").elements();
    assertTrue(file.where() + " has molecules", !molecules.isEmpty());
    for (VectorNode expected : molecules) {
      Verdict verdict = StabilityRule.paper().judge(molecule(expected));
      assertTrue(expected.where() + " is judged", verdict instanceof JudgedMolecule);
      check(expected, (JudgedMolecule) verdict);
    }
  }

  private static void check(VectorNode expected, JudgedMolecule judged) {
    assertEquals(expected.where() + ": bonds", bonds(expected), judged.bonds());
    assertArrayEquals(
        expected.where() + ": valences",
        expected.get("valence_per_atom").list(),
        IntStream.range(0, judged.atoms()).mapToDouble(judged::valence).toArray(),
        0);
    assertEquals(
        expected.where() + ": stable atoms",
        expected.get("n_stable_atoms").integer(),
        judged.stableAtoms());
    assertEquals(
        expected.where() + ": stable", expected.get("molecule_stable").flag(), judged.isStable());
  }

  private static Molecule molecule(VectorNode node) {
    Element[] elements =
        node.get("elements").elements().stream()
            .map(symbol -> Element.ofSymbol(symbol.text()).orElseThrow())
            .toArray(Element[]::new);
    double[] positions =
        node.get("positions_A").elements().stream()
            .flatMapToDouble(row -> Arrays.stream(row.list()))
            .toArray();
    return new Molecule(node.get("id").text(), elements, positions);
  }

  private static List<Bond> bonds(VectorNode node) {
    return node.get("bonds_i_j_order").elements().stream()
        .map(VectorNode::list)
        .map(bond -> new Bond((int) bond[0], (int) bond[1], (int) bond[2]))
        .toList();
  }
}

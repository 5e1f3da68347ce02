package org.enf.core.scoring;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.enf.core.molecule.Element;

/** Adds up verdicts, one molecule at a time; keeps two numbers a molecule for the bootstrap. */
final class StabilityTally {
  private static final int ELEMENTS = Element.values().length;

  private final long[] atomsOf = new long[ELEMENTS];
  private final long[] stableAtomsOf = new long[ELEMENTS];
  private final Map<String, Long> unjudged = new TreeMap<>();
  private int[] atoms = new int[1024];
  private int[] stableAtoms = new int[1024];
  private int count;
  private long connected;

  /** Counts one verdict. */
  void add(Verdict verdict) {
    if (verdict instanceof JudgedMolecule judged) {
      add(judged);
    } else if (verdict instanceof UnjudgedMolecule notJudged) {
      unjudged.merge(notJudged.element().symbol(), 1L, Long::sum);
    }
  }

  private void add(JudgedMolecule judged) {
    if (count == atoms.length) {
      atoms = Arrays.copyOf(atoms, 2 * count);
      stableAtoms = Arrays.copyOf(stableAtoms, 2 * count);
    }
    atoms[count] = judged.atoms();
    stableAtoms[count] = judged.stableAtoms();
    count++;
    connected += judged.fragments() == 1 ? 1 : 0;
    for (int atom = 0; atom < judged.atoms(); atom++) {
      int element = judged.molecule().element(atom).ordinal();
      atomsOf[element]++;
      stableAtomsOf[element] += judged.isStable(atom) ? 1 : 0;
    }
  }

  /** The score of everything counted so far. */
  StabilityScore score(Bootstrap bootstrap) {
    int[] atomCounts = Arrays.copyOf(atoms, count);
    int[] stableCounts = Arrays.copyOf(stableAtoms, count);
    int[] ones = new int[count];
    int[] stableOnes = new int[count];
    for (int i = 0; i < count; i++) {
      ones[i] = 1;
      stableOnes[i] = stableCounts[i] == atomCounts[i] ? 1 : 0;
    }
    return new StabilityScore(
        estimate(stableOnes, ones, bootstrap),
        estimate(stableCounts, atomCounts, bootstrap),
        new Ratio(connected, count),
        byElement(),
        unjudged);
  }

  private static Estimate estimate(int[] numerators, int[] denominators, Bootstrap bootstrap) {
    return new Estimate(
        new Ratio(sum(numerators), sum(denominators)),
        bootstrap.ratioOfSums(numerators, denominators));
  }

  private static long sum(int[] values) {
    long sum = 0;
    for (int value : values) {
      sum += value;
    }
    return sum;
  }

  private Map<String, Ratio> byElement() {
    Map<String, Ratio> ratios = new LinkedHashMap<>();
    for (Element element : Element.values()) {
      if (atomsOf[element.ordinal()] > 0) {
        ratios.put(
            element.symbol(),
            new Ratio(stableAtomsOf[element.ordinal()], atomsOf[element.ordinal()]));
      }
    }
    return ratios;
  }
}

package org.enf.core.reference;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import java.nio.file.Path;
import java.util.Arrays;
import org.enf.core.molecule.Element;
import org.enf.core.molecule.Molecule;
import org.enf.core.scoring.DistanceHistogram;

/** Histograms of distances and their divergence. */
final class JensenShannonHandler implements VectorHandler {
  @Override
  public String prefix() {
    return "js_divergence";
  }

  @Override
  public void check(VectorNode file, Path folder) {
    int atoms = file.get("x").dimension(1);
    double[] positions = file.get("x").array();
    Element[] elements = new Element[atoms];
    Arrays.fill(elements, Element.C);
    DistanceHistogram.Counter counter = new DistanceHistogram.Counter();
    for (int b = 0; b < file.get("x").dimension(0); b++) {
      counter.add(
          new Molecule(
              "", elements, Arrays.copyOfRange(positions, b * atoms * 3, (b + 1) * atoms * 3)));
    }
    DistanceHistogram generated = counter.histogram();
    assertArrayEquals(file.where() + ": bins", counts(file, "bins_generated"), generated.counts());
    DistanceHistogram reference =
        DistanceHistogram.ofCounts(counts(file, "bins_reference_qm9_19_train"));
    assertEquals(file.where(), file.get("js").number(), generated.jensenShannon(reference), 1e-12);
  }

  private static long[] counts(VectorNode file, String field) {
    return Arrays.stream(file.get(field).list()).mapToLong(count -> (long) count).toArray();
  }
}

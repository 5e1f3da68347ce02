package org.enf.core.scoring;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import org.enf.core.molecule.Element;
import org.enf.core.molecule.Molecule;
import org.junit.Test;

public class DistanceHistogramTest {
  @Test
  public void countsAndDivergenceAreThoseOfTheReference() throws IOException {
    JsonNode vector = ScoringVectors.read("js_divergence.json");
    DistanceHistogram.Counter counter = new DistanceHistogram.Counter();
    JsonNode shape = vector.get("x").get("shape");
    JsonNode data = vector.get("x").get("data");
    int width = 3 * shape.get(1).asInt();
    for (int sample = 0; sample < shape.get(0).asInt(); sample++) {
      double[] positions = new double[width];
      for (int i = 0; i < width; i++) {
        positions[i] = data.get(sample * width + i).asDouble();
      }
      Element[] elements = new Element[width / 3];
      Arrays.fill(elements, Element.C);
      counter.add(new Molecule("", elements, positions));
    }
    DistanceHistogram generated = counter.histogram();
    assertArrayEquals(counts(vector.get("bins_generated")), generated.counts());
    DistanceHistogram reference =
        DistanceHistogram.ofCounts(counts(vector.get("bins_reference_qm9_19_train")));
    assertEquals(vector.get("js").asDouble(), generated.jensenShannon(reference), 1e-14);
  }

  @Test
  public void divergenceIsSymmetricAndZeroForItself() {
    DistanceHistogram one = histogram(1, 2, 3);
    DistanceHistogram other = histogram(2, 2, 12.5);
    assertEquals(0, one.jensenShannon(one), 1e-15);
    assertEquals(one.jensenShannon(other), other.jensenShannon(one), 1e-15);
    assertEquals(Math.log(2), histogram(1).jensenShannon(histogram(5)), 1e-6);
  }

  @Test
  public void longDistancesFallIntoTheLastBinAndZerosAreLeftOut() {
    DistanceHistogram histogram = histogram(0, 1e-8, 12.99, 13, 1000);
    long[] expected = new long[DistanceHistogram.BINS];
    expected[DistanceHistogram.BINS - 1] = 6;
    assertArrayEquals(expected, histogram.counts());
    assertEquals(6, histogram.total());
  }

  @Test
  public void moleculeOfOneAtomHasNoDistance() {
    DistanceHistogram.Counter counter = new DistanceHistogram.Counter();
    counter.add(TinyMolecules.fluorine());
    assertEquals(0, counter.histogram().total());
    assertThrows(
        IllegalStateException.class, () -> counter.histogram().jensenShannon(histogram(1)));
  }

  @Test
  public void senselessCountsAndDistancesAreRefused() {
    DistanceHistogram.Counter counter = new DistanceHistogram.Counter();
    assertThrows(IllegalArgumentException.class, () -> counter.add(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> counter.add(-1));
    assertThrows(IllegalArgumentException.class, () -> DistanceHistogram.ofCounts(new long[99]));
    long[] negative = new long[DistanceHistogram.BINS];
    negative[3] = -1;
    assertThrows(IllegalArgumentException.class, () -> DistanceHistogram.ofCounts(negative));
  }

  private static DistanceHistogram histogram(double... distances) {
    DistanceHistogram.Counter counter = new DistanceHistogram.Counter();
    for (double distance : distances) {
      counter.add(distance);
    }
    return counter.histogram();
  }

  private static long[] counts(JsonNode bins) {
    long[] counts = new long[bins.size()];
    Arrays.setAll(counts, bin -> bins.get(bin).asLong());
    return counts;
  }
}

package org.enf.core.egnn;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;

import org.enf.core.testing.ArrayNetwork;
import org.enf.core.testing.Closeness;
import org.enf.core.testing.HeapVector;
import org.enf.core.testing.Normals;
import org.enf.core.vector.Precision;
import org.enf.core.vector.Vector;
import org.junit.function.ThrowingRunnable;

/** Compares the vectors of an engine with those on the heap. */
final class VectorChecks {
  private static final int LENGTH = 23;

  private final Engine engine;
  private final double tolerance;

  VectorChecks(Engine engine, double tolerance) {
    this.engine = engine;
    this.tolerance = tolerance;
  }

  /** Something done to vectors: the first is changed, the others are read. */
  private interface Operation {
    void on(Vector target, Vector first, Vector second, Vector third);
  }

  void newOnesAreZero() {
    try (Vector vector = engine.vector(new double[] {1, 2, 3});
        Vector sibling = vector.sibling();
        Vector fresh = engine.vector(3)) {
      assertEquals(3, sibling.length());
      Closeness.assertWithin("sibling", new double[3], ArrayNetwork.array(sibling), 0);
      Closeness.assertWithin("new vector", new double[3], ArrayNetwork.array(fresh), 0);
      sibling.fill(9);
      Closeness.assertWithin(
          "vector after its sibling changed",
          new double[] {1, 2, 3},
          ArrayNetwork.array(vector),
          0);
    }
  }

  void keepsWhatItsPrecisionHolds() {
    double[] values = {1.0 / 3, -1e30, 1e-30, 0, Double.NaN, Double.POSITIVE_INFINITY};
    double[] expected = values.clone();
    if (engine.precision() == Precision.FLOAT) {
      for (int i = 0; i < expected.length; i++) {
        expected[i] = (float) expected[i];
      }
    }
    try (Vector vector = engine.vector(values)) {
      double[] read = ArrayNetwork.array(vector);
      for (int i = 0; i < read.length; i++) {
        assertEquals("element " + i, expected[i], read[i], 0);
      }
    }
  }

  void arithmeticAgrees() {
    agrees("fill", (y, a, b, c) -> y.fill(-2.5));
    agrees("set", (y, a, b, c) -> y.set(a));
    agrees(
        "scale",
        (y, a, b, c) -> {
          y.set(a);
          y.scale(-0.7);
        });
    agrees("add", (y, a, b, c) -> y.add(0.3, a));
    agrees("dot", (y, a, b, c) -> y.fill(a.dot(b)));
    agrees("dot with itself", (y, a, b, c) -> y.fill(a.dot(a)));
  }

  void weightedErrorAgrees() {
    agrees("weighted error", (y, a, b, c) -> y.setWeightedError(a, b, c, 1e-3, 1e-2));
    agrees("absolute error", (y, a, b, c) -> y.setWeightedError(a, b, c, 0.5, 0));
  }

  void weightedErrorKeepsWhatIsNotFinite() {
    for (double broken : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      try (Vector error = engine.vector(new double[] {1e-3, broken, 1e-3});
          Vector before = engine.vector(new double[] {1, 1, 1});
          Vector after = engine.vector(new double[] {1, broken, 1});
          Vector weighted = error.sibling()) {
        weighted.setWeightedError(error, before, after, 1e-3, 1e-3);
        assertFalse(
            "an error of " + broken + " must not look small",
            Double.isFinite(weighted.dot(weighted)));
      }
    }
  }

  void segmentsAgree() {
    int[] offsets = {0, 3, 6, 7, 11, 15, 23};
    double[] a = Normals.of(LENGTH, 1);
    double[] b = Normals.of(LENGTH, 2);
    double[] factors = Normals.of(offsets.length - 1, 3);
    try (Vector first = engine.vector(a);
        Vector second = engine.vector(b);
        Vector sums = engine.vector(factors);
        Vector scaled = engine.vector(LENGTH);
        HeapVector expectedSums = new HeapVector(factors);
        HeapVector expectedScaled = new HeapVector(new double[LENGTH])) {
      scaled.setSegmentScaled(sums, first, offsets);
      expectedScaled.setSegmentScaled(expectedSums, new HeapVector(a), offsets);
      same("segments scaled", expectedScaled, scaled);
      sums.setSegmentDots(first, second, offsets);
      expectedSums.setSegmentDots(new HeapVector(a), new HeapVector(b), offsets);
      same("dot products of segments", expectedSums, sums);
    }
  }

  void wrongLengthsAreRefused() {
    try (Vector three = engine.vector(3);
        Vector four = engine.vector(4)) {
      refused("set", () -> three.set(four));
      refused("add", () -> three.add(1, four));
      refused("dot", () -> three.dot(four));
      refused("read", () -> three.read(new double[4]));
      refused("write", () -> three.write(new double[2]));
      refused("weighted error", () -> three.setWeightedError(three, four, three, 1, 1));
    }
  }

  private static void refused(String what, ThrowingRunnable call) {
    assertThrows(what, IllegalArgumentException.class, call);
  }

  private void agrees(String what, Operation operation) {
    double[][] values = new double[4][];
    for (int k = 0; k < values.length; k++) {
      values[k] = Normals.of(LENGTH, k + 1L);
    }
    try (Vector target = engine.vector(values[0]);
        Vector first = engine.vector(values[1]);
        Vector second = engine.vector(values[2]);
        Vector third = engine.vector(values[3]);
        HeapVector expected = new HeapVector(values[0])) {
      operation.on(target, first, second, third);
      operation.on(
          expected,
          new HeapVector(values[1]),
          new HeapVector(values[2]),
          new HeapVector(values[3]));
      same(what, expected, target);
    }
  }

  private void same(String what, HeapVector expected, Vector actual) {
    Closeness.assertClose(what, expected.toArray(), ArrayNetwork.array(actual), tolerance);
  }
}

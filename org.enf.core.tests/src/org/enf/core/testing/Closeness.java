package org.enf.core.testing;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.fail;

/** Assertions on arrays that say which elements are how far off. */
public final class Closeness {
  private static final int MOST_NAMED = 5;

  private Closeness() {}

  /** Fails unless each element is within {@code relative} times the largest expected one. */
  public static void assertClose(String what, double[] expected, double[] actual, double relative) {
    // an array of zeros is to be met by zeros up to rounding
    assertWithin(what, expected, actual, relative * Math.max(largest(expected), 1e-6));
  }

  /** Fails unless each element is within {@code absolute}. */
  public static void assertWithin(
      String what, double[] expected, double[] actual, double absolute) {
    assertEquals(what + ": number of elements", expected.length, actual.length);
    int wrong = 0;
    StringBuilder named = new StringBuilder();
    for (int i = 0; i < expected.length; i++) {
      if (!(Math.abs(expected[i] - actual[i]) <= absolute)) {
        wrong++;
        if (wrong <= MOST_NAMED) {
          named.append(", element " + i + " is " + actual[i] + " instead of " + expected[i]);
        }
      }
    }
    if (wrong > 0) {
      fail(what + ": " + wrong + " of " + expected.length + " not within " + absolute + named);
    }
  }

  /** The largest absolute value, 0 for no elements. */
  public static double largest(double[] values) {
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }
}

package org.enf.core.koehler;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Bell curves exp(−(x − centre)² / width²) on a line.
 *
 * @param centres where each has its maximum, 1 to 4096 finite numbers
 * @param widths as many positive numbers in the unit of the centres
 */
public record RadialBasis(List<Double> centres, List<Double> widths) {
  private static final int MOST = 4096;

  /**
   * Copies the lists and checks them.
   *
   * @throws IllegalArgumentException if a number is outside its range; the message names it
   */
  public RadialBasis {
    centres = List.copyOf(centres);
    widths = List.copyOf(widths);
    if (centres.isEmpty() || centres.size() > MOST) {
      throw new IllegalArgumentException(
          "the number of centres must be 1 to " + MOST + ", not " + centres.size());
    }
    if (widths.size() != centres.size()) {
      throw new IllegalArgumentException(
          "widths must be as many as centres, " + centres.size() + ", not " + widths.size());
    }
    for (double centre : centres) {
      if (!Double.isFinite(centre)) {
        throw new IllegalArgumentException("centres must be finite, not " + centre);
      }
    }
    for (double width : widths) {
      if (!(width > 0 && width <= Double.MAX_VALUE)) {
        throw new IllegalArgumentException("widths must be above 0, not " + width);
      }
    }
  }

  /** Centres at equal distances from {@code from} to {@code to}, all of one width. */
  public static RadialBasis even(double from, double to, int count, double width) {
    return of(spread(from, to, count), IntStream.range(0, count).mapToDouble(k -> width));
  }

  static RadialBasis of(DoubleStream centres, DoubleStream widths) {
    return new RadialBasis(centres.boxed().toList(), widths.boxed().toList());
  }

  /** Numbers at equal distances, both ends included. */
  static DoubleStream spread(double from, double to, int count) {
    return IntStream.range(0, count).mapToDouble(k -> from + k * (to - from) / (count - 1));
  }

  /** The number of curves. */
  public int size() {
    return centres.size();
  }
}

package org.enf.core.testing;

import java.util.Arrays;

/**
 * Differentiation of formulas of single numbers, written for clarity: each number carries its
 * derivative along one direction, and {@link #reverse} goes back from the gradients by both.
 *
 * <p>Two operations are enough: a·b + c and a function of one number. Numbers are named by their
 * place on the tape.
 */
final class ScalarTape {
  /** The place of the number 0. */
  static final int ZERO = 0;

  /** The place of the number 1. */
  static final int ONE = 1;

  private double[] value = new double[1 << 12];
  private double[] tangent = new double[1 << 12];
  private int[] first = new int[1 << 12];
  private int[] second = new int[1 << 12];
  private int[] third = new int[1 << 12];
  private Curve[] curve = new Curve[1 << 12];
  private double[] valueCotangent;
  private double[] tangentCotangent;
  private int size;

  /** A function of one number with its first two derivatives. */
  interface Curve {
    double value(double x);

    double first(double x);

    double second(double x);
  }

  ScalarTape() {
    variable(0, 0);
    variable(1, 0);
  }

  /** The number of places in use. */
  int size() {
    return size;
  }

  /** Forgets all numbers but the first ones. */
  void rewind(int remaining) {
    size = remaining;
    valueCotangent = null;
    tangentCotangent = null;
  }

  /** A number that comes from outside. */
  int variable(double v, double direction) {
    if (size == value.length) {
      value = Arrays.copyOf(value, 2 * size);
      tangent = Arrays.copyOf(tangent, 2 * size);
      first = Arrays.copyOf(first, 2 * size);
      second = Arrays.copyOf(second, 2 * size);
      third = Arrays.copyOf(third, 2 * size);
      curve = Arrays.copyOf(curve, 2 * size);
    }
    value[size] = v;
    tangent[size] = direction;
    first[size] = ZERO;
    second[size] = ZERO;
    third[size] = ZERO;
    curve[size] = null;
    return size++;
  }

  /** a·b + c. */
  int fma(int a, int b, int c) {
    int y =
        variable(
            value[a] * value[b] + value[c],
            tangent[a] * value[b] + value[a] * tangent[b] + tangent[c]);
    first[y] = a;
    second[y] = b;
    third[y] = c;
    return y;
  }

  /** a + b. */
  int sum(int a, int b) {
    return fma(a, ONE, b);
  }

  /** a − b. */
  int difference(int a, int b) {
    return fma(b, variable(-1, 0), a);
  }

  /** a·b. */
  int product(int a, int b) {
    return fma(a, b, ZERO);
  }

  /** g(x). */
  int apply(Curve g, int x) {
    int y = variable(g.value(value[x]), g.first(value[x]) * tangent[x]);
    first[y] = x;
    curve[y] = g;
    return y;
  }

  double value(int x) {
    return value[x];
  }

  double tangent(int x) {
    return tangent[x];
  }

  /** Says what the gradient by a number and by its tangent is, before {@link #reverse}. */
  void seed(int x, double byValue, double byTangent) {
    if (valueCotangent == null) {
      valueCotangent = new double[size];
      tangentCotangent = new double[size];
    }
    valueCotangent[x] = byValue;
    tangentCotangent[x] = byTangent;
  }

  /** Goes back from the last number to the first. */
  void reverse() {
    for (int y = size - 1; y > ONE; y--) {
      if (curve[y] != null) {
        reverseCurve(y, first[y]);
      } else if (second[y] != ZERO || third[y] != ZERO || first[y] != ZERO) {
        reverseFma(y, first[y], second[y], third[y]);
      }
    }
  }

  private void reverseCurve(int y, int x) {
    double slope = curve[y].first(value[x]);
    valueCotangent[x] +=
        slope * valueCotangent[y] + curve[y].second(value[x]) * tangent[x] * tangentCotangent[y];
    tangentCotangent[x] += slope * tangentCotangent[y];
  }

  private void reverseFma(int y, int a, int b, int c) {
    double byValue = valueCotangent[y];
    double byTangent = tangentCotangent[y];
    valueCotangent[a] += byValue * value[b] + byTangent * tangent[b];
    valueCotangent[b] += byValue * value[a] + byTangent * tangent[a];
    valueCotangent[c] += byValue;
    tangentCotangent[a] += byTangent * value[b];
    tangentCotangent[b] += byTangent * value[a];
    tangentCotangent[c] += byTangent;
  }

  /** The gradient by a number. */
  double cotangent(int x) {
    return valueCotangent[x];
  }
}

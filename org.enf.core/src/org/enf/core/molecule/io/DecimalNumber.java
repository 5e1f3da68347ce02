package org.enf.core.molecule.io;

import java.nio.charset.StandardCharsets;

/**
 * Reads decimal numbers from bytes, rounded as {@link Double#parseDouble} rounds but without
 * garbage.
 *
 * <p>Takes digits with an optional sign, point and exponent after {@code e}, {@code d} (Fortran) or
 * {@code *^} (Mathematica, as in QM9); nothing else, so neither {@code NaN} nor {@code 1f}.
 */
final class DecimalNumber {
  /** 10^22 is the largest power of ten that a double holds exactly. */
  private static final double[] EXACT_POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private static final long LARGEST_EXACT_INTEGER = 1L << 53;
  private static final int MOST_DIGITS_IN_A_LONG = 18;
  private static final int LARGEST_EXPONENT = 99_999;

  private DecimalNumber() {}

  /** The number in {@code bytes[start..end)}, infinite if too large; NaN if there is none. */
  static double parse(byte[] bytes, int start, int end) {
    int at = start;
    boolean negative = at < end && bytes[at] == '-';
    if (at < end && (bytes[at] == '-' || bytes[at] == '+')) {
      at++;
    }
    long mantissa = 0;
    int significant = 0;
    int exponent = 0;
    int point = -1;
    int digits = 0;
    for (; at < end; at++) {
      int digit = bytes[at] - '0';
      if (digit >= 0 && digit <= 9) {
        digits++;
        if (significant > 0 || digit > 0) {
          significant++;
        }
        if (significant <= MOST_DIGITS_IN_A_LONG) {
          mantissa = 10 * mantissa + digit;
        }
        if (point >= 0) {
          exponent--;
        }
      } else if (bytes[at] == '.' && point < 0) {
        point = at;
      } else {
        break;
      }
    }
    if (digits == 0) {
      return Double.NaN;
    }
    int mark = at;
    if (at < end) {
      at = exponentStart(bytes, at, end);
      int written = at < 0 ? Integer.MIN_VALUE : exponent(bytes, at, end);
      if (written == Integer.MIN_VALUE) {
        return Double.NaN;
      }
      exponent += written;
    }
    if (significant <= MOST_DIGITS_IN_A_LONG
        && mantissa <= LARGEST_EXACT_INTEGER
        && Math.abs((long) exponent) < EXACT_POWERS.length) {
      // Both factors are exact, so the one rounding is the right one (Clinger 1990).
      double value =
          exponent < 0 ? mantissa / EXACT_POWERS[-exponent] : mantissa * EXACT_POWERS[exponent];
      return negative ? -value : value;
    }
    return slowly(bytes, start, mark, at, end);
  }

  private static int exponentStart(byte[] bytes, int at, int end) {
    switch (bytes[at]) {
      case 'e', 'E', 'd', 'D':
        return at + 1;
      case '*':
        return at + 1 < end && bytes[at + 1] == '^' ? at + 2 : -1;
      default:
        return -1;
    }
  }

  /** The exponent, cut to ±{@link #LARGEST_EXPONENT}; the smallest int if there is none. */
  private static int exponent(byte[] bytes, int start, int end) {
    int at = start;
    boolean negative = at < end && bytes[at] == '-';
    if (at < end && (bytes[at] == '-' || bytes[at] == '+')) {
      at++;
    }
    if (at == end) {
      return Integer.MIN_VALUE;
    }
    int value = 0;
    for (; at < end; at++) {
      int digit = bytes[at] - '0';
      if (digit < 0 || digit > 9) {
        return Integer.MIN_VALUE;
      }
      value = Math.min(10 * value + digit, LARGEST_EXPONENT);
    }
    return negative ? -value : value;
  }

  private static double slowly(byte[] bytes, int start, int mark, int exponentStart, int end) {
    String number = new String(bytes, start, mark - start, StandardCharsets.ISO_8859_1);
    if (mark < end) {
      number +=
          "e" + new String(bytes, exponentStart, end - exponentStart, StandardCharsets.ISO_8859_1);
    }
    return Double.parseDouble(number);
  }
}

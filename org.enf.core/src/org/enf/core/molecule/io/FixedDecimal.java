package org.enf.core.molecule.io;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes numbers with a fixed number of decimals, much faster than a format does. */
final class FixedDecimal {
  private static final double LARGEST_EXACT = 1L << 53;

  private FixedDecimal() {}

  /** Appends a finite number; the last decimal is rounded. */
  static void append(StringBuilder text, double value, int decimals) {
    long unit = 1;
    for (int i = 0; i < decimals; i++) {
      unit *= 10;
    }
    double scaled = Math.rint(Math.abs(value) * unit);
    if (scaled >= LARGEST_EXACT) {
      text.append(new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString());
      return;
    }
    long digits = (long) scaled;
    if (value < 0 && digits > 0) {
      text.append('-');
    }
    text.append(digits / unit).append('.');
    long fraction = digits % unit;
    for (long place = unit / 10; place > 0; place /= 10) {
      text.append((char) ('0' + fraction / place % 10));
    }
  }
}

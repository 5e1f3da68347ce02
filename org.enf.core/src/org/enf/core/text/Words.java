package org.enf.core.text;

import java.util.Locale;

/** Numbers as people read them. */
public final class Words {
  private Words() {}

  /** A number with its noun: {@code 1 molecule}, {@code 98,412 molecules}. */
  public static String count(long number, String noun) {
    return number(number) + " " + noun + (number == 1 ? "" : "s");
  }

  /** A whole number with commas. */
  public static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A figure with two decimals, or a dash where there is none. */
  public static String nats(double value) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.2f", value);
  }

  /** So many a second, with a decimal where it is few. */
  public static String rate(double perSecond) {
    return String.format(Locale.ROOT, perSecond < 10 ? "%.1f" : "%,.0f", perSecond);
  }
}

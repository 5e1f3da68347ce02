package org.enf.core.text;

import java.time.Duration;
import java.util.Locale;

/** Durations as people read them. */
public final class Durations {
  private Durations() {}

  /** A duration in words, exact enough to wait for: {@code 45 s}, {@code 1 min 20 s}. */
  public static String format(Duration duration) {
    long seconds = Math.round(duration.toMillis() / 1000.0);
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3600) {
      return seconds / 60 + " min " + twoDigits(seconds % 60) + " s";
    }
    if (seconds < 100 * 3600) {
      return seconds / 3600 + " h " + twoDigits(seconds / 60 % 60) + " min";
    }
    return seconds / 86_400 + " d " + seconds / 3600 % 24 + " h";
  }

  private static String twoDigits(long number) {
    return String.format(Locale.ROOT, "%02d", number);
  }
}

package org.enf.core.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Durations as users write them: {@code 90s}, {@code 10m}, {@code 1h30m}, {@code 2d}. */
final class DurationText implements ITypeConverter<Duration> {
  private static final Pattern PATTERN =
      Pattern.compile("(?:(\\d{1,4})d)?(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,6})s)?");
  private static final long[] SECONDS = {86_400, 3_600, 60, 1};

  @Override
  public Duration convert(String text) {
    Matcher matcher = PATTERN.matcher(text.toLowerCase(Locale.ROOT));
    long seconds = 0;
    if (matcher.matches()) {
      for (int unit = 0; unit < SECONDS.length; unit++) {
        String count = matcher.group(unit + 1);
        seconds += count == null ? 0 : SECONDS[unit] * Long.parseLong(count);
      }
    }
    if (seconds == 0) {
      throw new TypeConversionException(
          "'" + text + "' is no duration above zero; write for example 90s, 10m or 1h30m");
    }
    return Duration.ofSeconds(seconds);
  }
}

package org.enf.core.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.time.Duration;
import org.enf.core.text.Durations;
import org.junit.Test;
import picocli.CommandLine.TypeConversionException;

/** Durations as users write and read them. */
public final class DurationTextTest {
  private final DurationText text = new DurationText();

  @Test
  public void unitsAreRead() {
    assertEquals(Duration.ofSeconds(90), text.convert("90s"));
    assertEquals(Duration.ofMinutes(10), text.convert("10m"));
    assertEquals(Duration.ofMinutes(90), text.convert("1h30m"));
    assertEquals(Duration.ofHours(49), text.convert("2D1H"));
    assertEquals(Duration.ofSeconds(3_661), text.convert("1h1m1s"));
  }

  @Test
  public void otherTextIsRefused() {
    for (String wrong :
        new String[] {"", "5", "0s", "-5s", "1.5h", "30m1h", "5 m", "m", "1234567890s", "1e3s"}) {
      assertThrows(wrong, TypeConversionException.class, () -> text.convert(wrong));
    }
  }

  @Test
  public void durationsAreToldInTwoUnits() {
    assertEquals("0 s", Durations.format(Duration.ZERO));
    assertEquals("59 s", Durations.format(Duration.ofMillis(59_499)));
    assertEquals("1 min 00 s", Durations.format(Duration.ofMillis(59_500)));
    assertEquals("59 min 59 s", Durations.format(Duration.ofSeconds(3599)));
    assertEquals("1 h 02 min", Durations.format(Duration.ofSeconds(3725)));
    assertEquals("4 d 4 h", Durations.format(Duration.ofHours(100)));
  }
}

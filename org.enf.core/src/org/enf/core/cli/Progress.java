package org.enf.core.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.enf.core.text.Durations;

/**
 * Shows how far long work has come: on a terminal one line that is drawn again and again, in a log
 * a plain line every ten seconds at first, later less often.
 */
final class Progress implements AutoCloseable {
  private static final long REDRAW_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long FIRST_LINE_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final long LAST_LINE_NANOS = TimeUnit.MINUTES.toNanos(5);
  private static final int LINES_A_DOUBLING = 20;
  private static final int LEAST_BAR = 5;
  private static final int LARGEST_BAR = 30;

  private final Terminal terminal;
  private final String task;
  private final long begin;
  private long next;
  private double firstFraction = Double.NaN;
  private int drawn;

  /**
   * Starts with nothing shown.
   *
   * @param task what is done, in a word or two
   */
  Progress(Terminal terminal, String task) {
    this.terminal = terminal;
    this.task = task;
    begin = terminal.nanos();
    next = begin + (terminal.redraws() ? 0 : FIRST_LINE_NANOS);
  }

  /**
   * Shows work of which nobody knows the end.
   *
   * @param detail how far it is
   */
  void show(String detail) {
    long now = terminal.nanos();
    if (isTime(now)) {
      put(task + ": " + detail, now);
    }
  }

  /**
   * Shows work with an end, and the time left.
   *
   * @param fraction how much is done, 0 to 1
   * @param detail further figures
   */
  void show(double fraction, String detail) {
    long now = terminal.nanos();
    if (Double.isNaN(firstFraction)) {
      firstFraction = fraction;
    }
    if (isTime(now)) {
      String percent = String.format(Locale.ROOT, "%3.0f %%", 100 * fraction);
      String text = percent + "  " + detail + timeLeft(fraction, now);
      put(task + (terminal.redraws() ? "  " + bar(fraction, text) : "") + "  " + text, now);
    }
  }

  private boolean isTime(long now) {
    return now - next >= 0;
  }

  private String timeLeft(double fraction, long now) {
    double done = fraction - firstFraction;
    if (!(done > 0)) {
      return "";
    }
    double left = (now - begin) * (1 - fraction) / done;
    return ", " + Durations.format(Duration.ofNanos((long) left)) + " left";
  }

  private String bar(double fraction, String text) {
    int room = terminal.width() - 1 - task.length() - text.length() - "  []  ".length();
    int length = Math.max(LEAST_BAR, Math.min(LARGEST_BAR, room));
    int filled = (int) Math.round(length * Math.max(0, Math.min(1, fraction)));
    return "[" + "#".repeat(filled) + ".".repeat(length - filled) + "]";
  }

  private void put(String line, long now) {
    if (terminal.redraws()) {
      String cut = line.substring(0, Math.min(line.length(), terminal.width() - 1));
      String rest = " ".repeat(Math.max(0, drawn - cut.length()));
      terminal.messages().print("\r" + cut + rest);
      terminal.messages().flush();
      drawn = cut.length();
      next = now + REDRAW_NANOS;
    } else {
      terminal.say(line);
      long pause = Math.max(FIRST_LINE_NANOS, (now - begin) / LINES_A_DOUBLING);
      next = now + Math.min(LAST_LINE_NANOS, pause);
    }
  }

  /** Writes a message between. */
  void say(String line) {
    erase();
    terminal.say(line);
    if (terminal.redraws()) {
      next = terminal.nanos();
    }
  }

  private void erase() {
    if (drawn > 0) {
      terminal.messages().print("\r" + " ".repeat(drawn) + "\r");
      terminal.messages().flush();
      drawn = 0;
    }
  }

  /** Takes the redrawn line away. */
  @Override
  public void close() {
    erase();
  }
}

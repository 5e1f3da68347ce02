package org.enf.core.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.Test;

/** Progress on a terminal and in a log, with a clock that the test moves. */
public final class ProgressTest {
  private final ByteArrayOutputStream messages = new ByteArrayOutputStream();
  private long now = TimeUnit.HOURS.toNanos(5);
  private Progress progress;

  private Terminal terminal(boolean redraws) {
    return new Terminal(
        null,
        OutputStream.nullOutputStream(),
        new PrintStream(messages, true, StandardCharsets.UTF_8),
        redraws,
        () -> now);
  }

  private void start(boolean redraws, String task) {
    progress = new Progress(terminal(redraws), task);
  }

  private void later(double seconds) {
    now += (long) (seconds * TimeUnit.SECONDS.toNanos(1));
  }

  private String shown() {
    String text = messages.toString(StandardCharsets.UTF_8);
    messages.reset();
    return text;
  }

  @Test
  public void terminalShowsOneLineAgainAndAgain() {
    start(true, "training");
    progress.show(0, "loss 3");
    assertEquals("\rtraining  [..............................]    0 %  loss 3", shown());
    later(10);
    progress.show(0.25, "loss 2");
    String line = shown();
    assertTrue(line, line.startsWith("\rtraining  [########......................]   25 %"));
    assertTrue(line, line.endsWith("loss 2, 30 s left"));
  }

  @Test
  public void terminalIsNotDrawnTooOften() {
    start(true, "training");
    progress.show(0.1, "a");
    shown();
    later(0.05);
    progress.show(0.2, "b");
    assertEquals("", shown());
    later(0.06);
    progress.show(0.3, "c");
    assertTrue(shown().contains("30 %  c"));
  }

  @Test
  public void lineNeverReachesTheEdgeOfTheTerminal() {
    start(true, "training");
    progress.show(0.5, "many figures, ".repeat(20));
    assertEquals("\r".length() + 79, shown().length());
  }

  @Test
  public void shorterLineWipesTheLongerOneBefore() {
    start(true, "reading");
    progress.show("100,000 molecules");
    shown();
    later(1);
    progress.show("9 molecules");
    assertEquals("\rreading: 9 molecules" + " ".repeat(6), shown());
  }

  @Test
  public void messageTakesTheLineAwayAndTheNextShowBringsItBack() {
    start(true, "reading");
    progress.show("1 molecule");
    shown();
    progress.say("skipped one");
    String blank = " ".repeat("reading: 1 molecule".length());
    assertEquals("\r" + blank + "\rskipped one" + System.lineSeparator(), shown());
    progress.show("2 molecules");
    assertEquals("\rreading: 2 molecules", shown());
  }

  @Test
  public void endTakesTheLineAway() {
    start(true, "reading");
    progress.show("1 molecule");
    shown();
    progress.close();
    assertEquals("\r" + " ".repeat(19) + "\r", shown());
    progress.close();
    assertEquals("", shown());
  }

  @Test
  public void logHasAPlainLineEveryTenSecondsAtFirst() {
    start(false, "training");
    progress.show(0, "loss 9");
    assertEquals("", shown());
    later(10);
    progress.show(0.125, "loss 3");
    assertEquals("training   13 %  loss 3, 1 min 10 s left" + System.lineSeparator(), shown());
    later(9);
    progress.show(0.25, "loss 2");
    assertEquals("", shown());
    later(1);
    progress.show(0.25, "loss 2");
    assertEquals("training   25 %  loss 2, 1 min 00 s left" + System.lineSeparator(), shown());
  }

  @Test
  public void longRunLeavesFewLinesInALog() {
    start(false, "training");
    int day = 24 * 3600;
    for (int second = 0; second < day; second++) {
      later(1);
      progress.show((double) second / day, "loss 1");
    }
    long lines = shown().lines().count();
    assertTrue(lines + " lines", lines > 100 && lines < 400);
  }

  @Test
  public void timeLeftCountsFromWhereTheRunBegan() {
    start(false, "training");
    progress.show(0.5, "resumed");
    later(10);
    progress.show(0.6, "on");
    assertTrue(shown().contains(" 60 %  on, 40 s left"));
  }

  @Test
  public void messageInALogStandsAlone() {
    start(false, "training");
    progress.say("a message");
    progress.show(0.5, "x");
    progress.close();
    assertEquals("a message" + System.lineSeparator(), shown());
  }
}

package org.enf.core.cli;

import java.io.Console;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.LongSupplier;

/** Where a command reads and writes: the standard streams, or others in their place. */
final class Terminal {
  private static final int WIDTH = 80;

  private final InputStream in;
  private final OutputStream out;
  private final PrintStream messages;
  private final boolean redraws;
  private final LongSupplier clock;

  /**
   * A terminal.
   *
   * @param out takes results
   * @param messages takes messages
   * @param redraws whether a carriage return lets a line be written again
   * @param clock tells nanoseconds from any start
   */
  Terminal(
      InputStream in, OutputStream out, PrintStream messages, boolean redraws, LongSupplier clock) {
    this.in = in;
    this.out = new StandardOutput(out);
    this.messages = messages;
    this.redraws = redraws;
    this.clock = clock;
  }

  /** The terminal of this process. */
  static Terminal ofProcess() {
    // Java 22 to 24 give a console object even where there is no terminal, unless told otherwise
    if (System.getProperty("jdk.console") == null) {
      System.setProperty("jdk.console", "java.base");
    }
    Console console = System.console();
    boolean redraws = console != null && !"dumb".equals(System.getenv("TERM"));
    return new Terminal(
        System.in,
        new FileOutputStream(FileDescriptor.out),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset(console)),
        redraws,
        System::nanoTime);
  }

  /** Windows shows other characters in its console than in files. */
  private static Charset charset(Console console) {
    return console != null && File.separatorChar == '\\'
        ? console.charset()
        : StandardCharsets.UTF_8;
  }

  InputStream in() {
    return in;
  }

  /** Takes results; closing it only flushes it. */
  OutputStream out() {
    return out;
  }

  PrintStream messages() {
    return messages;
  }

  boolean redraws() {
    return redraws;
  }

  /** The number of columns. */
  int width() {
    return WIDTH;
  }

  /** Nanoseconds from any start. */
  long nanos() {
    return clock.getAsLong();
  }

  /** Writes a line to the messages. */
  void say(String line) {
    messages.println(line);
  }
}

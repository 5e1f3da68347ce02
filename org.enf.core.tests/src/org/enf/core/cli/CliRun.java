package org.enf.core.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.enf.core.file.CacheFolder;

/**
 * One run of the command line inside this process.
 *
 * @param code the exit code
 * @param out what went to the standard output
 * @param err what went to the standard error
 */
record CliRun(int code, String out, String err) {
  /** The lines of the standard error. */
  List<String> errLines() {
    return err.lines().toList();
  }

  /** How to run it. */
  static final class Runner {
    private final Path cache;
    private byte[] input = {};
    private Interruption interruption = new Interruption();

    /** A runner with nothing on the standard input whom nobody interrupts. */
    Runner(Path cache) {
      this.cache = cache;
    }

    Runner withInput(byte[] bytes) {
      input = bytes.clone();
      return this;
    }

    /** Somebody wants to stop after so many questions whether to stop. */
    Runner stoppedAfter(int questions) {
      interruption =
          new Interruption() {
            private int asked;

            @Override
            public boolean requested() {
              return ++asked > questions;
            }
          };
      return this;
    }

    /** The program crashes after so many questions whether to stop. */
    Runner crashingAfter(int questions) {
      interruption =
          new Interruption() {
            private int asked;

            @Override
            public boolean requested() {
              if (++asked > questions) {
                throw new IllegalStateException("crash");
              }
              return false;
            }
          };
      return this;
    }

    CliRun run(String... args) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      CliRun run = run(out, args);
      return new CliRun(run.code, out.toString(StandardCharsets.UTF_8), run.err);
    }

    /** Runs with this standard output. */
    CliRun run(OutputStream out, String... args) {
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      Terminal terminal =
          new Terminal(
              new ByteArrayInputStream(input),
              out,
              new PrintStream(err, true, StandardCharsets.UTF_8),
              false,
              System::nanoTime);
      Session session = new Session(terminal, interruption, CacheFolder.in(cache));
      int code = new Enf(session).run(args);
      return new CliRun(code, "", err.toString(StandardCharsets.UTF_8));
    }
  }
}

package org.enf.knime.selfcheck;

import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** A list of checks of the installation, done one after the other. */
final class SelfCheck {
  private final Map<String, Check> checks = new LinkedHashMap<>();

  /** Looks at one thing. */
  interface Check {
    /**
     * Says what it found.
     *
     * @throws IOException if something that belongs to the installation cannot be read
     * @throws InterruptedException if the thread is interrupted
     */
    String run() throws IOException, InterruptedException;
  }

  /**
   * Adds a check.
   *
   * @param name in one or two words
   * @param check says what it found, or throws what is wrong
   */
  SelfCheck with(String name, Check check) {
    checks.put(name, check);
    return this;
  }

  /**
   * Does all checks, even if one fails.
   *
   * @param out a line for each
   * @return whether all is well
   */
  boolean run(PrintStream out) {
    boolean well = true;
    for (Map.Entry<String, Check> check : checks.entrySet()) {
      well &= run(check.getKey(), check.getValue(), out);
    }
    return well;
  }

  private static boolean run(String name, Check check, PrintStream out) {
    try {
      out.println("ok      " + name + ": " + check.run());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      out.println("FAILED  " + name + ": it was interrupted");
    } catch (IOException | RuntimeException | LinkageError e) {
      out.println("FAILED  " + name + ": " + e);
      for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
        out.println("        caused by " + cause);
      }
    }
    return false;
  }
}

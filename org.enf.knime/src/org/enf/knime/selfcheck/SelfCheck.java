package org.enf.knime.selfcheck;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/** A list of checks of the installation, done one after the other. */
final class SelfCheck {
  private final Map<String, Callable<String>> checks = new LinkedHashMap<>();

  /**
   * Adds a check.
   *
   * @param name in one or two words
   * @param check says what it found, or throws what is wrong
   */
  SelfCheck with(String name, Callable<String> check) {
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
    for (Map.Entry<String, Callable<String>> check : checks.entrySet()) {
      well &= run(check.getKey(), check.getValue(), out);
    }
    return well;
  }

  private static boolean run(String name, Callable<String> check, PrintStream out) {
    try {
      out.println("ok      " + name + ": " + check.call());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      out.println("FAILED  " + name + ": it was interrupted");
    } catch (Exception | LinkageError e) {
      out.println("FAILED  " + name + ": " + e);
      e.printStackTrace(out);
    }
    return false;
  }
}

package org.enf.core.reference;

import java.nio.file.Path;
import org.junit.AssumptionViolatedException;

/** Skips files whose feature is still to come. */
record AbsentHandler(String prefix, String reason) implements VectorHandler {
  @Override
  public void check(VectorNode file, Path folder) {
    throw new AssumptionViolatedException(file.where() + " is skipped: " + reason);
  }
}

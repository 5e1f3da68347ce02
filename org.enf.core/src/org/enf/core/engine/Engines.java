package org.enf.core.engine;

import java.util.List;
import org.enf.core.egnn.Engine;
import org.enf.core.egnn.nd4j.Nd4jEngine;
import org.enf.core.vector.Precision;

/** The engines of this release. */
public final class Engines {
  /** Takes the fastest engine that works here. */
  public static final String AUTO = "auto";

  private Engines() {}

  /** The names that {@link #open} knows. */
  public static List<String> names() {
    return List.of(AUTO, Nd4jEngine.NAME);
  }

  /**
   * Opens an engine; the caller closes it.
   *
   * @throws IllegalArgumentException if there is none of this name; the message lists the names
   * @throws IllegalStateException if it does not run here; the message says why
   */
  public static Engine open(String name, Precision precision) {
    if (name.equals(AUTO) || name.equals(Nd4jEngine.NAME)) {
      return new Nd4jEngine(precision);
    }
    throw new IllegalArgumentException(
        "there is no engine '" + name + "'; choose one of " + String.join(", ", names()));
  }
}

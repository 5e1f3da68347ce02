package org.enf.core.testing;

import java.util.function.Supplier;
import org.enf.core.egnn.Engine;
import org.enf.core.egnn.nd4j.Nd4jEngine;
import org.enf.core.vector.Precision;

/** The engines on which what is built on top of them is tried. */
public enum TestedEngine {
  /** Plain loops of the tests. */
  PLAIN(PlainEngine::new, false),
  /** ND4J in double precision. */
  ND4J_DOUBLE(() -> new Nd4jEngine(Precision.DOUBLE), false),
  /** ND4J in single precision. */
  ND4J_FLOAT(() -> new Nd4jEngine(Precision.FLOAT), true);

  private static final double SINGLE_TOLERANCE = 1e-4;

  private final Supplier<Engine> engines;
  private final boolean single;

  TestedEngine(Supplier<Engine> engines, boolean single) {
    this.engines = engines;
    this.single = single;
  }

  /** A new engine. */
  public Engine open() {
    return engines.get();
  }

  /** The tolerance for results relative to their size, given that in double precision. */
  public double tolerance(double inDouble) {
    return single ? SINGLE_TOLERANCE : inDouble;
  }
}

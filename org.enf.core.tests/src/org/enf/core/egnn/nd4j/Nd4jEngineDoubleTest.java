package org.enf.core.egnn.nd4j;

import org.enf.core.egnn.Engine;
import org.enf.core.egnn.EngineContract;
import org.enf.core.vector.Precision;

/** The engine of ND4J operations in double precision. */
public class Nd4jEngineDoubleTest extends EngineContract {
  @Override
  protected Engine newEngine() {
    return new Nd4jEngine(Precision.DOUBLE);
  }
}

package org.enf.core.egnn.nd4j;

import org.enf.core.egnn.Engine;
import org.enf.core.egnn.EngineContract;
import org.enf.core.vector.Precision;

/** The engine of ND4J operations in single precision. */
public class Nd4jEngineFloatTest extends EngineContract {
  @Override
  protected Engine newEngine() {
    return new Nd4jEngine(Precision.FLOAT);
  }
}

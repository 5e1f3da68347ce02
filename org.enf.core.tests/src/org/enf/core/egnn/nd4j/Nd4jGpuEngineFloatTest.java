package org.enf.core.egnn.nd4j;

import org.enf.core.vector.Precision;

/** The engine of ND4J operations on a GPU in single precision. */
public class Nd4jGpuEngineFloatTest extends Nd4jGpuEngineContract {
  /** In this precision. */
  public Nd4jGpuEngineFloatTest() {
    super(Precision.FLOAT);
  }
}

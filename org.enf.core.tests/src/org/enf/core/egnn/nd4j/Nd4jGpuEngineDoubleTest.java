package org.enf.core.egnn.nd4j;

import org.enf.core.vector.Precision;

/** The engine of ND4J operations on a GPU in double precision. */
public class Nd4jGpuEngineDoubleTest extends Nd4jGpuEngineContract {
  /** In this precision. */
  public Nd4jGpuEngineDoubleTest() {
    super(Precision.DOUBLE);
  }
}

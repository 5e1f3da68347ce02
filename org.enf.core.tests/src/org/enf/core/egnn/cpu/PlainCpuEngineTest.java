package org.enf.core.egnn.cpu;

import org.enf.core.egnn.Engine;
import org.enf.core.egnn.EngineContract;

/** The engine of fused kernels where the JVM has no Vector API. */
public final class PlainCpuEngineTest extends EngineContract {
  @Override
  protected Engine newEngine() {
    return new CpuEngine(1, Kernels.Kind.PLAIN);
  }
}

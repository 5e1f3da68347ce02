package org.enf.core.egnn.cpu;

import org.enf.core.egnn.Engine;
import org.enf.core.egnn.EngineContract;

/** The engine of fused kernels on two threads, with the fastest kernels that this JVM has. */
public final class CpuEngineTest extends EngineContract {
  @Override
  protected Engine newEngine() {
    return new CpuEngine(2);
  }
}

package org.enf.core.egnn.cpu;

import static org.junit.Assert.assertEquals;
import static org.junit.Assume.assumeTrue;

import org.enf.core.egnn.Engine;
import org.enf.core.egnn.EngineContract;
import org.junit.Test;

/** The engine of fused kernels on two threads, with the fastest kernels that this JVM has. */
public final class CpuEngineTest extends EngineContract {
  @Override
  protected Engine newEngine() {
    return new CpuEngine(2);
  }

  @Test
  public void theVectorApiIsUsedWhereTheJvmHasIt() {
    assumeTrue(
        "the JVM was started without jdk.incubator.vector",
        ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent());
    assertEquals(Kernels.Kind.VECTOR, Kernels.Kind.best());
  }
}

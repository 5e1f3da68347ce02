package org.enf.core.egnn.nd4j;

import static org.junit.Assume.assumeNoException;
import static org.junit.Assume.assumeTrue;

import org.enf.core.egnn.Engine;
import org.enf.core.egnn.EngineContract;
import org.enf.core.engine.GpuPreflight;
import org.enf.core.gpu.GpuVerdict;
import org.enf.core.gpu.GpuVerdict.Unusable;
import org.enf.core.gpu.GpuVerdict.Usable;
import org.enf.core.vector.Precision;

/**
 * The contract on a GPU, where one can be used and ND4J does not compute on the processor already:
 * {@code ./mvnw verify -Dcuda -Dtest='Nd4jGpuEngine*Test'}. Skipped with the reason elsewhere.
 */
abstract class Nd4jGpuEngineContract extends EngineContract {
  private final Precision precision;

  Nd4jGpuEngineContract(Precision precision) {
    this.precision = precision;
  }

  @Override
  protected Engine newEngine() {
    GpuVerdict verdict = GpuPreflight.ofMachine().verdict();
    assumeTrue(
        verdict instanceof Unusable unusable ? unusable.refusal().reason() : "usable",
        verdict instanceof Usable);
    try {
      return Nd4jEngine.onGpu(precision, ((Usable) verdict).gpu().index());
    } catch (IllegalStateException e) {
      if (e.getMessage().contains("a process has one ND4J")) {
        assumeNoException(e);
      }
      throw e;
    }
  }
}

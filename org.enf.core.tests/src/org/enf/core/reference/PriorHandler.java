package org.enf.core.reference;

import java.nio.file.Path;
import org.enf.core.egnn.BatchShape;
import org.enf.core.flow.FlowPrior;
import org.enf.core.testing.Closeness;

/** The density of positions with zero mean. */
final class PriorHandler implements VectorHandler {
  @Override
  public String prefix() {
    return "prior";
  }

  @Override
  public void check(VectorNode file, Path folder) {
    BatchShape shape = file.batch("x");
    VectorNode expected = file.get("log_p_cog_zero");
    FlowPrior prior = new FlowPrior(file.get("x").dimension(-1), 0);
    Closeness.assertClose(
        expected.where(),
        expected.array(),
        prior.logDensity(shape, file.get("x").rows(shape)),
        1e-10);
  }
}

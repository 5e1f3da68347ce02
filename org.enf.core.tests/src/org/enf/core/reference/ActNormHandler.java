package org.enf.core.reference;

import java.nio.file.Path;
import org.enf.core.egnn.BatchShape;
import org.enf.core.flow.ActNorm;
import org.enf.core.flow.ActNorm.PositionFreedom;
import org.enf.core.testing.Closeness;

/** The ActNorm with its data-dependent start. */
final class ActNormHandler implements VectorHandler {
  private static final double TOLERANCE = 1e-9;

  @Override
  public String prefix() {
    return "actnorm";
  }

  /** The parameters of such a file in our order. */
  static double[] parameters(VectorNode file) {
    double[] scale = file.get("x_log_s").array();
    double[] shifts = file.get("h_t").array();
    double[] scales = file.get("h_log_s").array();
    double[] all = new double[1 + shifts.length + scales.length];
    all[0] = scale[0];
    System.arraycopy(shifts, 0, all, 1, shifts.length);
    System.arraycopy(scales, 0, all, 1 + shifts.length, scales.length);
    return all;
  }

  @Override
  public void check(VectorNode file, Path folder) {
    BatchShape shape = file.batch("xh");
    double[] rows = file.get("xh").rows(shape);
    double[] parameters = parameters(file);
    ActNorm actNorm = new ActNorm(3, file.get("xh").dimension(-1) - 3, PositionFreedom.AMBIENT);
    Closeness.assertClose(
        file.where() + ": start", parameters, actNorm.initialise(shape, rows), TOLERANCE);
    double[] found = rows.clone();
    double[] logDeterminants = actNorm.forward(parameters, shape, found);
    Closeness.assertClose(file.where() + ": y", file.get("y").rows(shape), found, TOLERANCE);
    Closeness.assertClose(
        file.where() + ": ldj", file.get("ldj").array(), logDeterminants, TOLERANCE);
    actNorm.inverse(parameters, shape, found);
    Closeness.assertClose(file.where() + ": back again", rows, found, TOLERANCE);
  }
}

package org.enf.core.flow.matching;

import org.enf.core.egnn.BatchShape;

/**
 * Steps towards the data along the paths of flow matching that renew a part of the noise, of second
 * order from the second on.
 *
 * <p>Where the rows y_s are a(s)·D + b(s)·Z and the velocity is a'(s)·D + b'(s)·Z, the two together
 * tell what the velocity takes for data and for noise, D and Z. A step of first order ends at y_t =
 * a(t)·D + b(t)·(k·Z + √(1 − k²)·ε) with fresh noise ε, of which k = r^c keeps the share that the
 * churn c says; r = a(s)·b(t) / (a(t)·b(s)) is the ratio of the two signal-to-noise ratios. The
 * second order adds (a(t) − k·b(t)/b(s)·a(s)) · h/(2·h')·(D − D'), where D' is the estimate of the
 * step before, and h and h' are the lengths of the two steps in log a/b.
 *
 * <p>For short steps all c lead through the same distributions; the more of the noise is renewed,
 * the more of the errors made before is forgotten. Churn 0 is the flow; 1 is the reverse of the
 * process that turns data into noise (SDE-DPM-Solver++(2M) of Lu et al., "DPM-Solver++", 2022);
 * above 1 there is more noise than in that (τ² of Xue et al., "SA-Solver", 2023).
 *
 * <p>Belongs to one way of one batch.
 */
public final class RenewingSteps {
  private final BatchShape shape;
  private final ConditionalPath path;
  private final double churn;
  private double[] estimates;
  private double before;

  /**
   * A way that is about to begin.
   *
   * @param churn how much noise is renewed, at least 0
   */
  public RenewingSteps(BatchShape shape, ConditionalPath path, double churn) {
    this.shape = shape;
    this.path = path;
    this.churn = churn;
  }

  /**
   * Takes the next step.
   *
   * @param rows [atoms × columns] at time {@code from}, overwritten by those at {@code to}
   * @param velocity [atoms × columns] there
   * @param from above {@code to}, at most 1
   * @param to at least 0
   * @param noise [atoms × columns], standard normal as latent variables are
   */
  public void take(double[] rows, double[] velocity, double from, double to, double[] noise) {
    int width = path.columns().size();
    shape.requireElements(rows.length, width);
    shape.requireElements(velocity.length, width);
    shape.requireElements(noise.length, width);
    boolean first = estimates == null;
    if (first) {
      estimates = new double[rows.length];
    }
    for (int k = 0; k < width; k++) {
      ProbabilityPath column = path.columns().get(k);
      double ahead = first ? 0 : extrapolation(column, before, from, to);
      take(Column.of(column, from, to, churn, ahead), k, rows, velocity, noise);
    }
    before = from;
  }

  private void take(Column column, int k, double[] rows, double[] velocity, double[] noise) {
    int width = path.columns().size();
    for (int i = k; i < rows.length; i += width) {
      double estimate = column.rowInData * rows[i] + column.velocityInData * velocity[i];
      double old = column.rowInNoise * rows[i] + column.velocityInNoise * velocity[i];
      rows[i] =
          column.data * estimate
              + column.correction * (estimate - estimates[i])
              + column.kept * old
              + column.fresh * noise[i];
      estimates[i] = estimate;
    }
  }

  /**
   * What a step does in a column.
   *
   * @param rowInData D = rowInData·y + velocityInData·dy/dt
   * @param velocityInData see there
   * @param rowInNoise Z = rowInNoise·y + velocityInNoise·dy/dt
   * @param velocityInNoise see there
   * @param data the end is data·D + correction·(D − D') + kept·Z + fresh·ε
   * @param correction see there
   * @param kept see there
   * @param fresh see there
   */
  private record Column(
      double rowInData,
      double velocityInData,
      double rowInNoise,
      double velocityInNoise,
      double data,
      double correction,
      double kept,
      double fresh) {
    static Column of(ProbabilityPath path, double from, double to, double churn, double ahead) {
      double a = path.dataShare(from);
      double b = path.noiseShare(from);
      double determinant = a * path.noiseRate(from) - b * path.dataRate(from);
      double data = path.dataShare(to);
      double noise = path.noiseShare(to);
      double share = Math.pow(a * noise / (data * b), churn);
      return new Column(
          path.noiseRate(from) / determinant,
          -b / determinant,
          -path.dataRate(from) / determinant,
          a / determinant,
          data,
          ahead * (data - share * noise / b * a),
          share * noise,
          noise * Math.sqrt(Math.max(0, 1 - share * share)));
    }
  }

  /** h/(2·h'), or 0 where one of the two has no end. */
  private static double extrapolation(
      ProbabilityPath column, double before, double from, double to) {
    double middle = logSignalToNoise(column, from);
    double length = logSignalToNoise(column, to) - middle;
    double lengthBefore = middle - logSignalToNoise(column, before);
    return Double.isInfinite(length) ? 0 : length / (2 * lengthBefore);
  }

  private static double logSignalToNoise(ProbabilityPath column, double t) {
    return Math.log(column.dataShare(t) / column.noiseShare(t));
  }
}

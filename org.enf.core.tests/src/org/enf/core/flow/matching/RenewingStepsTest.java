package org.enf.core.flow.matching;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.enf.core.egnn.BatchShape;
import org.enf.core.ode.TimeGrid;
import org.junit.Test;

/** Steps that renew a part of the noise. */
public class RenewingStepsTest {
  private static final List<ProbabilityPath> PATHS =
      List.of(LinearPath.EXACT, new LinearPath(0.15), new TrigonometricPath());
  private static final BatchShape SHAPE = new BatchShape(2, 1);
  private static final int ROWS = 9;
  private static final double DEVIATION = 0.7;
  private static final double FROM = 0.65;
  private static final double TO = 0.3;

  private final double[] data = new Random(1).doubles(ROWS, -2, 2).toArray();
  private final double[] noise = new Random(2).doubles(ROWS, -2, 2).toArray();
  private final double[] fresh = new Random(3).doubles(ROWS, -2, 2).toArray();

  private static ProbabilityPath path(int element) {
    return PATHS.get(element % PATHS.size());
  }

  /** Where a pair of data and noise comes by one step. */
  private static double[] end(
      double[] data, double[] noise, double churn, double from, double to, double[] fresh) {
    double[] rows = new double[ROWS];
    double[] velocity = new double[ROWS];
    double[] times = {from, from};
    ConditionalPath paths = new ConditionalPath(PATHS);
    paths.at(SHAPE, times, data, noise, rows, velocity);
    new RenewingSteps(SHAPE, paths, churn).take(rows, velocity, from, to, fresh);
    return rows;
  }

  @Test
  public void withoutChurnPairsStayOnTheirPath() {
    double[] expected = new double[ROWS];
    Arrays.setAll(
        expected, i -> path(i).dataShare(TO) * data[i] + path(i).noiseShare(TO) * noise[i]);
    assertArrayEquals(expected, end(data, noise, 0, FROM, TO, fresh), 1e-12);
  }

  @Test
  public void dataKeepTheirShareOfThePathWhateverTheChurn() {
    double[] expected = new double[ROWS];
    Arrays.setAll(expected, i -> path(i).dataShare(TO) * data[i]);
    double[] nothing = new double[ROWS];
    assertArrayEquals(expected, end(data, nothing, 5, FROM, TO, nothing), 1e-12);
  }

  @Test
  public void oldAndFreshNoiseTogetherHaveTheDeviationOfThePath() {
    double[] nothing = new double[ROWS];
    double[] ones = nothing.clone();
    Arrays.fill(ones, 1);
    double[] kept = end(nothing, ones, 2, FROM, TO, nothing);
    double[] renewed = end(nothing, nothing, 2, FROM, TO, ones);
    for (int i = 0; i < ROWS; i++) {
      assertEquals(path(i).noiseShare(TO), Math.hypot(kept[i], renewed[i]), 1e-12);
    }
  }

  @Test
  public void theShareThatIsKeptIsAPowerOfTheRatioOfSignalToNoise() {
    double[] nothing = new double[ROWS];
    double[] kept = end(nothing, noise, 3, FROM, TO, nothing);
    for (int i = 0; i < ROWS; i++) {
      ProbabilityPath path = path(i);
      double before = path.dataShare(FROM) / path.noiseShare(FROM);
      double after = path.dataShare(TO) / path.noiseShare(TO);
      assertEquals(Math.pow(before / after, 3) * path.noiseShare(TO) * noise[i], kept[i], 1e-12);
    }
  }

  @Test
  public void noiseWithoutAnyDataIsRenewedWholly() {
    assertArrayEquals(end(data, fresh, 0, 1, TO, noise), end(data, noise, 1, 1, TO, fresh), 1e-12);
  }

  @Test
  public void withoutChurnHalfTheLengthQuartersTheError() {
    for (ProbabilityPath path : PATHS) {
      double expected = Math.hypot(DEVIATION, path.noiseShare(0));
      double coarse = new NormalData(path, 0, 2000).gain(0) - expected;
      double fine = new NormalData(path, 0, 4000).gain(0) - expected;
      assertEquals(path.words(), 4, coarse / fine, 0.8);
    }
  }

  @Test
  public void shortStepsLeadToTheDistributionOfTheDataWhateverTheChurn() {
    for (ProbabilityPath path : PATHS) {
      double expected = Math.hypot(DEVIATION, path.noiseShare(0));
      for (double churn : new double[] {0.5, 1, 16}) {
        double deviation = new NormalData(path, churn, 300).deviation();
        assertEquals(path.words() + ", churn " + churn, expected, deviation, 0.005);
      }
    }
  }

  /**
   * Ways to normal data, whose best velocity is known and linear: what the end holds of each noise
   * on the way tells the deviation there.
   */
  private record NormalData(ProbabilityPath path, double churn, int steps) {
    private static final BatchShape ONE = new BatchShape(1);
    private static final TimeGrid GRID = new TimeGrid(2);

    /** What the end holds of the noise before step {@code source}, 0 for the latent variable. */
    double gain(int source) {
      RenewingSteps way = new RenewingSteps(ONE, new ConditionalPath(List.of(path)), churn);
      double[] row = {source == 0 ? 1 : 0};
      for (int k = 0; k < steps; k++) {
        double from = GRID.at(k, steps, 1, 0);
        double[] noise = {source == k + 1 ? 1 : 0};
        way.take(
            row, new double[] {velocity(row[0], from)}, from, GRID.at(k + 1, steps, 1, 0), noise);
      }
      return row[0];
    }

    double deviation() {
      double variance = 0;
      for (int source = 0; source <= steps; source++) {
        variance += Math.pow(gain(source), 2);
      }
      return Math.sqrt(variance);
    }

    private double velocity(double y, double t) {
      double a = path.dataShare(t);
      double b = path.noiseShare(t);
      double whole = a * a * DEVIATION * DEVIATION + b * b;
      double data = a * DEVIATION * DEVIATION / whole * y;
      return path.dataRate(t) * data + path.noiseRate(t) * b / whole * y;
    }
  }
}

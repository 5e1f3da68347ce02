package org.enf.core.experiment;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import org.enf.core.training.TrainingListener;
import org.junit.Test;

/** Training curves that are put down and taken up. */
public class CurveRecorderTest {
  private static final double[] SINCE = {3.5, 12, 2};
  private static final double[] CURVE = {5, 50, 8.5, 8.25, 60, 1.5, 10, 100, 8, 8.75, 61, 3};

  private static CurveRecorder recorder() {
    return new CurveRecorder(new RunKey(Method.ENF, 100, 1), TrainingListener.NONE);
  }

  @Test
  public void whatIsTakenUpIsWhatWasPutDown() {
    CurveRecorder recorder = recorder();
    recorder.restore(CURVE, SINCE);
    assertEquals(2, recorder.points().size());
    assertEquals(5, recorder.bestEpoch());
    assertArrayEquals(CURVE, recorder.numbers(), 0);
    assertArrayEquals(SINCE, recorder.since(), 0);
  }

  @Test
  public void validationsWithoutAnNllAreKept() {
    CurveRecorder recorder = recorder();
    double[] curve = CURVE.clone();
    curve[3] = Double.NaN;
    recorder.restore(curve, SINCE);
    assertEquals(10, recorder.bestEpoch());
    assertArrayEquals(curve, recorder.numbers(), 0);
  }

  @Test
  public void numbersThatAreNoCurveAreRefused() {
    refused(new double[5], SINCE);
    refused(CURVE, new double[2]);
    for (double count : new double[] {-1, 0.5, Double.NaN, Double.POSITIVE_INFINITY, 1e300}) {
      for (int k : new int[] {0, 1}) {
        double[] curve = CURVE.clone();
        curve[k] = count;
        refused(curve, SINCE);
      }
      refused(CURVE, new double[] {0, count, 0});
      refused(CURVE, new double[] {0, 0, count});
    }
    double[] backwards = CURVE.clone();
    backwards[7] = 50;
    refused(backwards, SINCE);
  }

  private static void refused(double[] curve, double[] since) {
    assertThrows(IllegalArgumentException.class, () -> recorder().restore(curve, since));
  }
}

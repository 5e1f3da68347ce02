package org.enf.core.experiment;

import java.util.List;

/** Results of runs that nobody did, for tests. */
final class Results {
  private Results() {}

  static RunResult of(Method method, int samples, int run, double nll) {
    return new RunResult(
        new RunKey(method, samples, run),
        "3 layers; a \"quoted, text\"",
        run,
        300,
        250,
        nll + 0.1,
        new RunResult.Test(nll, 0.02, 1_000, 3, 26.5),
        new RunResult.Drawn(0.0123, Double.NaN, Double.NaN),
        12.5,
        "all epochs are done");
  }

  static List<CurvePoint> curve(Method method, int samples, int run) {
    RunKey key = new RunKey(method, samples, run);
    return List.of(
        new CurvePoint(key, 1, 10, 50.5, 40.25, 20, 1),
        new CurvePoint(key, 2, 20, 9.5, Double.NaN, 26, 2),
        new CurvePoint(key, 3, 30, 8.5, 8.25, 26, 3));
  }
}

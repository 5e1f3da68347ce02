package org.enf.core.experiment;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.enf.core.plot.Curve;
import org.enf.core.plot.Plot;
import org.enf.core.scoring.DistanceHistogram;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The plots of an experiment. */
public class ExperimentPlotsTest {
  private static final ExperimentPlots PLOTS = new ExperimentPlots(Experiment.DW4);

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  private static List<String> names(Plot plot) {
    return plot.curves().stream().map(Curve::name).toList();
  }

  @Test
  public void eachNumberOfSamplesHasItsPlotOfTraining() throws IOException {
    ExperimentRecord record = ExperimentRecord.open(Experiment.DW4, temporary.getRoot().toPath());
    for (int samples : new int[] {100, 1_000}) {
      for (int run = 1; run <= 2; run++) {
        record.add(
            Results.of(Method.ENF, samples, run, 8), Results.curve(Method.ENF, samples, run));
      }
    }
    List<Path> files = PLOTS.write(record);
    assertEquals(
        List.of("training-100.png", "training-1000.png", "nll.png"),
        files.stream().map(file -> file.getFileName().toString()).toList());
    for (Path file : files) {
      assertTrue(Files.size(file) > 10_000);
    }
  }

  @Test
  public void steepBeginningOfTrainingLeavesTheFrame() {
    Plot plot = PLOTS.training(Results.curve(Method.ENF, 100, 1), 100).orElseThrow();
    assertEquals(List.of("entropy of the data", "E-NF, training", "E-NF, validation"), names(plot));
    assertTrue(plot.y().to() < 20);
    assertTrue(plot.y().from() < 7.16);
  }

  @Test
  public void nllStandsBesideThePaper() {
    Plot plot =
        PLOTS
            .nllBySamples(
                List.of(
                    Results.of(Method.ENF, 100, 1, 8),
                    Results.of(Method.ENF, 100, 2, 9),
                    Results.of(Method.ENF, 1_000, 1, 7.5)))
            .orElseThrow();
    assertEquals(List.of("entropy of the data", "E-NF", "E-NF, paper"), names(plot));
    assertEquals(8.5, plot.curves().get(1).y()[0], 0);
    assertEquals(8.15, plot.curves().get(2).y()[1], 0);
  }

  @Test
  public void thereIsNoPlotOfNothing() {
    assertEquals(Optional.empty(), PLOTS.nllBySamples(List.of()));
    assertEquals(
        Optional.empty(), PLOTS.nllBySamples(List.of(Results.of(Method.ENF, 100, 1, Double.NaN))));
    assertEquals(Optional.empty(), PLOTS.training(List.of(), 100));
  }

  @Test
  public void distancesAreDensities() {
    DistanceHistogram.Counter counter = new DistanceHistogram.Counter();
    for (double d : new double[] {0.05, 2, 2, 5}) {
      counter.add(d);
    }
    Plot plot = PLOTS.distances(Method.ENF, counter.histogram(), counter.histogram());
    assertTrue(plot.title(), plot.title().contains("0.0000 nats"));
    for (Curve curve : plot.curves()) {
      double area = 0;
      for (int k = 0; k < curve.x().length; k += 2) {
        area += curve.y()[k] * (curve.x()[k + 1] - curve.x()[k]);
        assertEquals(curve.y()[k], curve.y()[k + 1], 0);
      }
      assertEquals(1, area, 1e-12);
    }
  }
}

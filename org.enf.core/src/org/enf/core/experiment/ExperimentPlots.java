package org.enf.core.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.enf.core.plot.Axis;
import org.enf.core.plot.Curve;
import org.enf.core.plot.Plot;
import org.enf.core.scoring.DistanceHistogram;

/** The plots of an experiment: training, NLL by number of samples, distances. */
public final class ExperimentPlots {
  private static final String NLL = "negative log-likelihood / nats";

  /** The share of a curve, from its beginning, that may lie above the frame. */
  private static final double STEEP_SHARE = 0.1;

  private static final double HEADROOM = 0.05;

  /** How far the plot of a single number of samples reaches on both sides, as a factor. */
  private static final double ALONE = 2;

  private final Experiment experiment;

  /** The plots of this experiment. */
  public ExperimentPlots(Experiment experiment) {
    this.experiment = experiment;
  }

  /**
   * Writes {@code training-SAMPLES.png} for each number of samples and {@code nll.png}, as far as
   * there are points.
   *
   * @return the files written
   * @throws IOException if a file cannot be written
   */
  public List<Path> write(ExperimentRecord record) throws IOException {
    List<Path> files = new ArrayList<>();
    for (int samples : sizes(record.results())) {
      Optional<Plot> plot = training(record.curves(), samples);
      if (plot.isPresent()) {
        files.add(record.folder().resolve("training-" + samples + ".png"));
        plot.get().write(files.get(files.size() - 1));
      }
    }
    Optional<Plot> plot = nllBySamples(record.results());
    if (plot.isPresent()) {
      files.add(record.folder().resolve("nll.png"));
      plot.get().write(files.get(files.size() - 1));
    }
    return files;
  }

  private static int[] sizes(List<RunResult> results) {
    return results.stream()
        .mapToInt(result -> result.key().samples())
        .sorted()
        .distinct()
        .toArray();
  }

  /** NLL of training and validation by epoch, of the first run of each method. */
  Optional<Plot> training(List<CurvePoint> points, int samples) {
    List<Curve> curves = new ArrayList<>();
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    int lastEpoch = 0;
    for (Method method : Method.values()) {
      List<CurvePoint> run =
          points.stream().filter(p -> p.key().equals(new RunKey(method, samples, 1))).toList();
      if (run.isEmpty()) {
        continue;
      }
      curves.add(curve(method, ", training", run, CurvePoint::trainingNll, Curve.Style.SOLID));
      curves.add(curve(method, ", validation", run, CurvePoint::validationNll, Curve.Style.DASHED));
      int steep = (int) Math.min(run.size() - 1, Math.ceil(STEEP_SHARE * run.size()));
      for (int k = 0; k < run.size(); k++) {
        lastEpoch = Math.max(lastEpoch, run.get(k).epoch());
        double low = Math.min(run.get(k).trainingNll(), run.get(k).validationNll());
        double high = Math.max(run.get(k).trainingNll(), run.get(k).validationNll());
        if (k >= steep && Double.isFinite(low + high)) {
          lowest = Math.min(lowest, low);
          highest = Math.max(highest, high);
        }
      }
    }
    if (!(lowest <= highest)) {
      return Optional.empty();
    }
    double floor = experiment.floor().map(Floor::middle).orElse(Double.NaN);
    if (Double.isFinite(floor)) {
      curves.add(0, Curve.level("entropy of the data", 0, lastEpoch, floor));
      lowest = Math.min(lowest, floor);
    }
    double room = Math.max(HEADROOM * (highest - lowest), 0.1);
    return Optional.of(
        new Plot(
            experiment.label() + ", " + count(samples) + " training samples",
            Axis.linear("epoch").between(0, lastEpoch),
            Axis.linear(NLL).between(lowest - room, highest + room),
            curves));
  }

  private static Curve curve(
      Method method,
      String suffix,
      List<CurvePoint> points,
      ToDoubleFunction<CurvePoint> value,
      Curve.Style style) {
    return new Curve(
        method.label() + suffix,
        points.stream().mapToDouble(CurvePoint::epoch).toArray(),
        points.stream().mapToDouble(value).toArray(),
        style,
        method.ordinal());
  }

  /** The mean NLL of the test set by number of training samples, and the paper's. */
  Optional<Plot> nllBySamples(List<RunResult> results) {
    int[] sizes = sizes(results);
    boolean measured = results.stream().anyMatch(r -> Double.isFinite(r.test().nll()));
    if (!measured || sizes.length == 0) {
      return Optional.empty();
    }
    List<Curve> curves = new ArrayList<>();
    double from = sizes.length == 1 ? sizes[0] / ALONE : sizes[0];
    double to = sizes.length == 1 ? sizes[0] * ALONE : sizes[sizes.length - 1];
    experiment
        .floor()
        .ifPresent(
            floor -> curves.add(Curve.level("entropy of the data", from, to, floor.middle())));
    double[] x = Arrays.stream(sizes).asDoubleStream().toArray();
    for (Method method : Method.values()) {
      double[] ours = Arrays.stream(sizes).mapToDouble(n -> mean(results, method, n)).toArray();
      if (Arrays.stream(ours).anyMatch(Double::isFinite)) {
        curves.add(new Curve(method.label(), x, ours, Curve.Style.MARKED, method.ordinal()));
        curves.add(paper(method, sizes, from, to));
      }
    }
    return Optional.of(
        new Plot(
            experiment.label() + ": test set",
            Axis.logarithmic("training samples"),
            Axis.linear(NLL),
            curves));
  }

  /** The paper's figures; the one of a single size is a line across the plot. */
  private Curve paper(Method method, int[] sizes, double from, double to) {
    double[] x = Arrays.stream(sizes).asDoubleStream().toArray();
    double[] y = Arrays.stream(sizes).mapToDouble(n -> experiment.paper(method, n).nll()).toArray();
    return new Curve(
        method.label() + ", paper",
        sizes.length == 1 ? new double[] {from, to} : x,
        sizes.length == 1 ? new double[] {y[0], y[0]} : y,
        Curve.Style.DASHED,
        method.ordinal());
  }

  private static double mean(List<RunResult> results, Method method, int samples) {
    return results.stream()
        .filter(r -> r.key().method() == method && r.key().samples() == samples)
        .mapToDouble(r -> r.test().nll())
        .average()
        .orElse(Double.NaN);
  }

  /** The distances that a model draws, before those of the data. */
  public Plot distances(Method method, DistanceHistogram drawn, DistanceHistogram data) {
    double width = DistanceHistogram.RANGE / DistanceHistogram.BINS;
    double[] x =
        IntStream.range(0, 2 * DistanceHistogram.BINS)
            .mapToDouble(k -> width * (k / 2 + k % 2))
            .toArray();
    String unit = experiment.lengthUnit();
    return new Plot(
        String.format(
            Locale.ROOT,
            "%s, %s: Jensen-Shannon divergence %.4f nats",
            experiment.label(),
            method.label(),
            drawn.jensenShannon(data)),
        Axis.linear(
                unit.isEmpty() ? "distance of two particles" : "distance of two atoms / " + unit)
            .between(0, longest(drawn, data)),
        Axis.linear(unit.isEmpty() ? "density" : "density / " + unit + "⁻¹"),
        List.of(
            new Curve("data", x, density(data), Curve.Style.FILLED, Curve.GREY),
            new Curve(method.label(), x, density(drawn), Curve.Style.SOLID, method.ordinal())));
  }

  /** The end of the last bin that is not empty in both. */
  private static double longest(DistanceHistogram drawn, DistanceHistogram data) {
    long[] first = drawn.counts();
    long[] second = data.counts();
    int bins = DistanceHistogram.BINS;
    while (bins > 1 && first[bins - 1] + second[bins - 1] == 0) {
      bins--;
    }
    return bins * DistanceHistogram.RANGE / DistanceHistogram.BINS;
  }

  /** The height of each bin, twice: at its left and at its right end. */
  private static double[] density(DistanceHistogram histogram) {
    long[] counts = histogram.counts();
    double scale = DistanceHistogram.BINS / DistanceHistogram.RANGE / histogram.total();
    return IntStream.range(0, 2 * counts.length).mapToDouble(k -> counts[k / 2] * scale).toArray();
  }

  private static String count(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}

package org.enf.core.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What was measured, in words and tables.
 *
 * @param machine on which
 * @param engines by which, described
 * @param rounds the most measurements of a figure
 * @param evaluations of networks
 * @param trainings the steps of training
 * @param samplings of a model
 */
public record BenchmarkReport(
    Machine machine,
    List<String> engines,
    int rounds,
    List<EvaluationResult> evaluations,
    List<TrainingResult> trainings,
    List<SamplingResult> samplings) {
  /** The engine that others are compared with. */
  private static final String BASELINE = "nd4j";

  private static final double GIGA = 1e9;
  private static final double MEGABYTE = 1e6;

  /** Lines in Markdown. */
  public List<String> markdown() {
    List<String> lines = new ArrayList<>();
    lines.add("* machine: " + machine.processor() + ", " + machine.cores() + " cores");
    lines.add("* system: " + machine.system());
    lines.add(
        "* Java: "
            + machine.jvm()
            + ", heap of at most "
            + figure(machine.heap() / MEGABYTE)
            + " MB");
    engines.forEach(engine -> lines.add("* engine: " + engine));
    if (!evaluations.isEmpty()) {
      addEvaluations(lines);
    }
    if (!trainings.isEmpty()) {
      addTrainings(lines);
    }
    if (!samplings.isEmpty()) {
      addSamplings(lines);
    }
    return lines;
  }

  private void addEvaluations(List<String> lines) {
    lines.add("");
    lines.add(
        "Evaluations of a network: medians of "
            + rounds
            + (rounds == 1 ? " round" : " rounds")
            + " in ms, all engines in turns.");
    lines.add(
        "The columns from GFLOP/s on are of value + JVP and reverse together; only the products with"
            + " the square matrices of the layers count as operations.");
    lines.add(yardstick());
    lines.add("");
    MarkdownTable table =
        new MarkdownTable(
            3,
            "case",
            "batch and network",
            "engine",
            "threads",
            "value",
            "value + JVP",
            "value + VJP",
            "reverse",
            "GFLOP/s",
            "of peak",
            "times " + BASELINE,
            "times 1 thread");
    for (EvaluationResult r : evaluations) {
      table.row(
          r.what().id(),
          r.what().description(),
          r.engine(),
          "" + r.threads(),
          figure(1e3 * r.seconds(Operation.VALUE)),
          figure(1e3 * r.seconds(Operation.PRODUCT)),
          figure(1e3 * r.seconds(Operation.COTANGENT_PRODUCT)),
          figure(1e3 * r.seconds(Operation.REVERSE)),
          figure(r.rate() / GIGA),
          Double.isNaN(r.share()) ? figure(r.share()) : Math.round(100 * r.share()) + " %",
          figure(speedUp(r, find(r.what(), BASELINE, 1))),
          figure(speedUp(r, find(r.what(), r.engine(), 1))));
    }
    lines.addAll(table.lines());
  }

  private String yardstick() {
    double[] peaks =
        evaluations.stream()
            .mapToDouble(r -> r.peak() / GIGA)
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    return peaks.length == 0
        ? "The peak could not be measured."
        : "The peak is that of the product of two matrices of "
            + SquareProduct.SIZE
            + " × "
            + SquareProduct.SIZE
            + " floats by OpenBLAS on one thread, measured in the same rounds: "
            + figure(peaks[0])
            + " to "
            + figure(peaks[peaks.length - 1])
            + " GFLOP/s, times the threads.";
  }

  private Optional<EvaluationResult> find(EvaluationCase what, String engine, int threads) {
    return evaluations.stream()
        .filter(r -> r.what() == what && r.engine().equals(engine) && r.threads() == threads)
        .findFirst();
  }

  /** How many times as fast as another one, NaN without the other. */
  private static double speedUp(EvaluationResult result, Optional<EvaluationResult> other) {
    return other.map(o -> o.trainingSeconds() / result.trainingSeconds()).orElse(Double.NaN);
  }

  private void addTrainings(List<String> lines) {
    lines.add("");
    lines.add(
        "Steps of training by maximum likelihood from fresh weights, dopri5 with rtol = atol = 1e-4:"
            + " medians of so many steps.");
    lines.add(
        "NFE counts the evaluations of the solve forwards; heap and process are the most memory in MB"
            + " that the Java heap held, and the process in all.");
    lines.add("");
    MarkdownTable table =
        new MarkdownTable(
            3,
            "case",
            "batch and network",
            "engine",
            "threads",
            "steps",
            "seconds",
            "NFE",
            "ms an evaluation",
            "samples/s",
            "heap",
            "process");
    for (TrainingResult r : trainings) {
      table.row(
          r.what().id(),
          r.what().description(),
          r.engine(),
          "" + r.threads(),
          "" + r.steps(),
          figure(r.seconds()),
          figure(r.evaluations()),
          figure(1e3 * r.seconds() / r.evaluations()),
          figure(r.what().batchSize() / r.seconds()),
          figure(r.memory().heap() / MEGABYTE),
          r.memory().resident() < 0 ? "–" : figure(r.memory().resident() / MEGABYTE));
    }
    lines.addAll(table.lines());
  }

  private void addSamplings(List<String> lines) {
    lines.add("");
    lines.add(
        "Molecules drawn from the model, dopri5 with rtol = atol = 1e-4, each by its own steps.");
    lines.add("");
    MarkdownTable table =
        new MarkdownTable(
            1,
            "engine",
            "threads",
            "molecules",
            "failed",
            "rounds",
            "seconds",
            "molecules/s",
            "ms a molecule",
            "mean NFE");
    for (SamplingResult r : samplings) {
      table.row(
          r.engine(),
          "" + r.threads(),
          "" + r.molecules(),
          "" + r.failed(),
          "" + r.rounds(),
          figure(r.seconds()),
          figure(r.rate()),
          figure(1e3 / r.rate()),
          figure(r.evaluations()));
    }
    lines.addAll(table.lines());
  }

  /** Three digits, or all before the point; a dash for no number. */
  static String figure(double value) {
    if (!Double.isFinite(value)) {
      return "–";
    }
    double size = Math.abs(value);
    int decimals = size < 0.9995 ? 3 : size < 9.995 ? 2 : size < 99.95 ? 1 : 0;
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }
}

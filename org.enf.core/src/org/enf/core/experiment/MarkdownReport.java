package org.enf.core.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The results as tables in Markdown: means over the runs, ours beside the paper's. */
public final class MarkdownReport {
  private MarkdownReport() {}

  /** The report. */
  public static List<String> lines(Experiment experiment, List<RunResult> results) {
    List<String> lines = new ArrayList<>();
    lines.add("# " + experiment.label());
    lines.add("");
    lines.add(
        "Test NLL in nats; means over the runs ± their standard deviation, for one run ± the"
            + " standard error of the mean over the test set.");
    experiment
        .floor()
        .ifPresent(
            floor ->
                lines.add(
                    "No flow can be below the entropy of the data, "
                        + floor.low()
                        + " to "
                        + floor.high()
                        + " nats where they follow "
                        + experiment.label()
                        + "'s density as this program has it; the paper's data need not."));
    lines.add("");
    Table table = new Table(experiment);
    lines.addAll(table.header());
    grouped(results).values().forEach(runs -> lines.add(table.row(runs)));
    return lines;
  }

  /** The runs of each method and number of samples, in the order in which they were done. */
  private static Map<List<Object>, List<RunResult>> grouped(List<RunResult> results) {
    Map<List<Object>, List<RunResult>> groups = new LinkedHashMap<>();
    results.stream()
        .sorted(
            Comparator.comparingInt((RunResult result) -> result.key().samples())
                .thenComparing(result -> result.key().method()))
        .forEach(
            result ->
                groups
                    .computeIfAbsent(
                        List.of(result.key().method(), result.key().samples()),
                        key -> new ArrayList<>())
                    .add(result));
    return groups;
  }

  private static double mean(List<RunResult> runs, ToDoubleFunction<RunResult> figure) {
    return runs.stream().mapToDouble(figure).average().orElse(Double.NaN);
  }

  private static String number(String format, double value) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, format, value);
  }

  /** The columns that an experiment has. */
  private static final class Table {
    private final Experiment experiment;

    Table(Experiment experiment) {
      this.experiment = experiment;
    }

    private boolean molecules() {
      return experiment == Experiment.QM9;
    }

    List<String> header() {
      List<String> names =
          new ArrayList<>(List.of("samples", "method", "runs", "test NLL", "paper"));
      if (molecules()) {
        names.addAll(List.of("stable atoms", "paper", "stable molecules", "paper"));
      } else {
        names.addAll(List.of("JS divergence", "paper"));
      }
      names.addAll(List.of("best epoch", "NFE", "training"));
      String[] rules = new String[names.size()];
      Arrays.fill(rules, "---:");
      rules[1] = "---";
      return List.of(cells(names), cells(List.of(rules)));
    }

    String row(List<RunResult> runs) {
      RunKey key = runs.get(0).key();
      PaperFigure paper = experiment.paper(key.method(), key.samples());
      List<String> cells = new ArrayList<>();
      cells.add(String.format(Locale.ROOT, "%,d", key.samples()));
      cells.add(key.method().label());
      cells.add(Integer.toString(runs.size()));
      cells.add(
          number("%.2f", mean(runs, run -> run.test().nll())) + number(" ± %.2f", spread(runs)));
      cells.add(number("%.2f", paper.nll()));
      if (molecules()) {
        cells.add(number("%.1f %%", 100 * mean(runs, run -> run.samples().atomStability())));
        cells.add(number("%.1f %%", 100 * paper.atomStability()));
        cells.add(number("%.1f %%", 100 * mean(runs, run -> run.samples().moleculeStability())));
        cells.add(number("%.1f %%", 100 * paper.moleculeStability()));
      } else {
        cells.add(number("%.4f", mean(runs, run -> run.samples().divergence())));
        cells.add(number("%.3f", paper.divergence()));
      }
      cells.add(number("%.0f", mean(runs, RunResult::bestEpoch)));
      cells.add(number("%.0f", mean(runs, run -> run.test().evaluations())));
      cells.add(number("%,.0f s", mean(runs, RunResult::seconds)));
      return cells(cells);
    }

    private static double spread(List<RunResult> runs) {
      if (runs.size() == 1) {
        return runs.get(0).test().standardError();
      }
      double mean = mean(runs, run -> run.test().nll());
      double squares = runs.stream().mapToDouble(run -> Math.pow(run.test().nll() - mean, 2)).sum();
      return Math.sqrt(squares / (runs.size() - 1));
    }

    private static String cells(List<String> cells) {
      return "| " + String.join(" | ", cells) + " |";
    }
  }
}

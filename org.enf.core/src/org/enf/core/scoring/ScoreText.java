package org.enf.core.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A score as text, for people: one aligned line a figure, then what the figures mean. */
public final class ScoreText {
  private static final int WIDTH = 96;

  private ScoreText() {}

  /** The lines of the report, without line ends. */
  public static List<String> lines(Score score) {
    StabilityScore stability = score.stability();
    ChemistryScore chemistry = score.chemistry();
    List<String> lines = new ArrayList<>();
    lines.add(row("judged molecules", count(stability.judgedMolecules()), ""));
    lines.add(row("not judged", count(stability.unjudgedMolecules()), foreign(stability)));
    lines.add(row("stable molecules", stability.molecules()));
    lines.add(row("stable atoms", stability.atoms()));
    stability
        .atomsByElement()
        .forEach((symbol, ratio) -> lines.add(row("  stable " + symbol + " atoms", ratio)));
    lines.add(row("connected molecules", stability.connected()));
    lines.add(row("valid of stable", chemistry.validity()));
    lines.add(row("unique of valid", chemistry.uniqueness()));
    lines.add(
        chemistry
            .novelty()
            .map(novelty -> row("novel of valid", novelty))
            .orElseGet(() -> row("novel of valid", "–", "no training set given")));
    score
        .distanceDivergence()
        .ifPresent(
            divergence ->
                lines.add(
                    row(
                        "distances",
                        String.format(Locale.ROOT, "%.5f", divergence),
                        "nats, Jensen-Shannon divergence to the training set")));
    lines.add("");
    score.convention().entries().forEach((name, text) -> wrap(name + ": " + text, lines));
    return lines;
  }

  /** The stability in one line. */
  public static String summary(Score score) {
    StabilityScore stability = score.stability();
    return "stable: "
        + share(stability.atoms().ratio())
        + " of the atoms, "
        + share(stability.molecules().ratio())
        + " of the molecules";
  }

  private static String share(Ratio ratio) {
    return ratio.value().isPresent()
        ? String.format(Locale.ROOT, "%.1f %%", 100 * ratio.value().getAsDouble())
        : "none";
  }

  private static String foreign(StabilityScore stability) {
    if (stability.unjudged().isEmpty()) {
      return "";
    }
    return stability.unjudged().entrySet().stream()
        .map(ScoreText::foreign)
        .collect(Collectors.joining(", ", "elements outside the tables: ", ""));
  }

  private static String foreign(Map.Entry<String, Long> entry) {
    return entry.getKey() + " " + count(entry.getValue());
  }

  private static String row(String name, Estimate estimate) {
    return row(name, estimate.ratio()) + estimate.interval().map(ScoreText::text).orElse("");
  }

  private static String row(String name, Ratio ratio) {
    String percent = ratio.value().isPresent() ? percent(ratio.value().getAsDouble()) + " %" : "–";
    return row(name, percent, count(ratio.numerator()) + " of " + count(ratio.denominator()));
  }

  private static String row(String name, String figure, String remark) {
    return String.format(Locale.ROOT, "%-20s %12s  %s", name, figure, remark).stripTrailing();
  }

  private static String text(Interval interval) {
    return String.format(
        Locale.ROOT,
        ", %.0f %% interval %s to %s %%",
        100 * interval.level(),
        percent(interval.low()),
        percent(interval.high()));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f", 100 * share);
  }

  private static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** Breaks a paragraph at blanks; all lines but the first are set in. */
  private static void wrap(String paragraph, List<String> lines) {
    StringBuilder line = new StringBuilder();
    for (String word : paragraph.split(" ")) {
      if (line.length() + word.length() >= WIDTH) {
        lines.add(line.toString().stripTrailing());
        line = new StringBuilder("  ");
      }
      line.append(word).append(' ');
    }
    lines.add(line.toString().stripTrailing());
  }
}

package org.enf.knime.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Locale;
import java.util.Optional;
import org.enf.core.scoring.Estimate;
import org.enf.core.scoring.Interval;
import org.enf.core.scoring.Ratio;
import org.enf.core.scoring.Score;
import org.enf.core.text.Words;

/**
 * The figures at the top of a page of molecules.
 *
 * @param figures takes them
 */
record Figures(ArrayNode figures) {
  void of(Score score, long molecules) {
    add("Molecules", Words.number(molecules), "");
    add("Stable atoms", score.stability().atoms(), "atoms with exactly the bonds of their element");
    add("Stable molecules", score.stability().molecules(), "all of their atoms are stable");
    add("Valid", score.chemistry().validity(), "of the stable molecules");
    add("Unique", score.chemistry().uniqueness(), "different SMILES, of the valid molecules");
    score
        .chemistry()
        .novelty()
        .ifPresent(ratio -> add("Novel", ratio, "not among the training molecules, of the valid"));
    add("Connected", score.stability().connected(), "in one part");
    score
        .distanceDivergence()
        .ifPresent(
            nats ->
                add(
                    "Divergence of distances",
                    String.format(Locale.ROOT, "%.4f nats", nats),
                    "Jensen-Shannon, to the training molecules"));
  }

  private void add(String label, Estimate estimate, String hint) {
    Optional<Interval> interval = estimate.interval();
    add(
        label,
        percent(estimate.ratio()),
        hint
            + interval
                .map(
                    ends ->
                        String.format(
                            Locale.ROOT,
                            "; 95 %% interval %.1f to %.1f %%",
                            100 * ends.low(),
                            100 * ends.high()))
                .orElse(""));
  }

  private void add(String label, Ratio ratio, String hint) {
    add(label, percent(ratio), hint);
  }

  private void add(String label, String value, String hint) {
    figures.addObject().put("label", label).put("value", value).put("hint", hint);
  }

  private static String percent(Ratio ratio) {
    return ratio.value().isPresent()
        ? String.format(Locale.ROOT, "%.1f %%", 100 * ratio.value().getAsDouble())
        : "–";
  }
}

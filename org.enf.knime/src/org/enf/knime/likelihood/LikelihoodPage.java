package org.enf.knime.likelihood;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeMap;
import org.enf.core.model.LikelihoodEvaluator.Value;
import org.enf.core.text.Words;
import org.enf.knime.view.Plots;
import org.enf.knime.view.ViewData;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** Collects what the page of the E-NF Likelihood shows: how the values are distributed. */
final class LikelihoodPage {
  /** In nats an atom; what lies beyond is in the bins at the ends. */
  private static final double BIN = 0.5;

  private static final int LOWEST_BIN = -60;
  private static final int HIGHEST_BIN = 60;

  private final TreeMap<Integer, Long> perAtom = new TreeMap<>();
  private final TreeMap<Integer, Mean> bySize = new TreeMap<>();
  private final Mean all = new Mean();
  private final Mean allPerAtom = new Mean();

  private static final class Mean {
    private double sum;
    private long count;

    void add(double value) {
      sum += value;
      count++;
    }

    double value() {
      return count == 0 ? Double.NaN : sum / count;
    }
  }

  void add(Value value) {
    int atoms = value.molecule().size();
    double logP = value.logLikelihood();
    all.add(logP);
    allPerAtom.add(logP / atoms);
    bySize.computeIfAbsent(atoms, size -> new Mean()).add(logP / atoms);
    double bin = Math.floor(logP / atoms / BIN);
    perAtom.merge((int) Math.max(LOWEST_BIN, Math.min(HIGHEST_BIN, bin)), 1L, Long::sum);
  }

  /**
   * The data of the page.
   *
   * @param without how many rows have no value
   */
  BufferedDataTable table(long without, ExecutionContext exec) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("title", "E-NF Likelihood");
    ArrayNode rows = root.putArray("sections").addObject().put("title", "Values").putArray("rows");
    row(rows, "molecules with a value", Words.number(all.count));
    row(rows, "rows without one", Words.number(without));
    row(rows, "mean log p (nats)", Words.nats(all.value()));
    row(rows, "mean log p per atom (nats)", Words.nats(allPerAtom.value()));
    Plots plots = new Plots(root.putArray("plots"));
    Plots.Series histogram =
        Plots.series(plots.bars("log p per atom", "nats an atom", "molecules"), "molecules");
    perAtom.forEach((bin, count) -> histogram.add((bin + 0.5) * BIN, count));
    Plots.Series means =
        Plots.series(plots.lines("Mean log p per atom by size", "atoms", "nats an atom"), "mean");
    bySize.forEach((atoms, mean) -> means.add(atoms, mean.value()));
    return ViewData.table(root, exec);
  }

  private static void row(ArrayNode rows, String name, String value) {
    rows.addArray().add(name).add(value);
  }
}

package org.enf.knime.scorer;

import java.util.Map;
import java.util.Optional;
import org.enf.core.scoring.Estimate;
import org.enf.core.scoring.Interval;
import org.enf.core.scoring.Ratio;
import org.enf.core.scoring.Score;
import org.enf.knime.table.Cells;
import org.enf.knime.table.Columns;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The figures over all molecules of a table, each with what it means. */
final class SummaryTable {
  static final DataTableSpec SPEC =
      new DataTableSpec(
          Columns.of("Value", DoubleCell.TYPE),
          Columns.of("Lower end", DoubleCell.TYPE),
          Columns.of("Upper end", DoubleCell.TYPE),
          Columns.of("Count", LongCell.TYPE),
          Columns.of("Of", LongCell.TYPE),
          Columns.of("Meaning", StringCell.TYPE));

  private final BufferedDataContainer container;

  private SummaryTable(BufferedDataContainer container) {
    this.container = container;
  }

  static BufferedDataTable of(Score score, ExecutionContext exec) {
    SummaryTable table = new SummaryTable(exec.createDataContainer(SPEC));
    table.fill(score);
    table.container.close();
    return table.container.getTable();
  }

  private void fill(Score score) {
    Map<String, String> meanings = score.convention().entries();
    String stability = meanings.get("stability") + "; bonds " + meanings.get("bonds");
    add("Stable atoms", score.stability().atoms(), stability);
    add("Stable molecules", score.stability().molecules(), stability);
    score
        .stability()
        .atomsByElement()
        .forEach((element, ratio) -> add("Stable atoms of " + element, ratio, "of all its atoms"));
    add("Connected", score.stability().connected(), "molecules in one part, of the judged ones");
    add("Valid", score.chemistry().validity(), meanings.get("validity"));
    add("Unique", score.chemistry().uniqueness(), meanings.get("uniqueness"));
    score.chemistry().novelty().ifPresent(novel -> add("Novel", novel, meanings.get("novelty")));
    score
        .distanceDivergence()
        .ifPresent(
            nats ->
                add(
                    "Divergence of distances",
                    new DoubleCell(nats),
                    "Jensen-Shannon divergence of the distances of atoms to those of the training"
                        + " molecules, in nats"));
    score
        .stability()
        .unjudged()
        .forEach(
            (element, count) ->
                add(
                    "Not judged for " + element,
                    new DoubleCell(count),
                    "molecules with an element that the rule has no bond lengths for; in no ratio"));
  }

  private void add(String name, Estimate estimate, String meaning) {
    Optional<Interval> interval = estimate.interval();
    add(
        name,
        Cells.number(estimate.ratio().value()),
        interval.map(Interval::low),
        interval.map(Interval::high),
        Optional.of(estimate.ratio()),
        meaning);
  }

  private void add(String name, Ratio ratio, String meaning) {
    add(
        name,
        Cells.number(ratio.value()),
        Optional.empty(),
        Optional.empty(),
        Optional.of(ratio),
        meaning);
  }

  private void add(String name, DataCell value, String meaning) {
    add(name, value, Optional.empty(), Optional.empty(), Optional.empty(), meaning);
  }

  private void add(
      String name,
      DataCell value,
      Optional<Double> low,
      Optional<Double> high,
      Optional<Ratio> ratio,
      String meaning) {
    container.addRowToTable(
        new DefaultRow(
            name,
            value,
            Cells.number(low.orElse(Double.NaN)),
            Cells.number(high.orElse(Double.NaN)),
            Cells.whole(ratio.map(Ratio::numerator)),
            Cells.whole(ratio.map(Ratio::denominator)),
            new StringCell(meaning)));
  }
}

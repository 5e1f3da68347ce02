package org.enf.core.experiment;

import org.enf.core.experiment.RunResult.Drawn;
import org.enf.core.experiment.RunResult.Test;

/** A run as a line of {@code results.csv}, with the paper's figures beside ours. */
final class ResultTable {
  static final String HEADER =
      "experiment,method,samples,run,seed,epochs,best_epoch,validation_nll,test_nll,"
          + "test_nll_standard_error,test_samples,test_left_out,test_evaluations,js_divergence,"
          + "atom_stability,molecule_stability,training_seconds,ending,settings,paper_nll,"
          + "paper_js_divergence,paper_atom_stability,paper_molecule_stability,floor_low,floor_high";

  private ResultTable() {}

  static String line(Experiment experiment, RunResult result) {
    PaperFigure paper = experiment.paper(result.key().method(), result.key().samples());
    return new CsvRow()
        .add(experiment.id())
        .add(result.key().method().id())
        .add(result.key().samples())
        .add(result.key().run())
        .add(result.seed())
        .add(result.epochs())
        .add(result.bestEpoch())
        .add(result.validationNll())
        .add(result.test().nll())
        .add(result.test().standardError())
        .add(result.test().samples())
        .add(result.test().left())
        .add(result.test().evaluations())
        .add(result.samples().divergence())
        .add(result.samples().atomStability())
        .add(result.samples().moleculeStability())
        .add(result.seconds())
        .add(result.ending())
        .add(result.settings())
        .add(paper.nll())
        .add(paper.divergence())
        .add(paper.atomStability())
        .add(paper.moleculeStability())
        .add(experiment.floor().map(Floor::low).orElse(Double.NaN))
        .add(experiment.floor().map(Floor::high).orElse(Double.NaN))
        .toString();
  }

  /**
   * Reads a line; the paper's figures in it are not looked at.
   *
   * @throws IllegalArgumentException if it is no such line, or of another experiment
   */
  static RunResult parse(Experiment experiment, String line) {
    CsvRow row = CsvRow.parse(line);
    if (row.size() != CsvRow.parse(HEADER).size()) {
      throw new IllegalArgumentException("it has " + row.size() + " cells");
    }
    String id = row.text();
    if (!id.equals(experiment.id())) {
      throw new IllegalArgumentException("it belongs to the experiment '" + id + "'");
    }
    RunKey key = new RunKey(Method.named(row.text()), row.integer(), row.integer());
    long seed = row.longInteger();
    int epochs = row.integer();
    int bestEpoch = row.integer();
    double validationNll = row.number();
    Test test = new Test(row.number(), row.number(), row.integer(), row.integer(), row.number());
    Drawn drawn = new Drawn(row.number(), row.number(), row.number());
    double seconds = row.number();
    String ending = row.text();
    return new RunResult(
        key, row.text(), seed, epochs, bestEpoch, validationNll, test, drawn, seconds, ending);
  }
}

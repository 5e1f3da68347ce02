package org.enf.core.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.enf.core.model.LikelihoodEvaluator;
import org.enf.core.model.LikelihoodEvaluator.Likelihood;
import org.enf.core.model.LikelihoodEvaluator.NoValue;
import org.enf.core.model.LikelihoodEvaluator.Value;
import org.enf.core.molecule.Molecule;
import org.enf.core.ode.StoppedException;
import org.enf.core.text.Words;

/** Evaluates the molecules of a file, several at a time, and shows the progress. */
final class LikelihoodRun {
  private static final int MOST_REASONS_TOLD = 10;

  private final Session session;
  private final LikelihoodEvaluator evaluator;
  private final int batchSize;

  /**
   * A run.
   *
   * @param batchSize how many molecules are evaluated together
   */
  LikelihoodRun(Session session, LikelihoodEvaluator evaluator, int batchSize) {
    this.session = session;
    this.evaluator = evaluator;
    this.batchSize = batchSize;
  }

  /** Takes results one by one. */
  @FunctionalInterface
  interface Sink {
    /**
     * Takes a result.
     *
     * @throws IOException if it cannot be written
     */
    void accept(Likelihood likelihood) throws IOException;
  }

  /**
   * What came of it.
   *
   * @param summary of all results
   * @param stopped whether somebody asked to stop; the results so far count then
   */
  record Outcome(LikelihoodSummary summary, boolean stopped) {}

  /**
   * Evaluates a file.
   *
   * @throws IOException if it cannot be read, or the sink fails
   */
  Outcome run(String data, ReadingOptions reading, Sink sink) throws IOException {
    try (Progress progress = new Progress(session.terminal(), "likelihood")) {
      Batch batch = new Batch(sink, progress);
      try {
        new MoleculeInput(session, reading).read(data, batch::add, progress);
        batch.evaluate();
        return new Outcome(batch.summary, false);
      } catch (StoppedException e) {
        return new Outcome(batch.summary, true);
      }
    }
  }

  /** Collects molecules until they are enough to be evaluated. */
  private final class Batch {
    private final Sink sink;
    private final Progress progress;
    private final LikelihoodSummary summary = new LikelihoodSummary();
    private final List<Molecule> molecules = new ArrayList<>();
    private final long begin = session.terminal().nanos();

    Batch(Sink sink, Progress progress) {
      this.sink = sink;
      this.progress = progress;
    }

    void add(Molecule molecule) throws IOException {
      molecules.add(molecule);
      if (molecules.size() == batchSize) {
        evaluate();
      }
    }

    void evaluate() throws IOException {
      for (Likelihood likelihood : evaluator.evaluate(molecules, session.interruption())) {
        sink.accept(likelihood);
        count(likelihood);
      }
      molecules.clear();
      long done = summary.molecules() + summary.withoutValue();
      double seconds = Math.max(1e-9, (session.terminal().nanos() - begin) * 1e-9);
      progress.show(
          Words.count(done, "molecule")
              + ", mean NLL "
              + Words.nats(summary.meanNll())
              + " nats, "
              + Words.rate(done / seconds)
              + " molecules/s");
    }

    private void count(Likelihood likelihood) {
      if (likelihood instanceof Value value) {
        summary.add(value);
      } else if (likelihood instanceof NoValue none) {
        summary.addWithoutValue();
        if (summary.withoutValue() <= MOST_REASONS_TOLD) {
          progress.say(
              "no value for '"
                  + none.molecule()
                  + "': "
                  + none.reason()
                  + (none.unsolved() ? "; try a looser --rtol and --atol, or --max-nfe" : ""));
        }
      }
    }
  }
}

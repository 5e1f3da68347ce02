package org.enf.core.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.enf.core.egnn.Engine;
import org.enf.core.model.DrawingSettings;
import org.enf.core.model.EnfModel;
import org.enf.core.model.MoleculeSampler;
import org.enf.core.molecule.Molecule;
import org.enf.core.ode.Solution;
import org.enf.core.ode.StoppedException;
import org.enf.core.scoring.BondLengthTable;
import org.enf.core.scoring.BondPerception;
import org.enf.core.text.Durations;
import org.enf.core.text.Words;

/** Draws molecules from a model, gives them bonds by their distances, and shows the progress. */
final class SamplingRun {
  private static final int MOST_FAILURES_TOLD = 10;

  private final Session session;
  private final BondPerception perception = new BondPerception(BondLengthTable.paper());

  SamplingRun(Session session) {
    this.session = session;
  }

  /**
   * What becomes of latent variables.
   *
   * @param drawing how molecules come from them
   * @param intervals one less than the frames of each molecule's way, 0 for the molecule alone
   */
  record Integration(DrawingSettings drawing, int intervals) {}

  /** Takes molecules, or the frames of their ways, one by one. */
  @FunctionalInterface
  interface Sink {
    /**
     * Takes a molecule.
     *
     * @throws IOException if it cannot be written
     */
    void accept(Molecule molecule) throws IOException;
  }

  /**
   * What came of it.
   *
   * @param asked how many molecules were asked for
   * @param drawn how many were drawn
   * @param failed for how many the flow failed
   * @param evaluations the mean number of evaluations of the velocity for a molecule, NaN for none
   * @param time how long it took
   * @param stopped whether somebody asked to stop
   */
  record Outcome(
      int asked, int drawn, int failed, double evaluations, Duration time, boolean stopped) {
    /** In a sentence. */
    String sentence() {
      double seconds = Math.max(1e-9, time.toNanos() * 1e-9);
      return Words.number(drawn)
          + " of "
          + Words.count(asked, "molecule")
          + " drawn in "
          + Durations.format(time)
          + " ("
          + Words.rate(drawn / seconds)
          + " molecules/s"
          + (Double.isNaN(evaluations) ? "" : ", mean NFE " + Words.rate(evaluations))
          + "), "
          + failed
          + " failed"
          + (stopped ? "; stopped" : "");
    }
  }

  /**
   * Draws molecules. If somebody asks to stop, it ends with what was drawn.
   *
   * @throws IOException if the sink does
   * @throws CommandException if the model cannot give what is asked for
   */
  Outcome run(
      EnfModel model,
      Engine engine,
      Integration integration,
      MoleculeSampler.Request request,
      Sink sink)
      throws IOException {
    long begin = session.terminal().nanos();
    boolean stopped = false;
    try (MoleculeSampler sampler = new MoleculeSampler(model, engine, integration.drawing());
        Progress progress = new Progress(session.terminal(), "sampling")) {
      Collector collector = new Collector(request.count(), sink, progress);
      try {
        if (integration.intervals() == 0) {
          sampler.sample(request, collector, session.interruption());
        } else {
          sampler.sampleWays(request, integration.intervals(), collector, session.interruption());
        }
      } catch (StoppedException e) {
        stopped = true;
      } catch (IllegalArgumentException e) {
        throw CommandException.usage(e.getMessage());
      }
      return new Outcome(
          request.count(),
          collector.drawn,
          collector.failed,
          collector.evaluations / collector.evaluated,
          Duration.ofNanos(session.terminal().nanos() - begin),
          stopped);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private Molecule withBonds(Molecule molecule) {
    boolean known = List.of(molecule.elements()).stream().allMatch(BondLengthTable.paper()::knows);
    return known ? molecule.withBonds(perception.bonds(molecule)) : molecule;
  }

  /** Hands the molecules on and counts them. */
  private final class Collector implements MoleculeSampler.Listener {
    private final int asked;
    private final Sink sink;
    private final Progress progress;
    private final long begin = session.terminal().nanos();
    private int drawn;
    private int failed;
    private double evaluations;
    private int evaluated;

    Collector(int asked, Sink sink, Progress progress) {
      this.asked = asked;
      this.sink = sink;
      this.progress = progress;
    }

    @Override
    public void drawn(int number, List<Molecule> frames) {
      try {
        for (Molecule frame : frames) {
          sink.accept(withBonds(frame));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      drawn++;
      show();
    }

    @Override
    public void failed(int number, String reason) {
      failed++;
      if (failed <= MOST_FAILURES_TOLD) {
        progress.say("molecule " + number + " failed: " + reason);
      }
      show();
    }

    @Override
    public void integrated(int number, Solution solution) {
      evaluations += solution.evaluations();
      evaluated++;
    }

    private void show() {
      double seconds = Math.max(1e-9, (session.terminal().nanos() - begin) * 1e-9);
      int done = drawn + failed;
      progress.show(
          (double) done / asked,
          Words.number(done)
              + " of "
              + Words.number(asked)
              + ", "
              + Words.rate(done / seconds)
              + " molecules/s");
    }
  }
}

package org.enf.core.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.enf.core.experiment.Experiment;
import org.enf.core.experiment.ExperimentPlots;
import org.enf.core.experiment.ExperimentRecord;
import org.enf.core.experiment.MarkdownReport;
import org.enf.core.experiment.Method;
import org.enf.core.experiment.PaperFigure;
import org.enf.core.experiment.RunKey;
import org.enf.core.experiment.RunOutcome;
import org.enf.core.experiment.RunResult;
import org.enf.core.experiment.RunSettings;
import org.enf.core.experiment.Runs;
import org.enf.core.experiment.TrainingSize;
import org.enf.core.molecule.io.MoleculeFiles;
import org.enf.core.ode.StoppedException;
import org.enf.core.text.Durations;
import org.enf.core.text.Words;

/** Does the runs of an experiment one after the other and keeps what they find. */
final class ExperimentRun {
  private final Session session;
  private final ExperimentRecord record;
  private final Runs runs;
  private final RunSettings settings;
  private final ExperimentPlots plots;

  ExperimentRun(Session session, ExperimentRecord record, Runs runs, RunSettings settings) {
    this.session = session;
    this.record = record;
    this.runs = runs;
    this.settings = settings;
    plots = new ExperimentPlots(record.experiment());
  }

  /**
   * A run to do.
   *
   * @param key which
   * @param epochs how many it has
   * @param begun whether an earlier one left its training
   */
  record Job(RunKey key, int epochs, boolean begun) {}

  /**
   * What is to be done: fewer samples first, so that there is something to see soon.
   *
   * @param samples the numbers of training samples; empty for those of the paper
   * @throws IOException if the data cannot be read, or a finished run had other settings
   * @throws CommandException if there are too few data
   */
  List<Job> jobs(List<Method> methods, List<Integer> samples, int count) throws IOException {
    List<Job> jobs = new ArrayList<>();
    for (int size : samples.isEmpty() ? paperSizes() : sizes(samples)) {
      for (Method method : methods) {
        for (int run = 1; run <= count; run++) {
          RunKey key = new RunKey(method, size, run);
          String description = runs.describe(key);
          if (record.finished(key, description).isPresent()) {
            session.terminal().say(key + ": was done before");
          } else {
            int epochs = settings.size(record.experiment(), key).epochs();
            jobs.add(new Job(key, epochs, record.begun(key, description)));
          }
        }
      }
    }
    return jobs;
  }

  private List<Integer> sizes(List<Integer> samples) throws IOException {
    int most = runs.mostSamples();
    for (int size : samples) {
      if (size > most) {
        throw CommandException.failed(
            "the data have "
                + Words.count(most, "training sample")
                + "; --samples "
                + size
                + " needs more");
      }
    }
    return samples.stream().sorted().distinct().toList();
  }

  private List<Integer> paperSizes() throws IOException {
    Experiment experiment = record.experiment();
    int most = runs.mostSamples();
    List<Integer> sizes = new ArrayList<>();
    for (TrainingSize size : experiment.sizes()) {
      if (size.samples() <= most) {
        sizes.add(size.samples());
      } else if (experiment.sizes().size() == 1) {
        sizes.add(most);
      } else {
        session
            .terminal()
            .say(
                "the paper's "
                    + Words.count(size.samples(), "sample")
                    + " are left out: the data have "
                    + Words.number(most));
      }
    }
    if (sizes.isEmpty()) {
      throw CommandException.failed(
          "the data have "
              + Words.count(most, "training sample")
              + ", fewer than the paper's; choose a number by --samples");
    }
    return sizes;
  }

  /**
   * Does runs to the end, or until somebody asks to stop.
   *
   * @return the exit code
   * @throws IOException if a file cannot be read or written
   */
  int run(List<Job> jobs) throws IOException {
    Terminal terminal = session.terminal();
    for (int k = 0; k < jobs.size(); k++) {
      RunKey key = jobs.get(k).key();
      terminal.say("");
      terminal.say(
          "["
              + (k + 1)
              + "/"
              + jobs.size()
              + "] "
              + key
              + (jobs.get(k).begun() ? ", goes on from its checkpoint" : ""));
      try {
        RunOutcome outcome = run(jobs.get(k));
        if (outcome.model().isPresent()) {
          // before the run counts as done
          outcome.model().get().write(record.folder().resolve("model-" + key.fileName() + ".enf"));
        }
        record.add(outcome.result(), outcome.curve());
        terminal.say(sentence(outcome.result()));
        plot(key, outcome);
      } catch (StoppedException e) {
        terminal.say(
            "enf: stopped; the finished runs are in "
                + record.folder()
                + ", the same command goes on from here");
        return ExitCode.STOPPED;
      }
    }
    terminal.say("");
    TextOutput.write(
        MoleculeFiles.STANDARD_STREAM,
        terminal,
        MarkdownReport.lines(record.experiment(), record.results()));
    terminal.say("results: " + record.folder());
    return ExitCode.DONE;
  }

  private RunOutcome run(Job job) throws IOException {
    try (ExperimentProgress progress =
        new ExperimentProgress(session.terminal(), job.key(), job.epochs())) {
      return runs.run(job.key(), record.checkpoint(job.key()), progress, session.interruption());
    }
  }

  private String sentence(RunResult result) {
    Experiment experiment = record.experiment();
    PaperFigure paper = experiment.paper(result.key().method(), result.key().samples());
    return "test NLL "
        + Words.nats(result.test().nll())
        + " nats"
        + (Double.isNaN(paper.nll()) ? "" : ", paper " + Words.nats(paper.nll()))
        + experiment
            .floor()
            .map(floor -> ", entropy " + floor.low() + " to " + floor.high())
            .orElse("")
        + (result.test().left() > 0
            ? ", " + Words.count(result.test().left(), "sample") + " left out"
            : "")
        + "; best epoch "
        + result.bestEpoch()
        + " of "
        + result.epochs()
        + " ("
        + result.ending()
        + "), "
        + Durations.format(Duration.ofMillis((long) (1000 * result.seconds())))
        + " of training";
  }

  private void plot(RunKey key, RunOutcome outcome) throws IOException {
    Optional<Path> distances =
        outcome
            .drawn()
            .map(drawn -> record.folder().resolve("distances-" + key.fileName() + ".png"));
    try {
      if (distances.isPresent()) {
        plots
            .distances(key.method(), outcome.drawn().get(), outcome.data().get())
            .write(distances.get());
      }
      plots.write(record);
    } catch (RuntimeException | InternalError | LinkageError e) {
      // some Java runtimes have no fonts or no graphics at all; the tables are good without
      session.terminal().say("there is no plot (" + e + ")");
    }
  }
}

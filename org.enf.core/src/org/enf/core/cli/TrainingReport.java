package org.enf.core.cli;

import java.time.Duration;
import org.enf.core.description.ModelDescription;
import org.enf.core.egnn.Engine;
import org.enf.core.learner.Learner;
import org.enf.core.text.Durations;
import org.enf.core.text.Words;
import org.enf.core.training.TrainingResult;
import org.enf.core.training.TrainingResult.Ending;
import org.enf.core.training.TrainingState;

/**
 * Tells what a training run will do and what came of it.
 *
 * @param terminal hears it
 * @param plan of the run
 */
record TrainingReport(Terminal terminal, TrainingRun.Plan plan) {
  /** Tells what is about to be trained. */
  void announce(Engine engine) {
    terminal.say(
        "model: "
            + ModelDescription.networks(plan.learning().model())
            + ", "
            + Words.count(plan.learning().model().parameterCount(), "parameter"));
    terminal.say("engine: " + engine.description());
    if (plan.learning().matches()) {
      terminal.say("objective: flow matching");
    } else {
      terminal.say("solver: " + plan.learning().solver().words());
    }
  }

  /**
   * Tells how it ended.
   *
   * @return the exit code
   * @throws CommandException if the training diverged
   */
  int tell(Learner.Outcome outcome) {
    TrainingState.Position position = outcome.state().position();
    TrainingResult result = outcome.result();
    terminal.say(
        "training ended: "
            + result.ending().sentence()
            + "; "
            + Words.count(position.step(), "step")
            + (position.skipped() > 0 ? " (" + position.skipped() + " left out)" : "")
            + ", "
            + Words.count(position.epoch(), "whole epoch")
            + ", "
            + Durations.format(Duration.ofMillis((long) (1000 * position.seconds()))));
    terminal.say(
        (plan.learning().matches() ? "training loss " : "training NLL ")
            + Words.nats(outcome.state().smoothedNll())
            + (plan.learning().matches() ? " (running mean)" : " nats (running mean)")
            + (plan.learning().validation().isPresent()
                ? ", validation NLL " + Words.nats(result.validationNll()) + " nats"
                : ""));
    if (result.step() < position.step()) {
      terminal.say("the model has the weights of step " + Words.number(result.step()));
    }
    terminal.say("model:      " + plan.files().model());
    terminal.say("checkpoint: " + plan.files().checkpoint() + " (--resume goes on from it)");
    return exitCode(result.ending());
  }

  private static int exitCode(Ending ending) {
    return switch (ending) {
      case EPOCHS_DONE, NO_PROGRESS, TIME_LIMIT -> ExitCode.DONE;
      case STOPPED -> ExitCode.STOPPED;
      case DIVERGED ->
          throw CommandException.failed(
              "training "
                  + ending.sentence()
                  + "; try a smaller --learning-rate, a larger --batch-size or a tighter --rtol");
    };
  }
}

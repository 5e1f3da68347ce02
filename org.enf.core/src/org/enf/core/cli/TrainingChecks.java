package org.enf.core.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import org.enf.core.egnn.Engine;
import org.enf.core.learner.Learner;
import org.enf.core.learner.StabilityCheck;
import org.enf.core.scoring.Ratio;
import org.enf.core.scoring.StabilityScore;
import org.enf.core.training.Objective.Validation;
import org.enf.core.training.TrainingListener;
import org.enf.core.training.TrainingSettings;
import org.enf.core.training.TrainingState;

/**
 * Draws a few molecules from the model of the moment after an epoch, tells how many are stable, and
 * logs that beside loss and validation.
 */
final class TrainingChecks implements TrainingListener, Closeable {
  private final Session session;
  private final TrainingSettings settings;
  private final boolean validation;
  private final int molecules;
  private final Optional<CheckLog> log;
  private final Learner learner;
  private final StabilityCheck stability;

  /**
   * Checks of a run.
   *
   * @param validation whether the run has a validation set: then checks come with validations
   * @param learner gives the model of the moment
   * @throws IOException if the log cannot be opened
   */
  TrainingChecks(
      Session session,
      Engine engine,
      TrainingSettings settings,
      boolean validation,
      CheckOptions.Checks checks,
      Learner learner)
      throws IOException {
    this.session = session;
    this.settings = settings;
    this.validation = validation;
    this.learner = learner;
    molecules = checks.molecules();
    stability = new StabilityCheck(engine, molecules, settings.seed());
    log =
        checks.log().isPresent()
            ? Optional.of(CheckLog.open(checks.log().get(), learner.stepsBefore()))
            : Optional.empty();
  }

  @Override
  public void stepDone(Step step, TrainingState state) {
    boolean epochDone = step.batch() + 1 == step.batches();
    if (epochDone
        && !validation
        && molecules > 0
        && (step.epoch() + 1) % settings.selection().validateEvery() == 0) {
      check(state, Optional.empty());
    }
  }

  @Override
  public void validated(TrainingState state, Validation value) {
    check(state, Optional.of(value));
  }

  private void check(TrainingState state, Optional<Validation> value) {
    Optional<StabilityScore> score =
        molecules > 0 && state.position().step() > 0
            ? Optional.of(stability.of(learner.modelOf(state), session.interruption()))
            : Optional.empty();
    score.ifPresent(this::tell);
    try {
      if (log.isPresent()) {
        log.get().write(line(state, value, score));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void tell(StabilityScore score) {
    session
        .terminal()
        .say(
            "of "
                + score.judgedMolecules()
                + " molecules drawn "
                + percent(score.atoms().ratio())
                + " of the atoms and "
                + percent(score.molecules().ratio())
                + " of the molecules are stable");
  }

  private static String percent(Ratio ratio) {
    return ratio.value().isPresent()
        ? String.format(Locale.ROOT, "%.1f %%", 100 * ratio.value().getAsDouble())
        : "none";
  }

  private static ObjectNode line(
      TrainingState state, Optional<Validation> value, Optional<StabilityScore> score) {
    TrainingState.Position position = state.position();
    ObjectNode line =
        CheckLog.line()
            .put("step", position.step())
            .put("epoch", position.epoch())
            .put("seconds", position.seconds());
    putIfFinite(line, "training_loss", state.smoothedNll());
    value.ifPresent(
        validation -> {
          putIfFinite(line, "validation_nll_nats", validation.nll());
          line.put("validation_molecules", validation.samples());
        });
    score.ifPresent(
        found -> {
          line.put("drawn", found.judgedMolecules());
          found.atoms().ratio().value().ifPresent(share -> line.put("stable_atoms", share));
          found.molecules().ratio().value().ifPresent(share -> line.put("stable_molecules", share));
        });
    return line;
  }

  /** JSON has no NaN. */
  private static void putIfFinite(ObjectNode line, String name, double value) {
    if (Double.isFinite(value)) {
      line.put(name, value);
    }
  }

  @Override
  public void close() throws IOException {
    if (log.isPresent()) {
      log.get().close();
    }
  }
}

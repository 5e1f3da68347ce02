package org.enf.core.training;

import java.util.List;
import java.util.function.Consumer;
import org.enf.core.training.Objective.Validation;

/**
 * Several listeners as one.
 *
 * @param all in the order in which they are told
 */
public record TrainingListeners(List<TrainingListener> all) implements TrainingListener {
  @Override
  public void stepDone(Step step, TrainingState state) {
    tell(listener -> listener.stepDone(step, state));
  }

  @Override
  public void stepSkipped(Step step, String reason) {
    tell(listener -> listener.stepSkipped(step, reason));
  }

  @Override
  public void validated(TrainingState state, Validation validation) {
    tell(listener -> listener.validated(state, validation));
  }

  private void tell(Consumer<TrainingListener> call) {
    all.forEach(call);
  }
}

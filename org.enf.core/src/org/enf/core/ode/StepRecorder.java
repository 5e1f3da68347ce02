package org.enf.core.ode;

import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the state before each step and the slopes of its stages: all that is needed to go through
 * the steps backwards. They are as small as what is integrated; what a right-hand side needs within
 * is not kept.
 */
public final class StepRecorder implements StepListener, AutoCloseable {
  private final List<Step> steps = new ArrayList<>();

  @Override
  public void accepted(double t, double h, State before, List<State> slopes) {
    steps.add(new Step(t, h, copy(before), slopes.stream().map(StepRecorder::copy).toList()));
  }

  private static State copy(State state) {
    State copy = state.sibling();
    copy.set(state);
    return copy;
  }

  /** The number of steps. */
  public int size() {
    return steps.size();
  }

  Step step(int index) {
    return steps.get(index);
  }

  @Override
  public void close() {
    for (Step step : steps) {
      step.before().close();
      step.slopes().forEach(State::close);
    }
    steps.clear();
  }

  record Step(double t, double h, State before, List<State> slopes) {}
}

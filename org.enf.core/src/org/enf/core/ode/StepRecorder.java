package org.enf.core.ode;

import java.util.ArrayList;
import java.util.List;

/** Keeps the state before each step: all that is needed to go through the steps again. */
public final class StepRecorder implements StepListener, AutoCloseable {
  private final List<Step> steps = new ArrayList<>();

  @Override
  public void accepted(double t, double h, State before) {
    State copy = before.sibling();
    copy.set(before);
    steps.add(new Step(t, h, copy));
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
    }
    steps.clear();
  }

  record Step(double t, double h, State before) {}
}

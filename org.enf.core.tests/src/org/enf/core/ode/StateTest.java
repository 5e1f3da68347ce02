package org.enf.core.ode;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.enf.core.testing.HeapVector;
import org.enf.core.vector.Vector;
import org.junit.Test;

/** States and their notes. */
public class StateTest {
  private static State noted(double part, double note) {
    return new State(
        new Vector[] {new HeapVector(part)}, new Vector[] {new HeapVector(note, note)});
  }

  private static double[] note(State state) {
    return ((HeapVector) state.note(0)).toArray();
  }

  @Test
  public void notesAreCopiedButNotCalculatedWith() {
    State state = noted(1, 5);
    State other = state.sibling();
    assertEquals(1, other.notes());
    other.set(state);
    other.add(2, state);
    other.fill(7);
    assertArrayEquals(new double[] {5, 5}, note(other), 0);
    assertArrayEquals(new double[] {7}, ((HeapVector) other.part(0)).toArray(), 0);
  }

  @Test
  public void recordedSlopesHaveTheNotesOfTheirStage() {
    // notes each time: dy/dt = 1, noted −t
    OdeSystem system =
        (t, y, derivative) -> {
          derivative.fill(1);
          derivative.note(0).fill(-t);
        };
    List<Double> found = new ArrayList<>();
    StepRecorder recorder = new StepRecorder();
    ButcherTableau method = ButcherTableau.RK4;
    new FixedStepSolver(method, 2)
        .solve(system, noted(0, 0), 0, 1, recorder, StopSignal.NEVER)
        .requireSuccess();
    for (int s = 0; s < recorder.size(); s++) {
      recorder.step(s).slopes().forEach(slope -> found.add(note(slope)[0]));
    }
    assertEquals(List.of(-0.0, -0.25, -0.25, -0.5, -0.5, -0.75, -0.75, -1.0), found);
  }
}

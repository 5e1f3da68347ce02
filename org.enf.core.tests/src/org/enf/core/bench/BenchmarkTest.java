package org.enf.core.bench;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.enf.core.egnn.Engine;
import org.enf.core.egnn.cpu.CpuEngine;
import org.enf.core.egnn.nd4j.Nd4jEngine;
import org.enf.core.ode.StopSignal;
import org.enf.core.ode.StoppedException;
import org.enf.core.vector.Precision;
import org.junit.Test;

/** Measurements with a single round and no warm-up, of which the figures mean nothing. */
public final class BenchmarkTest {
  private static final Schedule QUICK = new Schedule(1, 0, 0);

  @Test
  public void everyEngineIsMeasuredWithEveryOperation() {
    try (Engine one = new CpuEngine(1);
        Engine two = new CpuEngine(2);
        Engine nd4j = new Nd4jEngine(Precision.FLOAT)) {
      List<EvaluationResult> results =
          new EvaluationBenchmark(List.of(one, two, nd4j), QUICK, StopSignal.NEVER)
              .run(EvaluationCase.DW4);
      assertEquals(
          List.of("cpu", "cpu", "nd4j"), results.stream().map(EvaluationResult::engine).toList());
      assertEquals(List.of(1, 2, 1), results.stream().map(EvaluationResult::threads).toList());
      for (EvaluationResult result : results) {
        for (Operation operation : Operation.values()) {
          assertTrue(result.toString(), result.seconds(operation) > 0);
        }
        assertTrue("OpenBLAS is there", result.peak() > 0);
      }
    }
  }

  @Test
  public void trainingStepsAreMeasuredAfterTheFirst() {
    try (Engine engine = new CpuEngine(1)) {
      TrainingResult result =
          new TrainingBenchmark(new Schedule(2, 0, 1e6), StopSignal.NEVER)
              .run(TrainingCase.DW4, engine);
      assertEquals(2, result.steps());
      assertTrue(result.toString(), result.seconds() > 0 && result.evaluations() >= 8);
      assertTrue(result.toString(), result.memory().heap() > 0);
    }
  }

  @Test
  public void timeEndsTheStepsOfTraining() {
    try (Engine engine = new CpuEngine(1)) {
      assertEquals(
          1,
          new TrainingBenchmark(new Schedule(1000, 0, 0), StopSignal.NEVER)
              .run(TrainingCase.DW4, engine)
              .steps());
    }
  }

  @Test
  public void whoAsksToStopStopsTraining() {
    try (Engine engine = new CpuEngine(1)) {
      assertThrows(
          StoppedException.class,
          () -> new TrainingBenchmark(QUICK, () -> true).run(TrainingCase.DW4, engine));
    }
  }

  @Test
  public void dataOfEveryTrainingCaseFillABatch() {
    try (Engine engine = new CpuEngine(1)) {
      for (TrainingCase what : TrainingCase.values()) {
        try (TrainingCase.Trained trained = what.open(engine)) {
          assertEquals(what.id(), what.batchSize(), trained.objective().samples());
        }
      }
    }
  }
}

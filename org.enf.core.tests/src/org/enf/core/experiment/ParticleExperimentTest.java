package org.enf.core.experiment;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.enf.core.egnn.EgnnSettings;
import org.enf.core.egnn.Engine;
import org.enf.core.egnn.ParameterLayout;
import org.enf.core.engine.Engines;
import org.enf.core.ode.SolverSettings;
import org.enf.core.ode.StopSignal;
import org.enf.core.ode.StoppedException;
import org.enf.core.particles.ParticleSystem;
import org.enf.core.training.Objective;
import org.enf.core.training.TrainingListener;
import org.enf.core.training.TrainingState;
import org.enf.core.vector.Precision;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Small runs with every method. */
public class ParticleExperimentTest {
  private static final SampledParticles SOURCE = new SampledParticles(ParticleSystem.DW4, 20, 1);

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private static Engine engine;

  private int checkpoints;

  @BeforeClass
  public static void open() {
    engine = Engines.open(Engines.AUTO, Precision.FLOAT, 1);
  }

  @AfterClass
  public static void close() {
    engine.close();
  }

  private static RunChanges small(int epochs) {
    return new RunChanges(
        Optional.of(epochs), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(8));
  }

  private static RunSettings settings(int epochs, int drawn) {
    return settings(epochs, drawn, SolverSettings.fixed("midpoint", 1));
  }

  private static RunSettings settings(int epochs, int drawn, SolverSettings solver) {
    return new RunSettings(
        3, small(epochs), solver, Optional.empty(), Optional.empty(), drawn, Optional.empty());
  }

  private static ParticleExperiment experiment(RunSettings settings) {
    return new ParticleExperiment(Experiment.DW4, engine, settings, SOURCE);
  }

  private Path checkpoint() {
    return folder.getRoot().toPath().resolve("checkpoint-" + checkpoints++);
  }

  private RunOutcome run(Method method, RunSettings settings) throws IOException {
    return experiment(settings)
        .run(new RunKey(method, 20, 1), checkpoint(), TrainingListener.NONE, StopSignal.NEVER);
  }

  @Test
  public void everyMethodIsTrainedTestedAndDrawnFrom() throws IOException {
    for (Method method : Method.values()) {
      RunOutcome outcome = run(method, settings(2, 10));
      RunResult result = outcome.result();
      assertTrue(method.label(), Double.isFinite(result.test().nll()));
      assertTrue(method.label(), result.test().standardError() > 0);
      assertEquals(method.label(), 20, result.test().samples());
      assertEquals(method.label(), 2, result.epochs());
      assertEquals(method.label(), 2, result.bestEpoch());
      assertTrue(method.label(), result.samples().divergence() > 0);
      assertEquals(method.label(), 1, outcome.curve().size());
      assertEquals(
          method.label(), result.validationNll(), outcome.curve().get(0).validationNll(), 0);
      assertEquals(method.label(), 2, outcome.curve().get(0).step());
      assertTrue(method.label(), outcome.drawn().isPresent());
    }
  }

  @Test
  public void trainingLowersTheNllOfTheTestSet() throws IOException {
    double before = run(Method.ENF, settings(1, 0)).result().test().nll();
    double after = run(Method.ENF, settings(15, 0)).result().test().nll();
    assertTrue(before + " → " + after, after < before - 0.1);
  }

  @Test
  public void sameSeedGivesTheSameResultAndAnotherRunAnother() throws IOException {
    RunOutcome once = run(Method.GNF_ATT_AUG, settings(2, 0));
    RunOutcome again = run(Method.GNF_ATT_AUG, settings(2, 0));
    assertEquals(once.result().test(), again.result().test());
    RunOutcome other =
        experiment(settings(2, 0))
            .run(
                new RunKey(Method.GNF_ATT_AUG, 20, 2),
                checkpoint(),
                TrainingListener.NONE,
                StopSignal.NEVER);
    assertNotEquals(once.result().test().nll(), other.result().test().nll(), 0);
  }

  @Test
  public void theWayOfTheLayersMakesAnotherFlow() throws IOException {
    assertNotEquals(
        run(Method.ENF, settings(2, 0)).result().test().nll(),
        run(Method.ENF_TO_DATA, settings(2, 0)).result().test().nll(),
        0);
  }

  @Test
  public void hutchinsonInTheTestAgreesWithTheExactTraceOnAverage() throws IOException {
    RunSettings exact = settings(1, 0);
    RunSettings estimated =
        new RunSettings(
            3,
            small(1),
            exact.solver(),
            Optional.empty(),
            Optional.of(HeldOutTrace.HUTCHINSON),
            0,
            Optional.empty());
    RunResult.Test first = run(Method.ENF, exact).result().test();
    RunResult.Test second = run(Method.ENF, estimated).result().test();
    assertNotEquals(first.nll(), second.nll(), 0);
    assertEquals(first.nll(), second.nll(), 1);
  }

  @Test
  public void settingsThatChangeFiguresStandInTheDescription() {
    RunKey key = new RunKey(Method.ENF, 20, 1);
    String description = experiment(settings(2, 10)).describe(key);
    assertTrue(description, description.contains("3 layers of 8; learning rate 5.0E-4"));
    assertTrue(description, description.contains("2 epochs"));
    assertTrue(description, description.contains("exact trace"));
    RunSettings other =
        new RunSettings(
            3,
            small(2),
            SolverSettings.fixed("midpoint", 1),
            Optional.of(HeldOutTrace.HUTCHINSON),
            Optional.of(HeldOutTrace.EXACT),
            10,
            Optional.of(Duration.ofSeconds(5)));
    description = experiment(other).describe(key);
    assertTrue(description, description.contains("hutchinson trace, in the test exact"));
    assertTrue(description, description.contains("at most 5 s"));
  }

  @Test
  public void aStoppedRunHasNoResult() {
    assertThrows(
        StoppedException.class,
        () ->
            experiment(settings(2, 0))
                .run(
                    new RunKey(Method.ENF, 20, 1),
                    checkpoint(),
                    TrainingListener.NONE,
                    () -> true));
  }

  /** Stops at the question of this number, and from then on. */
  private static StopSignal stopAt(int question) {
    AtomicInteger asked = new AtomicInteger();
    return () -> asked.incrementAndGet() >= question;
  }

  private static List<CurvePoint> untimed(List<CurvePoint> curve) {
    return curve.stream()
        .map(
            point ->
                new CurvePoint(
                    point.key(),
                    point.epoch(),
                    point.step(),
                    point.trainingNll(),
                    point.validationNll(),
                    point.evaluations(),
                    0))
        .toList();
  }

  @Test
  public void aStoppedRunGoesOnAsIfItHadNeverStopped() throws IOException {
    for (Method method : new Method[] {Method.GNF_ATT_AUG, Method.KERNEL, Method.ENF_FM}) {
      RunSettings settings = settings(45, 10, SolverSettings.adaptive("dopri5", 1e-2, 1e-2));
      RunKey key = new RunKey(method, 20, 1);
      RunOutcome whole = run(method, settings);
      Path file = folder.getRoot().toPath().resolve(method.id());
      int stops = 0;
      Optional<RunOutcome> inParts = Optional.empty();
      while (inParts.isEmpty()) {
        try {
          inParts =
              Optional.of(
                  experiment(settings)
                      .run(key, file, TrainingListener.NONE, stopAt(15 + 15 * stops)));
        } catch (StoppedException e) {
          stops++;
          assertTrue(method.label(), Files.exists(file));
        }
      }
      assertTrue(method.label() + ": " + stops, stops > 1);
      RunResult result = inParts.get().result();
      assertEquals(whole.result().test(), result.test());
      assertEquals(whole.result().samples(), result.samples());
      assertEquals(whole.result().bestEpoch(), result.bestEpoch());
      assertEquals(whole.result().validationNll(), result.validationNll(), 0);
      assertEquals(untimed(whole.curve()), untimed(inParts.get().curve()));
    }
  }

  @Test
  public void aRunThatItsTimeLimitEndedIsOnlyTestedWhenItGoesOn() throws IOException {
    RunSettings usual = settings(1_000_000, 0);
    RunSettings limited =
        new RunSettings(
            usual.seed(),
            usual.changes(),
            usual.solver(),
            usual.trace(),
            usual.testTrace(),
            usual.drawn(),
            Optional.of(Duration.ofMillis(200)));
    RunKey key = new RunKey(Method.ENF_FM, 20, 1);
    Path file = checkpoint();
    AtomicLong steps = new AtomicLong();
    AtomicBoolean over = new AtomicBoolean();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void stepDone(Step step, TrainingState state) {
            steps.set(step.step());
            if (step.step() == 3) {
              LockSupport.parkNanos(limited.limit().orElseThrow().toNanos());
            }
          }

          @Override
          public void validated(TrainingState state, Objective.Validation validation) {
            over.set(true);
          }
        };
    assertThrows(
        StoppedException.class, () -> experiment(limited).run(key, file, listener, over::get));
    RunOutcome outcome =
        experiment(limited).run(key, file, TrainingListener.NONE, StopSignal.NEVER);
    assertEquals(steps.get(), outcome.curve().get(outcome.curve().size() - 1).step());
    assertEquals("the time limit is reached", outcome.result().ending());
  }

  @Test
  public void aCheckpointOfOtherSettingsOrSamplesIsRefused() {
    Path file = folder.getRoot().toPath().resolve("checkpoint");
    RunKey key = new RunKey(Method.ENF, 20, 1);
    ParticleExperiment experiment = experiment(settings(9, 0));
    assertThrows(
        StoppedException.class, () -> experiment.run(key, file, TrainingListener.NONE, stopAt(9)));
    IOException e =
        assertThrows(
            IOException.class,
            () ->
                experiment(settings(10, 0))
                    .run(key, file, TrainingListener.NONE, StopSignal.NEVER));
    assertEquals(
        file
            + ": it was left by a run with other settings; choose another folder, or remove the"
            + " file to begin the run anew",
        e.getMessage());
    RunCheckpoint onOthers = new RunCheckpoint(file, experiment.describe(key), "of others");
    e =
        assertThrows(
            IOException.class,
            () ->
                onOthers.restore(
                    ParameterLayout.of(EgnnSettings.dynamics(2, 0, 3, 8)).length(),
                    new PaperTraining(Experiment.DW4, settings(9, 0)).of(key),
                    new CurveRecorder(key, TrainingListener.NONE)));
    assertTrue(e.getMessage(), e.getMessage().contains("left by a run on other samples"));
  }

  @Test
  public void impossibleSettingsAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new ParticleExperiment(Experiment.QM9, engine, settings(1, 0), SOURCE));
    assertThrows(IllegalArgumentException.class, () -> settings(0, 0));
    assertThrows(IllegalArgumentException.class, () -> settings(1, -1));
    assertThrows(IllegalArgumentException.class, () -> HeldOutTrace.named("x"));
  }
}

package org.enf.core.dequantization;

import static org.enf.core.flow.ErrorControl.PER_MOLECULE;
import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.enf.core.dequantization.MoleculeFlow.Bound;
import org.enf.core.dequantization.MoleculeFlow.Generated;
import org.enf.core.egnn.Engine;
import org.enf.core.egnn.nd4j.Nd4jEngine;
import org.enf.core.flow.ContinuousFlow;
import org.enf.core.flow.ErrorControl;
import org.enf.core.flow.FlowPrior;
import org.enf.core.flow.GradientMethod;
import org.enf.core.flow.Regularisation;
import org.enf.core.flow.TraceEstimator;
import org.enf.core.flow.TraceEstimator.Hutchinson;
import org.enf.core.flow.TraceMethod;
import org.enf.core.ode.AdaptiveSolver;
import org.enf.core.ode.ButcherTableau;
import org.enf.core.ode.FixedStepSolver;
import org.enf.core.ode.OdeException;
import org.enf.core.ode.OdeSolver;
import org.enf.core.ode.Solution;
import org.enf.core.ode.StopSignal;
import org.enf.core.ode.StoppedException;
import org.enf.core.ode.Tolerance;
import org.enf.core.testing.ArrayNetwork;
import org.enf.core.testing.Closeness;
import org.enf.core.testing.FiniteDifferences;
import org.enf.core.testing.PlainEngine;
import org.enf.core.vector.Precision;
import org.junit.Test;

/** The bound on the likelihood of molecules, its gradient, and molecules from latent variables. */
public class MoleculeFlowTest {
  private static final int WIDTH = 3 + TinyEnf.FEATURES;
  private static final Hutchinson TRACE = new Hutchinson(TinyEnf.rowNoise(31));
  private static final double[] NOISE = TinyEnf.featureNoise(32);
  private static final StopSignal NEVER = StopSignal.NEVER;

  private final PlainEngine engine = new PlainEngine();

  @Test
  public void gradientAgreesWithFiniteDifferencesInEveryGroupOfParameters() {
    double[] parameters = TinyEnf.parameters();
    double[] gradient = new double[parameters.length];
    int first = TinyEnf.SETTINGS.dynamicsParameters();
    int second = first + TinyEnf.SETTINGS.actNormParameters();
    Random random = new Random(33);
    try (MoleculeFlow flow = TinyEnf.flow(engine, parameters)) {
      flow.gradient(TinyEnf.batch(), NOISE, TRACE, gradient, NEVER);
      assertGradient("dynamics", flow, gradient, random.ints(40, 0, first).toArray());
      assertGradient("ActNorm", flow, gradient, IntStream.range(first, second).toArray());
      assertGradient(
          "dequantizer", flow, gradient, random.ints(40, second, parameters.length).toArray());
    }
  }

  private static void assertGradient(
      String group, MoleculeFlow flow, double[] gradient, int[] indices) {
    double[] expected =
        FiniteDifferences.gradient(
            p -> {
              flow.setParameters(p);
              return -mean(flow.bound(TinyEnf.batch(), NOISE, TRACE, NEVER).values());
            },
            TinyEnf.parameters(),
            indices);
    double[] found = Arrays.stream(indices).mapToDouble(k -> gradient[k]).toArray();
    Closeness.assertClose(group, expected, found, 1e-7);
  }

  @Test
  public void gradientWithRegularisationAgreesForEveryDequantizerAndBothMethods() {
    Regularisation regularisation = new Regularisation(0.2, 0.1);
    OdeSolver tight = new AdaptiveSolver(ButcherTableau.DOPRI5, new Tolerance(1e-8, 1e-8), 10_000);
    OdeSolver few = new FixedStepSolver(ButcherTableau.HEUN, 2);
    for (Dequantization kind : Dequantization.values()) {
      EnfSettings settings = TinyEnf.settings(kind);
      double[] parameters = TinyEnf.parameters(settings);
      for (GradientMethod method : GradientMethod.values()) {
        OdeSolver solver = method == GradientMethod.DISCRETE ? few : tight;
        try (MoleculeFlow flow = new MoleculeFlow(settings, engine, solver, method)) {
          assertRegularisedGradient(kind + ", " + method, flow, parameters, regularisation);
        }
      }
    }
  }

  private static void assertRegularisedGradient(
      String what, MoleculeFlow flow, double[] parameters, Regularisation regularisation) {
    flow.setParameters(parameters);
    double[] noise = flow.dequantizerNoise(TinyEnf.SHAPE, new Random(3));
    double[] gradient = new double[parameters.length];
    Bound bound = flow.gradient(TinyEnf.batch(), noise, TRACE, regularisation, gradient, NEVER);
    assertTrue(what, bound.backwardEvaluations() > 0);
    assertTrue(what, mean(bound.kinetic()) > 0 && mean(bound.jacobian()) > 0);
    double[] wanted =
        FiniteDifferences.gradient(
            p -> {
              flow.setParameters(p);
              Bound there =
                  flow.gradient(
                      TinyEnf.batch(), noise, TRACE, regularisation, new double[p.length], NEVER);
              return -mean(there.values())
                  + regularisation.kinetic() * mean(there.kinetic())
                  + regularisation.jacobian() * mean(there.jacobian());
            },
            parameters,
            new int[] {3, 50, parameters.length - 2, parameters.length - 20});
    double[] found = {
      gradient[3], gradient[50], gradient[parameters.length - 2], gradient[parameters.length - 20]
    };
    Closeness.assertClose(what, wanted, found, 1e-6);
  }

  @Test
  public void framesOfAWayEndAtTheMolecules() {
    try (MoleculeFlow flow =
        new MoleculeFlow(
            TinyEnf.SETTINGS,
            engine,
            new AdaptiveSolver(ButcherTableau.DOPRI5, new Tolerance(1e-6, 1e-6), 1000))) {
      flow.setParameters(TinyEnf.parameters());
      double[] latent = flow.latent(TinyEnf.SHAPE, new Random(4));
      Generated generated = flow.generate(TinyEnf.SHAPE, latent, PER_MOLECULE, NEVER);
      MoleculeFlow.GeneratedWay way = flow.generateWay(TinyEnf.SHAPE, latent, 4, NEVER);
      assertEquals(5, way.frames().size());
      assertEquals(generated.solutions(), way.solutions());
      assertArrayEquals(generated.batch().positions(), way.frames().get(4).positions(), 0);
      assertArrayEquals(generated.batch().types(), way.frames().get(4).types());
    }
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  @Test
  public void gradientOverwritesAndTellsTheSameBound() {
    double[] gradient = new double[TinyEnf.SETTINGS.parameterCount()];
    try (MoleculeFlow flow = TinyEnf.flow(engine, TinyEnf.parameters())) {
      Bound bound = flow.bound(TinyEnf.batch(), NOISE, TRACE, NEVER);
      Bound first = flow.gradient(TinyEnf.batch(), NOISE, TRACE, gradient, NEVER);
      double[] once = gradient.clone();
      flow.gradient(TinyEnf.batch(), NOISE, TRACE, gradient, NEVER);
      assertArrayEquals(bound.values(), first.values(), 0);
      assertArrayEquals(once, gradient, 0);
      assertEquals(bound.solution(), first.solution());
    }
  }

  @Test
  public void singlePrecisionAgreesWithDouble() {
    double[] wanted = new double[TinyEnf.SETTINGS.parameterCount()];
    double[] found = wanted.clone();
    try (MoleculeFlow reference = TinyEnf.flow(engine, TinyEnf.parameters());
        Engine single = new Nd4jEngine(Precision.FLOAT);
        MoleculeFlow flow = TinyEnf.flow(single, TinyEnf.parameters())) {
      Bound expected = reference.gradient(TinyEnf.batch(), NOISE, TRACE, wanted, NEVER);
      Bound bound = flow.gradient(TinyEnf.batch(), NOISE, TRACE, found, NEVER);
      Closeness.assertClose("bound", expected.values(), bound.values(), 1e-4);
      Closeness.assertClose("gradient", wanted, found, 1e-4);
    }
  }

  @Test
  public void aFlowThatDoesNotMoveGivesThePriorOfTheLiftedFeatures() {
    MoleculeBatch batch = TinyEnf.batch();
    double[] zero = new double[TinyEnf.SETTINGS.parameterCount()];
    try (MoleculeFlow flow = TinyEnf.flow(engine, zero)) {
      Bound bound = flow.bound(batch, NOISE, new TraceEstimator.Exact(), NEVER);
      assertArrayEquals(new double[TinyEnf.SHAPE.molecules()], bound.logDeterminant(), 0);
      double[] rows = liftedByStandardNormals(batch);
      assertArrayEquals(
          new FlowPrior(3, TinyEnf.FEATURES).logDensity(TinyEnf.SHAPE, rows), bound.prior(), 1e-10);
      for (int b = 0; b < TinyEnf.SHAPE.molecules(); b++) {
        assertEquals(bound.prior()[b] - bound.dequantization()[b], bound.values()[b], 1e-12);
      }
    }
  }

  /** What the dequantizer makes of the noise where its network says mean 0 and scale 1. */
  private static double[] liftedByStandardNormals(MoleculeBatch batch) {
    double[] rows = new double[batch.types().length * WIDTH];
    int categories = TinyEnf.FEATURES - 1;
    for (int i = 0; i < batch.types().length; i++) {
      System.arraycopy(batch.positions(), 3 * i, rows, i * WIDTH, 3);
      double largest = NOISE[i * TinyEnf.FEATURES + batch.types()[i]];
      for (int k = 0; k < categories; k++) {
        double u = NOISE[i * TinyEnf.FEATURES + k];
        rows[i * WIDTH + 3 + k] =
            k == batch.types()[i] ? largest : largest - Math.log(1 + Math.exp(largest - u));
      }
      int charge = TinyEnf.TYPES.element(batch.types()[i]).atomicNumber();
      rows[i * WIDTH + 3 + categories] =
          charge + 1 / (1 + Math.exp(-NOISE[i * TinyEnf.FEATURES + categories]));
    }
    return rows;
  }

  @Test
  public void actNormStartsFromTheFirstBatch() {
    double[] zero = new double[TinyEnf.SETTINGS.parameterCount()];
    double[] all = zero.clone();
    try (MoleculeFlow flow = TinyEnf.flow(engine, zero)) {
      flow.initialiseActNorm(all, TinyEnf.batch(), new Random(1));
      int first = TinyEnf.SETTINGS.dynamicsParameters();
      int second = first + TinyEnf.SETTINGS.actNormParameters();
      double[] others = all.clone();
      Arrays.fill(others, first, second, 0);
      assertArrayEquals("only the ActNorm has changed", zero, others, 0);

      double[] sameNoise = flow.dequantizerNoise(TinyEnf.SHAPE, new Random(1));
      Bound bound = flow.bound(TinyEnf.batch(), sameNoise, TRACE, NEVER);
      int atoms = TinyEnf.SHAPE.atoms();
      int molecules = TinyEnf.SHAPE.molecules();
      // of each atom: 1 for the square of its position, 1 for each feature
      double squares = atoms * (1 + TinyEnf.FEATURES);
      double freedom = (atoms - molecules) * 3 + atoms * TinyEnf.FEATURES;
      assertEquals(
          -0.5 * squares - 0.5 * freedom * Math.log(2 * Math.PI),
          Arrays.stream(bound.prior()).sum(),
          1e-3);
    }
  }

  @Test
  public void generatedMoleculesAreScaledBackAndHaveTheTypeOfTheLargestFeature() {
    double[] parameters = new double[TinyEnf.SETTINGS.parameterCount()];
    parameters[TinyEnf.SETTINGS.dynamicsParameters()] = Math.log(2);
    try (MoleculeFlow flow = TinyEnf.flow(engine, parameters)) {
      double[] latent = flow.latent(TinyEnf.SHAPE, new Random(4));
      Generated generated = flow.generate(TinyEnf.SHAPE, latent, PER_MOLECULE, NEVER);
      assertEquals(TinyEnf.SHAPE, generated.batch().shape());
      for (int i = 0; i < TinyEnf.SHAPE.atoms(); i++) {
        for (int axis = 0; axis < 3; axis++) {
          assertEquals(
              2 * latent[i * WIDTH + axis], generated.batch().positions()[3 * i + axis], 1e-12);
        }
        int type = generated.batch().types()[i];
        for (int k = 0; k < TinyEnf.TYPES.size(); k++) {
          assertTrue(latent[i * WIDTH + 3 + type] >= latent[i * WIDTH + 3 + k]);
        }
      }
    }
  }

  @Test
  public void generationGoesBackAlongTheWayOfTheData() {
    OdeSolver fine = new FixedStepSolver(ButcherTableau.RK4, 12);
    double[] parameters = TinyEnf.parameters();
    // without the ActNorm, so that the flow alone maps rows to latent variables
    int first = TinyEnf.SETTINGS.dynamicsParameters();
    Arrays.fill(parameters, first, first + TinyEnf.SETTINGS.actNormParameters(), 0);
    double[] rows = new FlowPrior(3, TinyEnf.FEATURES).sample(TinyEnf.SHAPE, new Random(5));
    try (MoleculeFlow flow = new MoleculeFlow(TinyEnf.SETTINGS, engine, fine);
        ArrayNetwork network =
            new ArrayNetwork(
                engine, TinyEnf.SETTINGS.dynamics(), Arrays.copyOf(parameters, first))) {
      flow.setParameters(parameters);
      double[] latent =
          new ContinuousFlow(engine, network.network(), fine)
              .toLatent(TinyEnf.SHAPE, rows, TRACE, NEVER)
              .rows();
      double[] positions =
          flow.generate(TinyEnf.SHAPE, latent, PER_MOLECULE, NEVER).batch().positions();
      for (int i = 0; i < TinyEnf.SHAPE.atoms(); i++) {
        for (int axis = 0; axis < 3; axis++) {
          assertEquals(rows[i * WIDTH + axis], positions[3 * i + axis], 1e-4);
        }
      }
    }
  }

  @Test
  public void parametersOfWrongNumberAreRefused() {
    double[] parameters = TinyEnf.parameters();
    try (MoleculeFlow flow = TinyEnf.flow(engine, parameters)) {
      for (int change : new int[] {-1, 1}) {
        double[] wrong = Arrays.copyOf(parameters, parameters.length + change);
        IllegalArgumentException error =
            assertThrows(IllegalArgumentException.class, () -> flow.setParameters(wrong));
        assertTrue(error.getMessage(), error.getMessage().endsWith("not " + wrong.length));
      }
    }
  }

  @Test
  public void anIntegrationThatFailsOrIsStoppedSaysSo() {
    OdeSolver impatient =
        new AdaptiveSolver(ButcherTableau.DOPRI5, new Tolerance(1e-12, 1e-12), 20);
    double[] gradient = new double[TinyEnf.SETTINGS.parameterCount()];
    MoleculeBatch batch = TinyEnf.batch();
    try (MoleculeFlow flow = new MoleculeFlow(TinyEnf.SETTINGS, engine, impatient)) {
      flow.setParameters(TinyEnf.parameters());
      double[] latent = flow.latent(TinyEnf.SHAPE, new Random(1));
      assertThrows(OdeException.class, () -> flow.bound(batch, NOISE, TRACE, NEVER));
      assertThrows(OdeException.class, () -> flow.gradient(batch, NOISE, TRACE, gradient, NEVER));
      for (ErrorControl control : ErrorControl.values()) {
        flow.generate(TinyEnf.SHAPE, latent, control, NEVER)
            .solutions()
            .forEach(s -> assertEquals(Solution.Status.TOO_MANY_EVALUATIONS, s.status()));
        flow.bounds(batch, NOISE, TRACE, control, NEVER)
            .solutions()
            .forEach(s -> assertEquals(Solution.Status.TOO_MANY_EVALUATIONS, s.status()));
      }
      assertThrows(StoppedException.class, () -> flow.bound(batch, NOISE, TRACE, () -> true));
      assertThrows(
          StoppedException.class, () -> flow.gradient(batch, NOISE, TRACE, gradient, () -> true));
      assertThrows(
          StoppedException.class,
          () -> flow.generate(TinyEnf.SHAPE, latent, PER_MOLECULE, () -> true));
    }
  }

  @Test
  public void allVectorsAreGivenBackHoweverItEnds() {
    double[] gradient = new double[TinyEnf.SETTINGS.parameterCount()];
    MoleculeBatch batch = TinyEnf.batch();
    try (MoleculeFlow flow = TinyEnf.flow(engine, TinyEnf.parameters())) {
      int networks = engine.openVectors();
      double[] latent = flow.latent(TinyEnf.SHAPE, new Random(1));
      flow.bound(batch, NOISE, TRACE, NEVER);
      flow.bound(batch, NOISE, new TraceEstimator.Exact(), NEVER);
      flow.gradient(batch, NOISE, TRACE, gradient, NEVER);
      flow.generate(TinyEnf.SHAPE, latent, PER_MOLECULE, NEVER);
      AtomicInteger all = new AtomicInteger();
      flow.gradient(batch, NOISE, TRACE, gradient, () -> all.incrementAndGet() < 0);
      for (int evaluations = 0; evaluations < all.get(); evaluations++) {
        int most = evaluations;
        AtomicInteger asked = new AtomicInteger();
        assertThrows(
            StoppedException.class,
            () ->
                flow.gradient(
                    batch, NOISE, TRACE, gradient, () -> asked.getAndIncrement() >= most));
      }
      assertEquals(networks, engine.openVectors());
    }
    assertEquals(0, engine.openVectors());
  }

  @Test
  public void traceNoiseHasAnElementForEachNumberOfARow() {
    try (MoleculeFlow flow = TinyEnf.flow(engine, TinyEnf.parameters())) {
      double[] noise =
          ((TraceEstimator.Hutchinson)
                  flow.trace(TraceMethod.HUTCHINSON, TinyEnf.SHAPE, new Random(1)))
              .probes()[0];
      assertEquals(TinyEnf.SHAPE.atoms() * WIDTH, noise.length);
    }
  }
}

package org.enf.core.dequantization;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.enf.core.dequantization.MoleculeFlow.Bound;
import org.enf.core.egnn.EgnnSettings;
import org.enf.core.egnn.Engine;
import org.enf.core.egnn.GnnSettings;
import org.enf.core.egnn.NetworkSettings;
import org.enf.core.egnn.nd4j.Nd4jEngine;
import org.enf.core.flow.ErrorControl;
import org.enf.core.flow.Orientation;
import org.enf.core.flow.TraceEstimator;
import org.enf.core.flow.TraceEstimator.Hutchinson;
import org.enf.core.ode.ButcherTableau;
import org.enf.core.ode.FixedStepSolver;
import org.enf.core.ode.StopSignal;
import org.enf.core.testing.Closeness;
import org.enf.core.testing.Equivariance;
import org.enf.core.testing.FiniteDifferences;
import org.enf.core.testing.Layout;
import org.enf.core.testing.LivelyParameters;
import org.enf.core.testing.PlainEngine;
import org.enf.core.vector.Precision;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/**
 * With any kind of velocity network, read in either direction, the flow of molecules does the same
 * things.
 */
@RunWith(Parameterized.class)
public class MoleculeFlowKindsTest {
  private static final Hutchinson TRACE = new Hutchinson(TinyEnf.rowNoise(31));
  private static final double[] NOISE = TinyEnf.featureNoise(32);
  private static final StopSignal NEVER = StopSignal.NEVER;

  private final EnfSettings settings;
  private final double[] parameters;

  /** A flow with this velocity network. */
  public MoleculeFlowKindsTest(String name, NetworkSettings dynamics, Orientation orientation) {
    EnfSettings tiny = TinyEnf.SETTINGS;
    settings =
        new EnfSettings(
            tiny.types(),
            dynamics,
            tiny.dequantization(),
            tiny.dequantizer(),
            tiny.freedom(),
            orientation);
    parameters = settings.initialise(new Random(name.length()));
    double[] lively = LivelyParameters.of(dynamics, 21);
    System.arraycopy(lively, 0, parameters, 0, lively.length);
  }

  /** The kinds. */
  @Parameters(name = "{0}")
  public static List<Object[]> kinds() {
    EgnnSettings egnn = EgnnSettings.dynamics(3, TinyEnf.FEATURES, 2, 4);
    GnnSettings gnn = GnnSettings.dynamics(3, TinyEnf.FEATURES, 2, 4, false);
    GnnSettings attentive = GnnSettings.dynamics(3, TinyEnf.FEATURES, 2, 4, true);
    return List.of(
        new Object[] {"E-NF", egnn, Orientation.TO_LATENT},
        new Object[] {"E-NF to data", egnn, Orientation.TO_DATA},
        new Object[] {"GNF", gnn, Orientation.TO_LATENT},
        new Object[] {"GNF-att", attentive, Orientation.TO_LATENT});
  }

  private MoleculeFlow flow(Engine engine) {
    MoleculeFlow flow =
        new MoleculeFlow(settings, engine, new FixedStepSolver(ButcherTableau.HEUN, 2));
    flow.setParameters(parameters);
    return flow;
  }

  @Test
  public void gradientAgreesWithFiniteDifferences() {
    double[] gradient = new double[parameters.length];
    int[] indices = new Random(3).ints(30, 0, parameters.length).toArray();
    try (PlainEngine engine = new PlainEngine();
        MoleculeFlow flow = flow(engine)) {
      flow.gradient(TinyEnf.batch(), NOISE, TRACE, gradient, NEVER);
      double[] expected =
          FiniteDifferences.gradient(
              p -> {
                flow.setParameters(p);
                double[] values = flow.bound(TinyEnf.batch(), NOISE, TRACE, NEVER).values();
                return -Arrays.stream(values).average().orElseThrow();
              },
              parameters,
              indices);
      Closeness.assertClose(
          "gradient",
          expected,
          Arrays.stream(indices).mapToDouble(k -> gradient[k]).toArray(),
          1e-7);
    }
  }

  @Test
  public void enginesAgree() {
    double[] wanted = new double[parameters.length];
    double[] found = wanted.clone();
    try (PlainEngine plain = new PlainEngine();
        MoleculeFlow reference = flow(plain);
        Engine nd4j = new Nd4jEngine(Precision.DOUBLE);
        MoleculeFlow flow = flow(nd4j)) {
      Bound expected = reference.gradient(TinyEnf.batch(), NOISE, TRACE, wanted, NEVER);
      Bound bound = flow.gradient(TinyEnf.batch(), NOISE, TRACE, found, NEVER);
      Closeness.assertClose("bound", expected.values(), bound.values(), 1e-10);
      Closeness.assertClose("gradient", wanted, found, 1e-9);
    }
  }

  @Test
  public void boundDoesNotDependOnTheOrder() {
    try (PlainEngine engine = new PlainEngine();
        MoleculeFlow flow = flow(engine)) {
      Equivariance.of(3, TinyEnf.SHAPE)
          .input(Layout.perAtom(3), TinyEnf.batch().positions())
          .input(Layout.perAtom(1), TinyEnf.asDoubles(TinyEnf.ATOM_TYPES))
          .input(Layout.perAtom(TinyEnf.FEATURES), NOISE)
          .output("bound", Layout.perMolecule(1))
          .holds(
              (shape, in) -> {
                MoleculeBatch batch = TinyEnf.batch(shape, in.get(0), in.get(1));
                return List.of(
                    flow.bound(batch, in.get(2), new TraceEstimator.Exact(), NEVER).values());
              },
              1e-9);
    }
  }

  @Test
  public void moleculesAreGeneratedFromLatentVariables() {
    try (PlainEngine engine = new PlainEngine();
        MoleculeFlow flow = flow(engine)) {
      double[] latent = flow.latent(TinyEnf.SHAPE, new Random(1));
      MoleculeBatch batch =
          flow.generate(TinyEnf.SHAPE, latent, ErrorControl.PER_MOLECULE, NEVER).batch();
      MoleculeBatch again =
          flow.generate(TinyEnf.SHAPE, latent, ErrorControl.PER_MOLECULE, NEVER).batch();
      assertArrayEquals(batch.positions(), again.positions(), 0);
      assertArrayEquals(batch.types(), again.types());
      assertTrue(Arrays.stream(batch.positions()).allMatch(Double::isFinite));
      assertEquals(TinyEnf.SHAPE, batch.shape());
    }
  }
}

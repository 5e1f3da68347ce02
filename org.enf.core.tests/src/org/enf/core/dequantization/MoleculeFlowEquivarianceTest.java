package org.enf.core.dequantization;

import java.util.List;
import java.util.Random;
import org.enf.core.dequantization.MoleculeFlow.Bound;
import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.Engine;
import org.enf.core.flow.ErrorControl;
import org.enf.core.flow.FlowPrior;
import org.enf.core.flow.TraceEstimator;
import org.enf.core.ode.StopSignal;
import org.enf.core.testing.Equivariance;
import org.enf.core.testing.Layout;
import org.enf.core.testing.TestedEngine;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** The likelihood does not depend on how molecules are placed and listed; samples move along. */
@RunWith(Parameterized.class)
public class MoleculeFlowEquivarianceTest {
  private final TestedEngine tested;

  /** All on one engine. */
  public MoleculeFlowEquivarianceTest(TestedEngine tested) {
    this.tested = tested;
  }

  /** The engines. */
  @Parameters(name = "{0}")
  public static TestedEngine[] engines() {
    return TestedEngine.values();
  }

  private static Equivariance assertion() {
    return Equivariance.of(3, TinyEnf.SHAPE)
        .input(Layout.positions(3, 0), TinyEnf.batch().positions())
        .input(Layout.perAtom(1), TinyEnf.asDoubles(TinyEnf.ATOM_TYPES))
        .input(Layout.perAtom(TinyEnf.FEATURES), TinyEnf.featureNoise(2))
        .input(Layout.directions(3, TinyEnf.FEATURES), TinyEnf.rowNoise(3));
  }

  @Test
  public void boundIsInvariantWhereTheTraceNoiseMovesAlong() {
    try (Engine engine = tested.open();
        MoleculeFlow flow = TinyEnf.flow(engine, TinyEnf.parameters())) {
      assertion()
          .output("bound", Layout.perMolecule(1))
          .output("prior", Layout.perMolecule(1))
          .output("log-determinant", Layout.perMolecule(1))
          .output("log q", Layout.perMolecule(1))
          .holds((shape, in) -> bound(flow, shape, in), tested.tolerance(1e-9));
    }
  }

  private static List<double[]> bound(MoleculeFlow flow, BatchShape shape, List<double[]> in) {
    MoleculeBatch batch = TinyEnf.batch(shape, in.get(0), in.get(1));
    Bound bound =
        flow.bound(batch, in.get(2), new TraceEstimator.Hutchinson(in.get(3)), StopSignal.NEVER);
    return List.of(bound.values(), bound.prior(), bound.logDeterminant(), bound.dequantization());
  }

  @Test
  public void logLikelihoodByTheExactTraceIsInvariant() {
    try (Engine engine = tested.open();
        MoleculeFlow flow = TinyEnf.flow(engine, TinyEnf.parameters())) {
      for (ErrorControl control : ErrorControl.values()) {
        Equivariance.of(3, TinyEnf.SHAPE)
            .input(Layout.positions(3, 0), TinyEnf.batch().positions())
            .input(Layout.perAtom(1), TinyEnf.asDoubles(TinyEnf.ATOM_TYPES))
            .input(Layout.perAtom(TinyEnf.FEATURES), TinyEnf.featureNoise(2))
            .output("prior", Layout.perMolecule(1))
            .output("log-determinant", Layout.perMolecule(1))
            .output("log q", Layout.perMolecule(1))
            .holds(
                (shape, in) -> {
                  MoleculeFlow.Bounds bounds =
                      flow.bounds(
                          TinyEnf.batch(shape, in.get(0), in.get(1)),
                          in.get(2),
                          new TraceEstimator.Exact(),
                          control,
                          StopSignal.NEVER);
                  return List.of(bounds.prior(), bounds.logDeterminant(), bounds.dequantization());
                },
                tested.tolerance(1e-9));
      }
    }
  }

  @Test
  public void gradientIsInvariant() {
    double[] parameters = TinyEnf.parameters();
    try (Engine engine = tested.open();
        MoleculeFlow flow = TinyEnf.flow(engine, parameters)) {
      assertion()
          .output("gradient", Layout.perBatch(parameters.length))
          .holds(
              (shape, in) -> {
                double[] gradient = new double[parameters.length];
                flow.gradient(
                    TinyEnf.batch(shape, in.get(0), in.get(1)),
                    in.get(2),
                    new TraceEstimator.Hutchinson(in.get(3)),
                    gradient,
                    StopSignal.NEVER);
                return List.of(gradient);
              },
              tested.tolerance(1e-9));
    }
  }

  @Test
  public void samplesMoveAlongWithTheirLatentVariables() {
    double[] latent = new FlowPrior(3, TinyEnf.FEATURES).sample(TinyEnf.SHAPE, new Random(6));
    try (Engine engine = tested.open();
        MoleculeFlow flow = TinyEnf.flow(engine, TinyEnf.parameters())) {
      Equivariance.of(3, TinyEnf.SHAPE)
          .input(Layout.directions(3, TinyEnf.FEATURES), latent)
          .output("positions", Layout.directions(3, 0))
          .output("types", Layout.perAtom(1))
          .holds(
              (shape, in) -> {
                MoleculeBatch batch =
                    flow.generate(shape, in.get(0), ErrorControl.PER_MOLECULE, StopSignal.NEVER)
                        .batch();
                return List.of(batch.positions(), TinyEnf.asDoubles(batch.types()));
              },
              tested.tolerance(1e-9));
    }
  }
}

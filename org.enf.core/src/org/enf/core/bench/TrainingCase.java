package org.enf.core.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.enf.core.dequantization.EnfSettings;
import org.enf.core.dequantization.MoleculeFlow;
import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.EgnnSettings;
import org.enf.core.egnn.Engine;
import org.enf.core.egnn.ParameterLayout;
import org.enf.core.flow.NoiseKind;
import org.enf.core.flow.PositionFlow;
import org.enf.core.flow.Regularisation;
import org.enf.core.flow.TraceMethod;
import org.enf.core.molecule.AtomTypes;
import org.enf.core.molecule.Molecule;
import org.enf.core.ode.SolverSettings;
import org.enf.core.particles.MetropolisSampler;
import org.enf.core.particles.MetropolisSettings;
import org.enf.core.particles.ParticleSystem;
import org.enf.core.particles.PositionSet;
import org.enf.core.training.LikelihoodSettings;
import org.enf.core.training.MoleculeLikelihood;
import org.enf.core.training.MoleculeSet;
import org.enf.core.training.Objective;
import org.enf.core.training.PositionLikelihood;
import org.enf.core.training.PositionObjective;
import org.enf.core.training.TrainingSettings;

/**
 * Training by maximum likelihood as in the paper's experiments, from fresh weights, with the
 * paper's solver and, on QM9, its regularisation. A batch is all data there are, so that every step
 * does the same.
 */
public enum TrainingCase {
  /** DW4. */
  DW4("train-dw4", 3, 32, 100),
  /** LJ13. */
  LJ13("train-lj13", 3, 32, 100),
  /** Positions of molecules with 19 atoms. */
  QM9_POSITIONAL("train-qm9-positional", 6, 64, 32),
  /** Molecules of QM9's sizes, with the released code's width. */
  QM9_64("train-qm9-64", 6, 64, 10),
  /** Molecules of QM9's sizes, with the paper's width. */
  QM9_128("train-qm9-128", 6, 128, 10),
  /** The paper's training on QM9. */
  QM9_128_PAPER("train-qm9-128-paper", 6, 128, 128);

  /** A step with more samples takes so long that it needs no warm-up. */
  private static final int MOST_SAMPLES_TO_WARM_UP = 100;

  private static final int ATOMS_OF_POSITIONS = 19;
  private static final double LEARNING_RATE = 2e-4;
  private static final int EPOCHS = 1_000_000;

  private final String id;
  private final int layers;
  private final int hidden;
  private final int batchSize;

  TrainingCase(String id, int layers, int hidden, int batchSize) {
    this.id = id;
    this.layers = layers;
    this.hidden = hidden;
    this.batchSize = batchSize;
  }

  /** The name by which users choose it. */
  public String id() {
    return id;
  }

  /** Batch and network in words. */
  public String description() {
    return "batch " + batchSize + ", " + layers + " layers × " + hidden;
  }

  /** The names of all. */
  public static List<String> ids() {
    return Arrays.stream(values()).map(TrainingCase::id).toList();
  }

  /** Whether a step is so long that one thread alone would take minutes. */
  public boolean large() {
    return batchSize > MOST_SAMPLES_TO_WARM_UP;
  }

  /** The samples of a step. */
  public int batchSize() {
    return batchSize;
  }

  TrainingSettings settings() {
    boolean particles = this == DW4 || this == LJ13;
    LikelihoodSettings loss =
        particles
            ? LikelihoodSettings.DEFAULT
            : LikelihoodSettings.DEFAULT
                .with(new TraceMethod.Hutchinson(NoiseKind.GAUSSIAN, 1))
                .with(Regularisation.PAPER);
    return new TrainingSettings(EPOCHS, batchSize, LEARNING_RATE, 0, 1).with(loss);
  }

  /**
   * A fresh model with its data.
   *
   * @param objective computes the loss
   * @param closing gives back what the objective computes with
   */
  record Trained(Objective objective, Runnable closing) implements AutoCloseable {
    @Override
    public void close() {
      closing.run();
    }
  }

  /** A fresh model with its data; the caller closes it. */
  Trained open(Engine engine) {
    return switch (this) {
      case DW4 -> positions(engine, samples(ParticleSystem.DW4));
      case LJ13 -> positions(engine, samples(ParticleSystem.LJ13));
      case QM9_POSITIONAL -> positions(engine, standIns());
      case QM9_64, QM9_128, QM9_128_PAPER -> molecules(engine);
    };
  }

  private PositionSet samples(ParticleSystem system) {
    return new MetropolisSampler(system, MetropolisSettings.ofSeed(0)).draw(batchSize);
  }

  private PositionSet standIns() {
    Molecule[] molecules = Qm9Molecules.of(BatchShape.uniform(batchSize, ATOMS_OF_POSITIONS));
    double[] positions =
        Arrays.stream(molecules)
            .flatMapToDouble(molecule -> Arrays.stream(molecule.positions()))
            .toArray();
    return PositionSet.of(ATOMS_OF_POSITIONS, Molecule.DIMENSIONS, positions);
  }

  private Trained positions(Engine engine, PositionSet data) {
    EgnnSettings network = EgnnSettings.dynamics(data.dimensions(), 0, layers, hidden);
    PositionFlow flow =
        new PositionFlow(engine.network(network), engine, SolverSettings.PAPER.solver());
    Objective objective =
        new PositionLikelihood(
            new PositionObjective.Subject(
                flow,
                ParameterLayout.of(network)::initialise,
                data,
                Optional.empty(),
                new TraceMethod.Hutchinson(NoiseKind.RADEMACHER, 1)),
            settings());
    return new Trained(objective, flow::close);
  }

  private Trained molecules(Engine engine) {
    MoleculeSet.Builder data = new MoleculeSet.Builder(AtomTypes.QM9);
    for (Molecule molecule : Qm9Molecules.of(Qm9Molecules.shape(batchSize))) {
      data.add(molecule);
    }
    MoleculeFlow flow =
        new MoleculeFlow(
            EnfSettings.paper(AtomTypes.QM9, layers, hidden),
            engine,
            SolverSettings.PAPER.solver());
    Objective objective = new MoleculeLikelihood(flow, data.build(), Optional.empty(), settings());
    return new Trained(objective, flow::close);
  }
}

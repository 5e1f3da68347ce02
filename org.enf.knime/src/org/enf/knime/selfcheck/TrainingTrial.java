package org.enf.knime.selfcheck;

import java.util.List;
import java.util.Optional;
import org.enf.core.dequantization.EnfSettings;
import org.enf.core.egnn.Engine;
import org.enf.core.engine.Device;
import org.enf.core.learner.Learner;
import org.enf.core.learner.LearnerPlan;
import org.enf.core.learner.ObjectiveKind;
import org.enf.core.molecule.AtomTypes;
import org.enf.core.molecule.build.BuildResult;
import org.enf.core.molecule.build.DemoMolecules;
import org.enf.core.molecule.build.GeometryBuilder;
import org.enf.core.ode.SolverSettings;
import org.enf.core.ode.StopSignal;
import org.enf.core.text.Words;
import org.enf.core.training.MoleculeSet;
import org.enf.core.training.TrainingSettings;

/** Trains a small model on some molecules of the demo, by either objective. */
final class TrainingTrial {
  private static final int MOLECULES = 6;
  private static final int LAYERS = 2;
  private static final int WIDTH = 16;
  private static final int EPOCHS = 2;
  private static final int BATCH_SIZE = 3;

  /**
   * Trains.
   *
   * @throws IllegalStateException if a loss is no number
   */
  String run() {
    MoleculeSet data = data();
    try (Engine engine = Device.CPU.open(1).engine()) {
      double matching = train(ObjectiveKind.FM, data, engine);
      double likelihood = train(ObjectiveKind.ML, data, engine);
      return Words.count(data.size(), "molecule")
          + ", loss of flow matching "
          + Words.nats(matching)
          + ", of maximum likelihood "
          + Words.nats(likelihood)
          + " nats, by "
          + engine.description();
    }
  }

  private static MoleculeSet data() {
    GeometryBuilder builder = new GeometryBuilder(1);
    MoleculeSet.Builder molecules = new MoleculeSet.Builder(AtomTypes.QM9);
    for (DemoMolecules.Entry entry : new DemoMolecules().entries().subList(0, MOLECULES)) {
      if (builder.build(entry.smiles(), entry.name()) instanceof BuildResult.Built built) {
        molecules.add(built.lowest());
      }
    }
    return molecules.build();
  }

  private static double train(ObjectiveKind objective, MoleculeSet data, Engine engine) {
    EnfSettings model =
        objective == ObjectiveKind.FM
            ? EnfSettings.matching(AtomTypes.QM9, LAYERS, WIDTH)
            : EnfSettings.paper(AtomTypes.QM9, LAYERS, WIDTH);
    TrainingSettings usual = objective.training();
    LearnerPlan plan =
        new LearnerPlan(
            model,
            new TrainingSettings(EPOCHS, BATCH_SIZE, usual.learningRate(), 0, 1)
                .with(usual.loss())
                .with(usual.optimiser())
                .with(usual.clipping()),
            SolverSettings.fixed("rk4", 2),
            data,
            "self-check",
            Optional.empty(),
            Optional.empty());
    try (Learner learner = new Learner(plan, engine, Optional.empty())) {
      double loss = learner.run(List.of()).train(null, StopSignal.NEVER).state().smoothedNll();
      if (!Double.isFinite(loss)) {
        throw new IllegalStateException("the loss of " + objective + " is " + loss);
      }
      return loss;
    }
  }
}

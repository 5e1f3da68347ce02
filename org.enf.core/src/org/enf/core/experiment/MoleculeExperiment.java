package org.enf.core.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.enf.core.dequantization.EnfSettings;
import org.enf.core.dequantization.MoleculeBatch;
import org.enf.core.dequantization.MoleculeFlow;
import org.enf.core.dequantization.SizeDistribution;
import org.enf.core.egnn.Engine;
import org.enf.core.egnn.GnnSettings;
import org.enf.core.egnn.NetworkSettings;
import org.enf.core.experiment.Experiment.NetworkSize;
import org.enf.core.experiment.RunResult.Drawn;
import org.enf.core.experiment.RunResult.Test;
import org.enf.core.model.EnfModel;
import org.enf.core.model.MoleculeSampler;
import org.enf.core.molecule.Element;
import org.enf.core.molecule.Molecule;
import org.enf.core.ode.StopSignal;
import org.enf.core.scoring.Bootstrap;
import org.enf.core.scoring.MoleculeScorer;
import org.enf.core.scoring.Ratio;
import org.enf.core.scoring.StabilityScore;
import org.enf.core.training.MeanBound;
import org.enf.core.training.MoleculeLikelihood;
import org.enf.core.training.MoleculeSet;
import org.enf.core.training.Objective.Validation;
import org.enf.core.training.TrainingListener;
import org.enf.core.training.TrainingSettings;

/**
 * The experiment on whole molecules (Satorras et al. 2021, Table 2): trains a flow, chooses the
 * weights by the validation NLL, evaluates the test set, draws molecules and judges their
 * stability.
 */
public final class MoleculeExperiment implements Runs {
  private static final int DRAWN_AT_ONCE = 100;

  private final Engine engine;
  private final RunSettings settings;
  private final MoleculeSplit data;
  private final PaperTraining paper;

  /** Runs on these molecules. */
  public MoleculeExperiment(Engine engine, RunSettings settings, MoleculeSplit data) {
    this.engine = engine;
    this.settings = settings;
    this.data = data;
    paper = new PaperTraining(Experiment.QM9, settings);
  }

  /**
   * Checks that a method can be applied to molecules.
   *
   * @throws IllegalArgumentException if it moves positions only; the message lists the others
   */
  public static void requireMolecules(Method method) {
    if (method.knowsDivergence() || method.matches()) {
      throw new IllegalArgumentException(
          "the method "
              + method.id()
              + " is for positions only; for molecules choose enf, enf-to-data, gnf, gnf-att or"
              + " gnf-att-aug");
    }
  }

  @Override
  public int mostSamples() {
    return data.training().size();
  }

  @Override
  public String describe(RunKey key) {
    return data.name()
        + ", "
        + data.validation().size()
        + " molecules for validation, "
        + data.test().size()
        + " for the test; "
        + settings.describe(Experiment.QM9, key)
        + paper.describe(key)
        + "; "
        + engine.precision().name().toLowerCase(Locale.ROOT)
        + " precision";
  }

  @Override
  public RunOutcome run(RunKey key, Path checkpoint, TrainingListener listener, StopSignal stop)
      throws IOException {
    if (key.samples() > mostSamples()) {
      throw new IOException(
          data.name()
              + ": there are "
              + mostSamples()
              + " molecules to train on; choose at most as many samples");
    }
    requireMolecules(key.method());
    MoleculeSet molecules = first(data.training(), key.samples());
    EnfSettings model = model(key.method());
    TrainingSettings training = paper.of(key);
    try (MoleculeFlow flow = new MoleculeFlow(model, engine, settings.solver().solver())) {
      MoleculeLikelihood objective =
          new MoleculeLikelihood(flow, molecules, Optional.of(data.validation()), training);
      TrainedRun trained =
          new RunTraining(
                  settings,
                  training,
                  objective,
                  new CurveRecorder(key, listener),
                  new RunCheckpoint(checkpoint, describe(key), fingerprint(molecules)))
              .run(stop);
      SizeDistribution sizes = molecules.sizeDistribution();
      flow.setParameters(trained.weights());
      // another seed than the validation's, whose noise chose the weights
      Validation test =
          new MeanBound(flow, sizes, ~training.seed())
              .of(data.test(), Integer.MAX_VALUE, training.batchSize(), stop);
      EnfModel best =
          new EnfModel(
              model,
              sizes,
              trained.weights(),
              trained.provenance(engine, data.name(), molecules.fingerprint()));
      RunResult result =
          trained.result(
              key,
              describe(key),
              new Test(test.nll(), Double.NaN, test.samples(), test.left(), Double.NaN),
              draw(best, training.seed(), stop));
      return new RunOutcome(
          result, trained.curve().points(), Optional.empty(), Optional.empty(), Optional.of(best));
    }
  }

  private String fingerprint(MoleculeSet molecules) {
    return String.join(
        " ", molecules.fingerprint(), data.validation().fingerprint(), data.test().fingerprint());
  }

  private static MoleculeSet first(MoleculeSet all, int count) {
    if (count == all.size()) {
      return all;
    }
    MoleculeSet.Builder chosen = new MoleculeSet.Builder(all.types());
    for (int k = 0; k < count; k++) {
      MoleculeBatch one = all.batch(k);
      Element[] elements =
          Arrays.stream(one.types()).mapToObj(all.types()::element).toArray(Element[]::new);
      chosen.add(new Molecule(Integer.toString(k), elements, one.positions()));
    }
    return chosen.build();
  }

  /** The paper's system; only the velocity differs between the methods. */
  private EnfSettings model(Method method) {
    NetworkSize size = settings.network(Experiment.QM9);
    EnfSettings paper = EnfSettings.paper(data.training().types(), size.layers(), size.hidden());
    if (method == Method.ENF || method == Method.ENF_TO_DATA) {
      return paper.with(method.orientation());
    }
    NetworkSettings velocity =
        GnnSettings.dynamics(
            Molecule.DIMENSIONS,
            paper.features(),
            size.layers(),
            size.hidden(),
            method != Method.GNF);
    return new EnfSettings(paper.types(), velocity, paper.dequantizer(), paper.freedom());
  }

  /** The stability of what a model draws; molecules whose integration fails are unstable. */
  private Drawn draw(EnfModel model, long seed, StopSignal stop) {
    if (settings.drawn() == 0) {
      return Drawn.NOTHING;
    }
    MoleculeScorer scorer = new MoleculeScorer(Bootstrap.withSeed(seed));
    try (MoleculeSampler sampler = new MoleculeSampler(model, engine, settings.solver())) {
      sampler.sample(
          new MoleculeSampler.Request(settings.drawn(), seed, OptionalInt.empty(), DRAWN_AT_ONCE),
          new MoleculeSampler.Listener() {
            @Override
            public void drawn(int number, List<Molecule> frames) {
              scorer.add(frames.get(0));
            }

            @Override
            public void failed(int number, String reason) {
              // it counts among the drawn ones, of which it is missing
            }
          },
          stop);
    }
    StabilityScore stability = scorer.score().stability();
    return new Drawn(
        Double.NaN,
        share(stability.atoms().ratio()),
        (double) stability.molecules().ratio().numerator() / settings.drawn());
  }

  private static double share(Ratio ratio) {
    return ratio.value().orElse(Double.NaN);
  }
}

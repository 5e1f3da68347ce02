package org.enf.core.cli;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.enf.core.flow.GradientMethod;
import org.enf.core.flow.NoiseKind;
import org.enf.core.flow.Regularisation;
import org.enf.core.flow.TraceMethod;
import org.enf.core.model.Checkpoint;
import org.enf.core.model.EnfModelFile;
import org.enf.core.ode.SolverSettings;
import org.enf.core.training.ClippingSettings;
import org.enf.core.training.ClippingSettings.GlobalNorm;
import org.enf.core.training.ClippingSettings.Scope;
import org.enf.core.training.LikelihoodSettings;
import org.enf.core.training.LikelihoodSettings.Augmentation;
import org.enf.core.training.OptimiserSettings;
import org.enf.core.training.OptimiserSettings.Rule;
import org.enf.core.training.ScheduleSettings;
import org.enf.core.training.ScheduleSettings.Decay;
import org.enf.core.training.SelectionSettings;
import org.enf.core.training.SelectionSettings.Keep;
import org.enf.core.training.TrainingSettings;
import org.enf.core.training.TrainingSettings.LastBatch;
import org.enf.core.training.TrainingState;
import org.enf.core.vector.Precision;
import org.junit.Test;

/** The options of {@code enf train} about optimiser, schedule, weights, and going on with them. */
public final class TrainOptionsTest extends CliTestBase {
  private static final String[] RICH = {
    "--noise", "gaussian", "--probes", "2", "--regularisation", "1e-3", "--jacobian", "2e-3",
    "--gradient", "continuous", "--augment", "--beta1", "0.8", "--beta2", "0.99", "--weight-decay",
    "1e-4", "--no-amsgrad", "--clip", "5", "--clip-flow-only", "--warm-up", "2", "--decay",
    "cosine", "--decay-steps", "40", "--average", "0.9", "--validate-every", "1", "--patience",
    "50", "--keep", "best", "--drop-last-batch", "--optimiser", "muon"
  };

  private TrainingState state(String name) throws IOException {
    return Checkpoint.read(file(name + ".checkpoint.enf")).state();
  }

  @Test
  public void withoutOptionsTrainingIsPlain() throws IOException {
    done(train(molecules("train.xyz", 4), name("m.enf"), "--epochs", "1"));
    TrainingSettings expected = new TrainingSettings(1, 4, 5e-4, 5, 1000);
    assertEquals(expected, trained("m.enf").training());
    assertEquals(OptimiserSettings.PAPER, expected.optimiser());
    assertEquals(ScheduleSettings.CONSTANT, expected.schedule());
    assertEquals(ClippingSettings.DEFAULT, expected.clipping());
    assertTrue(state("m").average().isEmpty());
    assertTrue(state("m").selection().best().isEmpty());
  }

  @Test
  public void everyOptionReachesTheModelFile() throws IOException {
    String data = molecules("train.xyz", 6);
    done(train(data, name("m.enf"), and(RICH, "--epochs", "1", "--validation", data)));
    TrainingSettings training = trained("m.enf").training();
    assertEquals(
        new LikelihoodSettings(
            new TraceMethod.Hutchinson(NoiseKind.GAUSSIAN, 2),
            new Regularisation(1e-3, 2e-3),
            GradientMethod.CONTINUOUS,
            Augmentation.ROTATION),
        training.loss());
    assertEquals(
        new OptimiserSettings(Rule.MUON, 0.8, 0.99, 1e-8, 1e-4, false), training.optimiser());
    assertEquals(new ClippingSettings(new GlobalNorm(5), Scope.FLOW), training.clipping());
    assertEquals(new ScheduleSettings(2, Decay.COSINE, 40), training.schedule());
    assertEquals(new SelectionSettings(0.9, 1, 50, Keep.BEST), training.selection());
    assertEquals(LastBatch.DROP, training.lastBatch());
    assertEquals("six molecules fill one batch of four", 1, trained("m.enf").steps());
    String info = done("info", "--model", name("m.enf")).out();
    assertTrue(info, info.contains("5.0E-4, warm-up over 2 steps, cosine to step 40\n"));
    assertTrue(info, info.contains("5.0, of the flow only\n"));
    assertTrue(
        info,
        info.contains(
            "trace Hutchinson's estimator with 2 Gaussian probes for each molecule, regularisation"
                + " 0.001 (kinetic) and 0.002 (Jacobian), continuous adjoint, molecules turned"));
    assertTrue(info, info.contains("average with decay 0.9, best validation"));
  }

  @Test
  public void accuracyReachesTheModelFileAndHoldsWhenTheRunGoesOn() throws IOException {
    String data = molecules("train.xyz", 4);
    String[] adaptive = {
      "train",
      "--data",
      data,
      "--model",
      name("m.enf"),
      "--layers",
      "1",
      "--hidden",
      "8",
      "--dequantizer-layers",
      "1",
      "--dequantizer-hidden",
      "8"
    };
    done(and(adaptive, "--epochs", "1", "--accuracy", "fast"));
    assertEquals(SolverSettings.adaptive("dopri5", 1e-2, 1e-2), trained("m.enf").solver());
    done(and(adaptive, "--epochs", "2", "--resume"));
    assertEquals(SolverSettings.adaptive("dopri5", 1e-2, 1e-2), trained("m.enf").solver());
    String line =
        failure(ExitCode.FAILED, and(adaptive, "--epochs", "3", "--resume", "--accuracy", "tight"));
    assertTrue(line, line.contains("the solver is dopri5 with rtol 1.0E-6"));
  }

  @Test
  public void resumedRunWithAllOfThemIsTheUninterruptedOneBitForBit() throws IOException {
    String data = molecules("train.xyz", 12);
    String[] options = and(RICH, "--validation", data);
    done(train(data, name("whole.enf"), and(options, "--epochs", "4")));
    done(train(data, name("parts.enf"), and(options, "--epochs", "1")));
    done(
        "train",
        "--data",
        data,
        "--model",
        name("parts.enf"),
        "--validation",
        data,
        "--resume",
        "--epochs",
        "4");
    assertArrayEquals(state("whole").parameters(), state("parts").parameters(), 0);
    assertArrayEquals(state("whole").weights(), state("parts").weights(), 0);
    assertEquals(
        state("whole").selection().best().get().step(),
        state("parts").selection().best().get().step());
    assertArrayEquals(
        EnfModelFile.read(file("whole.enf")).parameters(),
        EnfModelFile.read(file("parts.enf")).parameters(),
        0);
  }

  @Test
  public void runThatGoesOnWithoutItsValidationSetIsTold() throws IOException {
    String data = molecules("train.xyz", 6);
    done(train(data, name("m.enf"), "--epochs", "1", "--validation", data));
    CliRun run = done(train(data, name("m.enf"), "--epochs", "2", "--resume"));
    assertTrue(run.err(), run.err().contains("without --validation the model gets the last"));
  }

  @Test
  public void cosineToTheLastEpochFixesTheNumberOfEpochs() throws IOException {
    String data = molecules("train.xyz", 6);
    done(train(data, name("m.enf"), "--epochs", "1", "--decay", "cosine"));
    String line = failure(ExitCode.FAILED, train(data, name("m.enf"), "--epochs", "2", "--resume"));
    assertTrue(line, line.contains("--epochs is 2 now and was 1"));
  }

  @Test
  public void resumeNamesEveryOptionThatDiffers() throws IOException {
    String data = molecules("train.xyz", 6);
    done(train(data, name("m.enf"), "--epochs", "1"));
    String line =
        failure(
            ExitCode.FAILED,
            train(
                data,
                name("m.enf"),
                "--resume",
                "--clip",
                "7",
                "--average",
                "0.5",
                "--noise",
                "gaussian",
                "--warm-up",
                "9",
                "--method",
                "gnf",
                "--probes",
                "3",
                "--kinetic",
                "0.5",
                "--gradient",
                "continuous",
                "--dequantization",
                "uniform"));
    assertTrue(line, line.contains("--probes is 3 now and was 1"));
    assertTrue(
        line, line.contains("the weight of the kinetic regularisation is 0.5 now and was 0.0"));
    assertFalse(line, line.contains("Jacobian"));
    assertTrue(line, line.contains("--gradient is continuous now and was discrete"));
    assertTrue(line, line.contains("--dequantization is uniform now and was argmax"));
    assertTrue(line, line.contains("--clip is 7.0 now and was adaptive from 3000.0"));
    assertTrue(line, line.contains("--average is 0.5 now and was 0.0"));
    assertTrue(line, line.contains("--noise is gaussian now and was rademacher"));
    assertTrue(line, line.contains("--warm-up is 9 now and was 0"));
    assertTrue(line, line.contains("--method is gnf now and was enf"));
    assertFalse(line, line.contains("--beta1"));
  }

  @Test
  public void patienceEndsARunThatMakesNoProgress() throws IOException {
    String data = molecules("train.xyz", 6);
    CliRun run =
        done(
            train(
                data,
                name("m.enf"),
                "--epochs",
                "500",
                "--validation",
                data,
                "--patience",
                "1",
                "--learning-rate",
                "0.05"));
    assertTrue(run.err(), run.err().contains("the validation NLL fell no more"));
    assertTrue(run.err(), run.err().contains("the model has the weights of step "));
    int epochs = state("m").position().epoch();
    assertTrue(epochs < 500);
    CliRun longer =
        done(
            train(
                data,
                name("m.enf"),
                "--validation",
                data,
                "--resume",
                "--patience",
                "1000",
                "--epochs",
                Integer.toString(epochs + 1)));
    assertTrue(longer.err(), longer.err().contains("all epochs are done"));
  }

  @Test
  public void lastWeightsAreKeptOnRequest() throws IOException {
    String data = molecules("train.xyz", 6);
    done(
        train(
            data,
            name("m.enf"),
            "--epochs",
            "3",
            "--validation",
            data,
            "--keep",
            "last",
            "--precision",
            "double"));
    double[] last = state("m").parameters();
    double[] kept = EnfModelFile.read(file("m.enf")).parameters();
    for (int i = 0; i < last.length; i++) {
      assertEquals((float) last[i], kept[i], 0);
    }
  }

  @Test
  public void resumedRunTakesPrecisionAndEngineFromTheCheckpoint() throws IOException {
    String data = molecules("train.xyz", 6);
    done(train(data, name("m.enf"), "--epochs", "1", "--precision", "double"));
    CliRun run = done(train(data, name("m.enf"), "--epochs", "2", "--resume"));
    assertFalse(run.err(), run.err().contains("not bit for bit"));
    assertEquals(Precision.DOUBLE, trained("m.enf").precision());
    assertTrue(trained("m.enf").engine(), trained("m.enf").engine().contains("float64"));
  }

  @Test
  public void crashOfAFreshStartLeavesNoCheckpointOfTheRunBefore() throws IOException {
    String data = molecules("train.xyz", 6);
    done(train(data, name("m.enf"), "--epochs", "1"));
    String[] again = train(data, name("m.enf"), "--overwrite");
    assertEquals(ExitCode.FAILED, cli().crashingAfter(3).run(again).code());
    assertTrue("nothing had begun yet", Files.exists(file("m.checkpoint.enf")));
    assertEquals(ExitCode.FAILED, cli().crashingAfter(30).run(again).code());
    assertTrue(Files.notExists(file("m.checkpoint.enf")));
    assertTrue("the model stays until there is a new one", Files.exists(file("m.enf")));
  }

  @Test
  public void impossibleSettingsAreWrongUse() {
    String[][] cases = {
      {"--clip", "tight", "there is no clipping 'tight'"},
      {"--clip", "0", "largest norm must be above 0"},
      {"--clip-first-norm", "-1", "first norm must be above 0"},
      {"--noise", "pink", "there is no noise 'pink'; choose rademacher or gaussian"},
      {"--probes", "0", "number of probes must be 1 to 1000, not 0"},
      {"--regularisation", "-1", "weight of the kinetic regularisation must be at least 0"},
      {"--jacobian", "-1", "weight of the Jacobian regularisation must be at least 0"},
      {"--gradient", "steep", "there is no gradient 'steep'; choose discrete or continuous"},
      {
        "--dequantization",
        "x",
        "there is no dequantization 'x'; choose argmax, variational, uniform or gaussian"
      },
      {"--decay", "fast", "there is no decay 'fast'"},
      {"--decay-steps", "7", "--decay-steps belongs to --decay cosine"},
      {"--warm-up", "-1", "number of warm-up steps must be 0 or more"},
      {"--average", "1", "decay of the average must be at least 0 and below 1"},
      {"--patience", "3", "--patience needs a --validation set"},
      {"--keep", "best", "--keep best needs a --validation set"},
      {"--keep", "worst", "there are no weights 'worst'"},
      {"--validate-every", "0", "epochs between two validations must be 1 to"},
      {"--beta1", "1", "beta1 must be"},
      {"--weight-decay", "-1", "weight decay must be 0 to 1"},
      {"--method", "gan", "there is no method 'gan'"},
      {"--coordinate-range", "-1", "coordinateRange must be 0 (no limit) to"}
    };
    for (String[] one : cases) {
      String line =
          failure(ExitCode.USAGE, "train", "--data", "x", "--model", name("m.enf"), one[0], one[1]);
      assertTrue(line, line.contains(one[2]));
    }
  }

  @Test
  public void tooFewMoleculesForABatchAreToldBeforeAnythingIsWritten() throws IOException {
    String data = molecules("train.xyz", 3);
    CliRun run = run(train(data, name("m.enf"), "--drop-last-batch"));
    assertEquals(ExitCode.USAGE, run.code());
    assertTrue(run.err(), run.err().contains("3 samples fill no batch of 4"));
    assertEquals(List.of("train.xyz"), files());
  }
}

package org.enf.core.cli;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.enf.core.learner.Learner;
import org.enf.core.model.Checkpoint;
import org.enf.core.model.EnfModel;
import org.enf.core.model.EnfModelFile;
import org.enf.core.training.TrainingState;
import org.junit.Test;

/** {@code enf train}. */
public final class TrainCommandTest extends CliTestBase {
  private static void assertSame(TrainingState expected, TrainingState actual) {
    assertArrayEquals(expected.parameters(), actual.parameters(), 0);
    assertArrayEquals(
        expected.optimiser().adam().firstMoment(), actual.optimiser().adam().firstMoment(), 0);
    assertArrayEquals(
        expected.optimiser().adam().secondMoment(), actual.optimiser().adam().secondMoment(), 0);
    assertArrayEquals(expected.clipping().norms(), actual.clipping().norms(), 0);
    assertEquals(expected.smoothedNll(), actual.smoothedNll(), 0);
    assertEquals(expected.position().step(), actual.position().step());
    assertEquals(expected.position().epoch(), actual.position().epoch());
    assertEquals(expected.position().batch(), actual.position().batch());
  }

  private Checkpoint checkpoint(String name) throws IOException {
    return Checkpoint.read(file(name + ".checkpoint.enf"));
  }

  @Test
  public void writesModelCheckpointAndLog() throws IOException {
    String data = molecules("train.xyz", 12);
    CliRun run = done(train(data, name("m.enf"), "--epochs", "2", "--log", name("steps.csv")));
    EnfModel model = EnfModelFile.read(file("m.enf"));
    assertEquals(1, model.settings().dynamics().layers());
    assertEquals(8, model.settings().dynamics().hidden());
    assertEquals("train.xyz", trained("m.enf").data());
    assertEquals(12, trained("m.enf").molecules());
    assertEquals(6, trained("m.enf").steps());
    assertEquals(5, trained("m.enf").training().seed());
    assertTrue(model.provenance().metrics().containsKey(Learner.TRAINING_NLL));
    assertEquals(2, checkpoint("m").state().position().epoch());
    List<String> log = Files.readAllLines(file("steps.csv"));
    assertEquals(1 + 6, log.size());
    assertTrue(log.get(0), log.get(0).startsWith("step,epoch,molecules,nll_nats"));
    assertEquals(log.get(0).split(",").length, log.get(6).split(",").length);
    assertEquals("", run.out());
    assertTrue(run.err(), run.err().contains("all epochs are done; 6 steps, 2 whole epochs"));
  }

  @Test
  public void dataMayComeFromTheStandardInput() throws IOException {
    byte[] bytes = Files.readAllBytes(file(fileName(molecules("train.xyz", 6))));
    CliRun run = cli().withInput(bytes).run(train("-", name("m.enf"), "--epochs", "1"));
    assertEquals(run.err(), ExitCode.DONE, run.code());
    assertEquals("standard input", trained("m.enf").data());
  }

  private static String fileName(String path) {
    return path.substring(path.replace('\\', '/').lastIndexOf('/') + 1);
  }

  @Test
  public void modelOfTheSameSeedIsTheSame() throws IOException {
    String data = molecules("train.xyz", 12);
    done(train(data, name("a.enf"), "--epochs", "1"));
    done(train(data, name("b.enf"), "--epochs", "1"));
    assertSame(checkpoint("a").state(), checkpoint("b").state());
  }

  @Test
  public void sameNumberOfThreadsTrainsTheSameModelBitForBit() throws IOException {
    String data = molecules("train.xyz", 12);
    List<String> args =
        List.of(
            "train",
            "--data",
            data,
            "--epochs",
            "2",
            "--batch-size",
            "6",
            "--layers",
            "2",
            "--hidden",
            "13",
            "--dequantizer-layers",
            "1",
            "--dequantizer-hidden",
            "9",
            "--engine",
            "cpu",
            "--threads",
            "2",
            "--model");
    for (String model : List.of("a.enf", "b.enf")) {
      List<String> all = new ArrayList<>(args);
      all.add(name(model));
      done(all.toArray(String[]::new));
    }
    assertSame(checkpoint("a").state(), checkpoint("b").state());
  }

  @Test
  public void resumedRunIsTheUninterruptedOneBitForBit() throws IOException {
    String data = molecules("train.xyz", 12);
    done(train(data, name("whole.enf"), "--epochs", "4"));
    done(train(data, name("parts.enf"), "--epochs", "2"));
    done(train(data, name("parts.enf"), "--epochs", "4", "--resume"));
    assertSame(checkpoint("whole").state(), checkpoint("parts").state());
    assertArrayEquals(
        EnfModelFile.read(file("whole.enf")).parameters(),
        EnfModelFile.read(file("parts.enf")).parameters(),
        0);
  }

  @Test
  public void stoppedRunLeavesAModelAndACheckpointThatGoesOnBitForBit() throws IOException {
    String data = molecules("train.xyz", 12);
    String[] args = train(data, name("stopped.enf"), "--epochs", "3");
    CliRun stopped = cli().stoppedAfter(60).run(args);
    assertEquals(stopped.err(), ExitCode.STOPPED, stopped.code());
    TrainingState state = checkpoint("stopped").state();
    assertTrue(state.position().step() > 0 && state.position().epoch() < 3);
    assertEquals(state.position().step(), trained("stopped.enf").steps());
    done(train(data, name("stopped.enf"), "--resume"));
    done(train(data, name("whole.enf"), "--epochs", "3"));
    assertSame(checkpoint("whole").state(), checkpoint("stopped").state());
  }

  @Test
  public void stopBeforeTheFirstStepLeavesACheckpointToo() throws IOException {
    String data = molecules("train.xyz", 6);
    // the reader asks for each molecule, the trainer once more
    CliRun stopped = cli().stoppedAfter(7).run(train(data, name("m.enf"), "--epochs", "1"));
    assertEquals(stopped.err(), ExitCode.STOPPED, stopped.code());
    assertEquals(0, checkpoint("m").state().position().step());
    done(train(data, name("m.enf"), "--resume"));
    assertEquals(2, checkpoint("m").state().position().step());
  }

  @Test
  public void timeLimitEndsTheRunWithAModel() throws IOException {
    String data = molecules("train.xyz", 6);
    CliRun run = done(train(data, name("m.enf"), "--epochs", "1000000", "--time-limit", "1s"));
    assertTrue(run.err(), run.err().contains("the time limit is reached"));
    assertEquals(1_000_000, trained("m.enf").training().epochs());
  }

  @Test
  public void resumedRunTakesItsSettingsFromTheCheckpoint() throws IOException {
    String data = molecules("train.xyz", 12);
    done(train(data, name("m.enf"), "--epochs", "1"));
    done("train", "--data", data, "--model", name("m.enf"), "--resume", "--epochs", "2");
    EnfModel model = EnfModelFile.read(file("m.enf"));
    assertEquals(1, model.settings().dynamics().layers());
    assertEquals(4, trained("m.enf").training().batchSize());
    assertEquals("rk4", trained("m.enf").solver().method());
    assertEquals(6, trained("m.enf").steps());
  }

  @Test
  public void resumeNamesTheSettingsThatDiffer() throws IOException {
    String data = molecules("train.xyz", 6);
    done(train(data, name("m.enf"), "--epochs", "1"));
    String line =
        failure(
            ExitCode.FAILED,
            "train",
            "--data",
            data,
            "--model",
            name("m.enf"),
            "--resume",
            "--layers",
            "2",
            "--learning-rate",
            "0.1",
            "--steps",
            "3");
    assertTrue(line, line.contains("--layers is 2 now and was 1"));
    assertTrue(line, line.contains("--learning-rate is 0.1 now and was 5.0E-4"));
    assertTrue(line, line.contains("the solver is rk4 with 3 equal steps now"));
    assertFalse(line, line.contains("--hidden"));
  }

  @Test
  public void resumeNamesOtherData() throws IOException {
    done(train(molecules("train.xyz", 6), name("m.enf"), "--epochs", "1"));
    CliRun run = run(train(molecules("more.xyz", 9), name("m.enf"), "--resume"));
    assertEquals(ExitCode.FAILED, run.code());
    assertTrue(
        run.err(),
        run.err().contains("other data (6 molecules of train.xyz, now 9 molecules of more.xyz)"));
  }

  @Test
  public void resumeNeedsACheckpoint() throws IOException {
    String data = molecules("train.xyz", 6);
    String line = failure(ExitCode.FAILED, train(data, name("m.enf"), "--resume"));
    assertTrue(line, line.contains("there is no checkpoint " + name("m.checkpoint.enf")));
  }

  @Test
  public void damagedCheckpointIsRefused() throws IOException {
    String data = molecules("train.xyz", 6);
    done(train(data, name("m.enf"), "--epochs", "1"));
    byte[] bytes = Files.readAllBytes(file("m.checkpoint.enf"));
    Files.write(file("m.checkpoint.enf"), Arrays.copyOf(bytes, bytes.length - 100));
    String line = failure(ExitCode.FAILED, train(data, name("m.enf"), "--resume"));
    assertTrue(line, line.contains("m.checkpoint.enf"));
  }

  @Test
  public void modelIsNotOverwrittenByAccident() throws IOException {
    String data = molecules("train.xyz", 6);
    done(train(data, name("m.enf"), "--epochs", "1"));
    byte[] before = Files.readAllBytes(file("m.enf"));
    String line = failure(ExitCode.FAILED, train(data, name("m.enf"), "--epochs", "2"));
    assertTrue(line, line.contains("is there already; go on with it by --resume"));
    assertArrayEquals(before, Files.readAllBytes(file("m.enf")));
    done(train(data, name("m.enf"), "--epochs", "2", "--overwrite"));
    assertEquals(2, checkpoint("m").state().position().epoch());
  }

  @Test
  public void checkpointIsNotOverwrittenByAccident() throws IOException {
    String data = molecules("train.xyz", 6);
    done(train(data, name("m.enf"), "--epochs", "1"));
    Files.delete(file("m.enf"));
    String line = failure(ExitCode.FAILED, train(data, name("m.enf")));
    assertTrue(line, line.contains("m.checkpoint.enf is there already"));
  }

  @Test
  public void resumeAndOverwriteExcludeEachOther() {
    String line = failure(ExitCode.USAGE, train("x", name("m.enf"), "--resume", "--overwrite"));
    assertTrue(line, line.contains("give one of them"));
  }

  @Test
  public void validationIsEvaluatedAndKept() throws IOException {
    String data = molecules("train.xyz", 6);
    CliRun run = done(train(data, name("m.enf"), "--epochs", "1", "--validation", data));
    assertTrue(run.err(), run.err().contains("epoch 1: validation NLL "));
    assertTrue(
        EnfModelFile.read(file("m.enf"))
            .provenance()
            .metrics()
            .containsKey(Learner.VALIDATION_NLL));
  }

  @Test
  public void moleculesWithOtherElementsAreCountedAndLeftOut() throws IOException {
    String data =
        text(
            "mixed.xyz",
            "2",
            "",
            "H 0 0 0",
            "H 0 0 0.74",
            "2",
            "",
            "H 0 0 0",
            "Cl 0 0 1.27",
            "2",
            "",
            "S 0 0 0",
            "Cl 0 0 2");
    CliRun run = done(train(data, name("m.enf"), "--epochs", "1"));
    assertTrue(
        run.err(),
        run.err()
            .contains(
                "2 molecules left out for elements besides H C N O F (S in 1, Cl in 1); --types"));
    assertEquals(1, trained("m.enf").molecules());
    done(train(data, name("all.enf"), "--epochs", "1", "--types", "H,S,Cl"));
    EnfModel all = EnfModelFile.read(file("all.enf"));
    assertEquals(3, trained("all.enf").molecules());
    assertEquals("H S Cl", all.settings().types().toString());
  }

  @Test
  public void dataWithoutAUsableMoleculeIsRefused() throws IOException {
    String data = text("foreign.xyz", "2", "", "H 0 0 0", "Cl 0 0 1.27");
    CliRun run = run(train(data, name("m.enf")));
    assertEquals(ExitCode.FAILED, run.code());
    assertTrue(run.err(), run.err().contains("there is no molecule of only H C N O F"));
    assertEquals(List.of("foreign.xyz"), files());
  }

  @Test
  public void brokenRecordIsSkippedToldAndCounted() throws IOException {
    String data = text("broken.xyz", "1", "", "H 0 0 0", "1", "", "H 0 0 x", "1", "", "H 0 0 1");
    CliRun run = done(train(data, name("m.enf"), "--epochs", "1"));
    assertTrue(run.err(), run.err().contains("skipped " + data + ":6: "));
    assertTrue(run.err(), run.err().contains(data + ": 2 molecules read, 1 broken record skipped"));
  }

  @Test
  public void strictReadingStopsAtABrokenRecord() throws IOException {
    String data = text("broken.xyz", "1", "", "H 0 0 0", "1", "", "H 0 0 x", "1", "", "H 0 0 1");
    String line = failure(ExitCode.FAILED, train(data, name("m.enf"), "--strict"));
    assertTrue(line, line.contains(data + ":6: "));
  }

  @Test
  public void limitAndExclusionListLeaveMoleculesOut() throws IOException {
    String data =
        text("gdb.xyz", "1", "gdb 1", "H 0 0 0", "1", "gdb 2", "H 0 0 1", "1", "gdb 3", "H 0 0 2");
    String list = text("uncharacterized.txt", "2 C");
    CliRun run =
        done(train(data, name("m.enf"), "--epochs", "1", "--exclude", list, "--limit", "2"));
    assertTrue(run.err(), run.err().contains("2 molecules read, 1 excluded"));
  }

  @Test
  public void missingAndHostileDataEndInOneLine() throws IOException {
    String missing = failure(ExitCode.FAILED, train(name("no.xyz"), name("m.enf")));
    assertTrue(missing, missing.contains("no.xyz"));
    String empty = failure(ExitCode.FAILED, train(text("empty.xyz"), name("m.enf")));
    assertTrue(empty, empty.contains("empty.xyz"));
    String words = failure(ExitCode.FAILED, train(text("words.xyz", "no xyz"), name("m.enf")));
    assertTrue(words, words.contains("words.xyz:1: "));
  }

  @Test
  public void impossibleSettingsAreWrongUse() {
    String[][] cases = {
      {"--layers", "0", "layers must be 1 to 100"},
      {"--hidden", "5000", "hidden must be 1 to 4096"},
      {"--epochs", "0", "epochs must be 1 to"},
      {"--batch-size", "-1", "batch size must be 1 to"},
      {"--learning-rate", "NaN", "learning rate must be above 0"},
      {"--time-limit", "5", "write for example 90s, 10m or 1h30m"},
      {"--checkpoint-every", "0s", "no duration above zero"},
      {"--types", "H,Q", "'Q' is no element"},
      {"--types", "H,H", "element H stands twice"},
      {"--solver", "rk5", "there is no solver 'rk5'"},
      {"--solver", "rk4", "the solver rk4 cannot choose its steps"},
      {"--steps", "0", "solver steps must be at least 1"},
      {"--rtol", "2", "relative tolerance must be"},
      {"--rtol", "-1e-4", "relative tolerance must be at least 0 and below 1, not -1.0E-4"},
      {"--atol", "-1", "absolute tolerance must be above 0, not -1.0"},
      {"--dequantizer-layers", "0", "the dequantizer: layers must be 1 to 100, not 0"},
      {"--atol", "0", "absolute tolerance must be"}
    };
    for (String[] one : cases) {
      String line =
          failure(ExitCode.USAGE, "train", "--data", "x", "--model", name("m.enf"), one[0], one[1]);
      assertTrue(line, line.contains(one[2]));
    }
  }

  @Test
  public void engineAndPrecisionAreChecked() throws IOException {
    String data = molecules("train.xyz", 3);
    String engine = failure(ExitCode.USAGE, train(data, name("m.enf"), "--engine", "abacus"));
    assertTrue(engine, engine.contains("there is no engine 'abacus'; choose one of auto"));
    String half = failure(ExitCode.USAGE, train(data, name("m.enf"), "--precision", "half"));
    assertTrue(half, half.contains("there is no precision 'half'"));
    done(train(data, name("m.enf"), "--epochs", "1", "--precision", "double"));
    assertTrue(trained("m.enf").engine().contains("float64"));
  }

  @Test
  public void otherPrecisionGoesOnWithAWarning() throws IOException {
    String data = molecules("train.xyz", 3);
    done(train(data, name("m.enf"), "--epochs", "1"));
    CliRun run =
        done(train(data, name("m.enf"), "--epochs", "2", "--resume", "--precision", "double"));
    assertTrue(run.err(), run.err().contains("goes on, but not bit for bit"));
  }

  @Test
  public void modelNeedsAFolder() throws IOException {
    String data = molecules("train.xyz", 3);
    String line = failure(ExitCode.FAILED, train(data, name("no/m.enf")));
    assertTrue(line, line.contains("there is no folder "));
    String folder = failure(ExitCode.FAILED, train(data, temporary.getRoot().toString()));
    assertTrue(folder, folder.contains("is a folder"));
  }
}

package org.enf.core.cli;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.enf.core.dequantization.Dequantization;
import org.enf.core.flow.Orientation;
import org.enf.core.model.Checkpoint;
import org.enf.core.model.EnfModel;
import org.enf.core.model.EnfModelFile;
import org.enf.core.training.LikelihoodSettings;
import org.enf.core.training.MatchingSettings;
import org.junit.Test;

/** {@code enf train --objective fm}, and what comes of its models. */
public final class MatchingCommandTest extends CliTestBase {
  private static final double[][] CORNERS = {{1, 1, 1}, {-1, -1, 1}, {-1, 1, -1}, {1, -1, -1}};

  /** Methane and ammonia in turns, with the bond lengths of the stability rule. */
  private String molecules(int count) throws IOException {
    StringBuilder text = new StringBuilder();
    Random random = new Random(3);
    for (int k = 0; k < count; k++) {
      int hydrogens = 4 - k % 2;
      text.append(1 + hydrogens).append("\nm").append(k).append('\n');
      text.append(k % 2 == 0 ? "C" : "N").append(" 0 0 0\n");
      double length = (k % 2 == 0 ? 1.09 : 1.01) / Math.sqrt(3);
      for (int h = 0; h < hydrogens; h++) {
        text.append('H');
        for (double direction : CORNERS[h]) {
          text.append(
              String.format(
                  Locale.ROOT, " %.4f", length * direction + 0.01 * random.nextGaussian()));
        }
        text.append('\n');
      }
    }
    Files.writeString(file("train.xyz"), text);
    return name("train.xyz");
  }

  private String[] matching(String data, String model, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "train",
                "--objective",
                "fm",
                "--data",
                data,
                "--model",
                name(model),
                "--layers",
                "2",
                "--hidden",
                "16",
                "--batch-size",
                "16",
                "--seed",
                "1"));
    args.addAll(List.of(more));
    return args.toArray(String[]::new);
  }

  @Test
  public void aTinySetIsLearntToStableAtoms() throws IOException {
    String data = molecules(64);
    done(
        "train",
        "--objective",
        "fm",
        "--data",
        data,
        "--model",
        name("m.enf"),
        "--layers",
        "3",
        "--hidden",
        "32",
        "--epochs",
        "1000",
        "--learning-rate",
        "1e-2",
        "--warm-up",
        "50",
        "--seed",
        "1",
        "--threads",
        "1");
    EnfModel model = EnfModelFile.read(file("m.enf"));
    assertEquals(Dequantization.GAUSSIAN, model.settings().dequantization());
    assertEquals(Orientation.TO_DATA, model.settings().orientation());
    CliRun sample =
        done("sample", "--model", name("m.enf"), "--count", "100", "--out", name("s.sdf"));
    assertTrue(
        sample.err(), sample.err().contains("solver: 50 steps at times (k/50)^2.0, churn 30.0"));
    done("score", "--in", name("s.sdf"), "--json", name("score.json"));
    JsonNode score = JsonMapper.builder().build().readTree(file("score.json").toFile());
    double stable = score.get("atomStability").get("value").asDouble();
    assertTrue("stable atoms: " + stable, stable >= 0.95);
  }

  @Test
  public void aRunInPartsEqualsOneInAPiece() throws IOException {
    String data = molecules(64);
    done(matching(data, "whole.enf", "--decay", "none", "--epochs", "3"));
    done(matching(data, "parts.enf", "--decay", "none", "--epochs", "1"));
    done(matching(data, "parts.enf", "--resume", "--epochs", "3"));
    assertArrayEquals(
        Checkpoint.read(file("whole.checkpoint.enf")).state().parameters(),
        Checkpoint.read(file("parts.checkpoint.enf")).state().parameters(),
        0);
  }

  @Test
  public void checksTellHowManyMoleculesAreStableAndAreLogged() throws IOException {
    String data = molecules(32);
    CliRun run =
        done(
            matching(
                data,
                "m.enf",
                "--epochs",
                "4",
                "--validate-every",
                "2",
                "--check-molecules",
                "5",
                "--check-log",
                name("checks.jsonl")));
    assertTrue(run.err(), run.err().contains("of 5 molecules drawn"));
    List<String> lines = Files.readAllLines(file("checks.jsonl"));
    assertEquals(2, lines.size());
    JsonNode line = JsonMapper.builder().build().readTree(lines.get(1));
    assertEquals(8, line.get("step").asInt());
    assertEquals(5, line.get("drawn").asInt());
    assertTrue(line.get("training_loss").asDouble() > 0);
    double stable = line.get("stable_atoms").asDouble();
    assertTrue(stable >= 0 && stable <= 1);
  }

  @Test
  public void checksComeWithTheValidation() throws IOException {
    String data = molecules(16);
    done(
        matching(
            data,
            "m.enf",
            "--epochs",
            "1",
            "--validation",
            data,
            "--validation-molecules",
            "2",
            "--check-log",
            name("checks.jsonl")));
    List<String> lines = Files.readAllLines(file("checks.jsonl"));
    JsonNode last = JsonMapper.builder().build().readTree(lines.get(lines.size() - 1));
    assertEquals(2, last.get("validation_molecules").asInt());
    assertTrue(Double.isFinite(last.get("validation_nll_nats").asDouble()));
  }

  @Test
  public void likelihoodGoesOnWithAModelOfFlowMatching() throws IOException {
    String data = molecules(16);
    done(matching(data, "fm.enf", "--epochs", "20"));
    done(
        "train",
        "--init",
        name("fm.enf"),
        "--data",
        data,
        "--model",
        name("ml.enf"),
        "--epochs",
        "1",
        "--batch-size",
        "8",
        "--solver",
        "midpoint",
        "--steps",
        "2");
    EnfModel model = EnfModelFile.read(file("ml.enf"));
    assertEquals(EnfModelFile.read(file("fm.enf")).settings(), model.settings());
    assertTrue(trained("ml.enf").training().loss() instanceof LikelihoodSettings);
    assertEquals(
        "fm.enf, trained by flow matching on train.xyz for 20 steps",
        trained("ml.enf").startedFrom());
    double moved = 0;
    double[] before = EnfModelFile.read(file("fm.enf")).parameters();
    for (int k = 0; k < before.length; k++) {
      moved = Math.max(moved, Math.abs(before[k] - model.parameters()[k]));
    }
    assertTrue("two steps of AdamW at 5e-4", moved > 0 && moved < 2.1e-3);
  }

  @Test
  public void optionsOfTheLossAreKept() throws IOException {
    String data = molecules(16);
    done(
        matching(
            data,
            "m.enf",
            "--epochs",
            "1",
            "--sigma-min",
            "0.01",
            "--times",
            "logit-normal",
            "--times-mean",
            "-0.5",
            "--alignment",
            "equivariant",
            "--type-weight",
            "0.5",
            "--charge-scale",
            "0.2"));
    MatchingSettings loss = (MatchingSettings) trained("m.enf").training().loss();
    assertEquals("linear with sigma-min 0.01", loss.positionPath().words());
    assertEquals("logit-normal times with mean -0.5 and deviation 1.0", loss.times().words());
    assertEquals(MatchingSettings.Alignment.EQUIVARIANT, loss.alignment());
    assertEquals(0.5, loss.weights().types(), 0);
    assertEquals(0.2, loss.scales().charges(), 0);
    String info = done("info", "--model", name("m.enf")).out();
    assertTrue(info, info.contains("flow matching, linear with sigma-min 0.01 paths"));
    assertTrue(info, info.contains("aligned noise"));
    String line =
        failure(ExitCode.FAILED, matching(data, "m.enf", "--resume", "--type-weight", "2"));
    assertTrue(line, line.contains("--type-weight is 2.0 now and was 0.5"));
  }

  @Test
  public void optionsThatDoNotFitAreWrongUse() throws IOException {
    String data = molecules(4);
    String[][] cases = {
      {"--probes", "2", "--probes belongs to --objective ml"},
      {"--sigma-min", "1", "sigma-min must be at least 0 and below 1"},
      {"--times-mean", "1", "--times-mean and --times-deviation belong to --times logit-normal"},
      {"--times", "later", "there is no kind of times 'later'"},
      {"--feature-path", "curved", "there is no path 'curved'"},
      {"--alignment", "x", "there is no alignment 'x'"},
      {"--position-weight", "0", "the weight of positions must be above 0"},
      {"--type-scale", "0", "the scale of types must be above 0"},
      {"--check-molecules", "-1", "--check-molecules must be 0 or more"},
      {"--check-log", "x", "--check-log has nothing to write"},
    };
    for (String[] one : cases) {
      String line = failure(ExitCode.USAGE, matching(data, "m.enf", one[0], one[1]));
      assertTrue(line, line.contains(one[2]));
    }
    String line =
        failure(
            ExitCode.USAGE, "train", "--data", data, "--model", name("m.enf"), "--sigma-min", "0");
    assertTrue(line, line.contains("--sigma-min belongs to --objective fm"));
  }

  @Test
  public void initHasTheArchitectureOfItsModel() throws IOException {
    String data = molecules(16);
    done(matching(data, "fm.enf", "--epochs", "1"));
    String line =
        failure(
            ExitCode.USAGE,
            "train",
            "--init",
            name("fm.enf"),
            "--data",
            data,
            "--model",
            name("b.enf"),
            "--layers",
            "3");
    assertTrue(line, line.contains("a run that starts from fm.enf has its architecture"));
    assertTrue(line, line.contains("--layers is 3 now and was 2"));
    line =
        failure(
            ExitCode.USAGE,
            "train",
            "--objective",
            "fm",
            "--init",
            name("fm.enf"),
            "--data",
            data,
            "--model",
            name("b.enf"),
            "--type-scale",
            "2");
    assertTrue(line, line.contains("are for a fresh model; that of --init has its own"));
  }

  @Test
  public void unknownBuiltInModelIsWrongUse() {
    String line =
        failure(
            ExitCode.USAGE,
            "sample",
            "--model",
            "builtin:x",
            "--count",
            "1",
            "--out",
            name("s.sdf"));
    assertTrue(line, line.contains("there is no built-in model 'x'; choose qm9"));
  }
}

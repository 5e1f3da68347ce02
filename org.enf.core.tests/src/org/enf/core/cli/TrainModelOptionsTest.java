package org.enf.core.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.enf.core.dequantization.Dequantization;
import org.enf.core.egnn.EgnnSettings;
import org.enf.core.egnn.GnnSettings;
import org.enf.core.flow.ActNorm.PositionFreedom;
import org.enf.core.model.EnfModel;
import org.enf.core.model.EnfModelFile;
import org.junit.Test;

/** The options of {@code enf train} about what kind of model is trained. */
public final class TrainModelOptionsTest extends CliTestBase {
  @Test
  public void baselinesWithoutEquivarianceAreTrained() throws IOException {
    String data = molecules("train.xyz", 4);
    done(train(data, name("g.enf"), "--epochs", "1", "--method", "gnf-att", "--augment"));
    assertEquals(
        GnnSettings.dynamics(3, 6, 1, 8, true),
        EnfModelFile.read(file("g.enf")).settings().dynamics());
    done("train", "--data", data, "--model", name("g.enf"), "--resume", "--epochs", "2");
    String json = done("info", "--model", name("g.enf"), "--json", "-").out();
    assertTrue(json, json.contains("\"kind\" : \"gnn\""));
  }

  @Test
  public void coordinateRangeAndActNormAreChosen() throws IOException {
    String data = molecules("train.xyz", 4);
    done(
        train(
            data,
            name("m.enf"),
            "--epochs",
            "1",
            "--coordinate-range",
            "0",
            "--reference-actnorm"));
    var settings = EnfModelFile.read(file("m.enf")).settings();
    assertEquals(0, ((EgnnSettings) settings.dynamics()).coordinateRange(), 0);
    assertEquals(PositionFreedom.AMBIENT, settings.freedom());
  }

  @Test
  public void everyDequantizationIsTrainedAndGoesOn() throws IOException {
    String data = molecules("train.xyz", 4);
    for (Dequantization kind : Dequantization.values()) {
      String model = name(kind.words() + ".enf");
      List<String> args =
          new ArrayList<>(
              List.of("train", "--data", data, "--model", model, "--layers", "1", "--hidden", "8"));
      args.addAll(List.of("--solver", "rk4", "--steps", "1", "--dequantization", kind.words()));
      args.addAll(List.of("--epochs", "1"));
      done(args.toArray(String[]::new));
      done("train", "--data", data, "--model", model, "--resume", "--epochs", "2");
      EnfModel read = EnfModelFile.read(Path.of(model));
      assertEquals(kind, read.settings().dequantization());
      assertEquals(2, read.provenance().trained().orElseThrow().steps());
    }
  }

  @Test
  public void uniformDequantizationHasNoNetworkToChoose() {
    String line =
        failure(
            ExitCode.USAGE,
            "train",
            "--data",
            "x",
            "--model",
            name("m.enf"),
            "--dequantization",
            "uniform",
            "--dequantizer-layers",
            "2");
    assertTrue(line, line.contains("belong to --dequantization argmax or variational"));
  }

  @Test
  public void networkThatNoArrayHoldsIsRefused() throws IOException {
    String line =
        failure(
            ExitCode.USAGE,
            "train",
            "--data",
            molecules("train.xyz", 4),
            "--model",
            name("m.enf"),
            "--layers",
            "100",
            "--hidden",
            "4096");
    assertTrue(line, line.contains("choose fewer layers or a smaller width"));
  }
}

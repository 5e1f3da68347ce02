package org.enf.core.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.enf.core.model.EnfModelFile;
import org.enf.core.molecule.Element;
import org.enf.core.molecule.Molecule;
import org.enf.core.molecule.io.MoleculeFiles;
import org.enf.core.molecule.io.MoleculeWriter;
import org.junit.Test;

/** {@code enf experiment}, in small. */
public final class ExperimentCommandTest extends CliTestBase {
  private static final List<String> SMALL =
      List.of(
          "--epochs",
          "1",
          "--layers",
          "1",
          "--hidden",
          "4",
          "--solver",
          "euler",
          "--steps",
          "1",
          "--draw",
          "5");

  private String[] experiment(String name, String... more) {
    List<String> args = new ArrayList<>(List.of("experiment", name, "--out", name("out")));
    args.addAll(SMALL);
    args.addAll(List.of(more));
    return args.toArray(String[]::new);
  }

  private List<String> results() throws IOException {
    return Files.readAllLines(file("out").resolve("results.csv"));
  }

  @Test
  public void writesTablesAndPlotsOfEveryMethod() throws IOException {
    CliRun run = done(experiment("dw4", "--method", "all", "--samples", "5", "--held-out", "5"));
    assertEquals(run.err(), 7, results().size());
    for (String file :
        List.of(
            "results.md",
            "curves.csv",
            "nll.png",
            "training-5.png",
            "distances-enf-5-1.png",
            "distances-gnf-att-aug-5-1.png")) {
      assertTrue(file, Files.size(file("out").resolve(file)) > 0);
    }
    assertTrue(run.out(), run.out().contains("| 5 | Kernel dynamics | 1 |"));
    assertTrue(run.err(), run.err().contains("[6/6] Kernel dynamics, 5 samples, run 1"));
    assertTrue(run.err(), run.err().contains("test NLL"));
  }

  @Test
  public void goesOnWithTheRunsThatAreMissing() throws IOException {
    String[] first = experiment("lj13", "--method", "kernel", "--samples", "5", "--held-out", "5");
    String[] more =
        experiment(
            "lj13",
            "--method",
            "kernel,simple",
            "--samples",
            "5",
            "--held-out",
            "5",
            "--runs",
            "2");
    done(first);
    List<String> before = results();
    CliRun run = done(more);
    assertTrue(run.err(), run.err().contains("Kernel dynamics, 5 samples, run 1: was done before"));
    assertTrue(run.err(), run.err().contains("[3/3]"));
    assertEquals(before, results().subList(0, before.size()));
    assertEquals(5, results().size());
  }

  @Test
  public void aStoppedExperimentKeepsItsFinishedRuns() throws IOException {
    String[] args = experiment("dw4", "--method", "kernel", "--samples", "5,6", "--held-out", "5");
    CliRun stopped = null;
    for (int questions = 5;
        stopped == null || !Files.exists(file("out").resolve("results.csv")); ) {
      stopped = cli().stoppedAfter(questions).run(args);
      questions++;
      assertTrue(questions < 200);
    }
    assertEquals(stopped.err(), ExitCode.STOPPED, stopped.code());
    assertTrue(stopped.err(), stopped.err().contains("the same command goes on from here"));
    assertEquals(2, results().size());
    done(args);
    assertEquals(3, results().size());
  }

  @Test
  public void aStoppedRunGoesOnFromItsCheckpointAndTakesItAway() throws IOException {
    String[] args = experiment("dw4", "--method", "enf", "--samples", "5", "--held-out", "5");
    CliRun stopped = cli().stoppedAfter(2).run(args);
    assertEquals(stopped.err(), ExitCode.STOPPED, stopped.code());
    Path checkpoint = file("out").resolve("checkpoint-enf-5-1.enf");
    assertTrue(Files.exists(checkpoint));
    List<String> more = new ArrayList<>(List.of(args));
    more.addAll(List.of("--seed", "9"));
    String line = failure(more.toArray(String[]::new));
    assertTrue(
        line, line.contains("was begun with other settings (seeds from 0, now seeds from 9)"));
    CliRun info = run("info", "--model", checkpoint.toString());
    assertTrue(
        info.err(), info.err().contains("the kind 'unfinished training', which is no model"));
    CliRun run = done(args);
    assertTrue(run.err(), run.err().contains("run 1, goes on from its checkpoint"));
    assertFalse(Files.exists(checkpoint));
    assertEquals(2, results().size());
  }

  @Test
  public void aCheckpointThatCannotBeReadIsNamed() throws IOException {
    Files.createDirectories(file("out"));
    Files.writeString(file("out").resolve("checkpoint-enf-5-1.enf"), "nothing of the kind");
    String line =
        failure(experiment("dw4", "--method", "enf", "--samples", "5", "--held-out", "5"));
    assertTrue(line, line.contains("checkpoint-enf-5-1.enf: "));
    assertTrue(line, line.endsWith("(remove the file to begin its run anew)"));
  }

  @Test
  public void otherSettingsInTheSameFolderAreRefused() {
    done(experiment("dw4", "--method", "kernel", "--samples", "5", "--held-out", "5"));
    String line =
        failure(
            experiment(
                "dw4", "--method", "kernel", "--samples", "5", "--held-out", "5", "--seed", "9"));
    assertTrue(line, line.contains("other settings (seeds from 0, now seeds from 9)"));
  }

  private String failure(String... args) {
    CliRun run = run(args);
    assertEquals(run.err(), ExitCode.FAILED, run.code());
    List<String> lines = run.errLines();
    return lines.get(lines.size() - 1);
  }

  /** Water with further hydrogens: 19 atoms each if {@code large}. */
  private String molecules(String name, int count, boolean large) throws IOException {
    try (MoleculeWriter writer = MoleculeFiles.create(file(name))) {
      for (int k = 0; k < count; k++) {
        Element[] elements = new Element[large ? 19 : 3 + k % 2];
        double[] positions = new double[3 * elements.length];
        for (int i = 0; i < elements.length; i++) {
          elements[i] = i == 0 ? Element.O : Element.H;
          positions[3 * i] = i % 3 + 0.01 * k;
          positions[3 * i + 1] = i / 3 % 3;
          positions[3 * i + 2] = i / 9;
        }
        writer.write(new Molecule("m", elements, positions));
      }
      writer.commit();
    }
    return name(name);
  }

  @Test
  public void positionsOfMoleculesOfNineteenAtomsAreTrainedOn() throws IOException {
    String data = molecules("train.xyz", 4, true);
    String validation = molecules("valid.xyz", 5, true);
    CliRun run =
        done(
            experiment(
                "qm9-positional",
                "--method",
                "kernel",
                "--data",
                data,
                "--validation",
                validation));
    assertTrue(run.err(), run.err().contains("4 molecules of 19 atoms in " + data));
    String row = results().get(1);
    assertTrue(row, row.startsWith("qm9-positional,kernel,4,1,"));
    assertTrue(
        row, row.contains("train.xyz, valid.xyz, 3 molecules for validation, 2 for the test"));
  }

  @Test
  public void wholeMoleculesAreTrainedOnAndLeaveAModel() throws IOException {
    String data = molecules("train.xyz", 6, false);
    CliRun run =
        done(
            experiment(
                "qm9",
                "--method",
                "enf,gnf-att-aug",
                "--samples",
                "5",
                "--data",
                data,
                "--validation",
                molecules("valid.xyz", 4, false)));
    assertTrue(run.out(), run.out().contains("stable molecules"));
    assertEquals(
        5,
        EnfModelFile.read(file("out").resolve("model-enf-5-1.enf"))
            .provenance()
            .trained()
            .orElseThrow()
            .molecules());
    assertEquals(3, results().size());
  }

  @Test
  public void aStoppedRunOnWholeMoleculesGoesOn() throws IOException {
    List<String> args =
        List.of(
            experiment(
                "qm9",
                "--samples",
                "5",
                "--data",
                molecules("train.xyz", 6, false),
                "--validation",
                molecules("valid.xyz", 4, false)));
    done(args.toArray(String[]::new));
    List<String> whole = results();
    List<String> elsewhere = new ArrayList<>(args);
    elsewhere.set(elsewhere.indexOf(name("out")), name("parts"));
    String[] inParts = elsewhere.toArray(String[]::new);
    for (int questions = 2; cli().stoppedAfter(questions).run(inParts).code() != ExitCode.DONE; ) {
      questions++;
      assertTrue(questions < 500);
    }
    Path parts = file("parts").resolve("results.csv");
    assertEquals(untimed(whole.get(1)), untimed(Files.readAllLines(parts).get(1)));
  }

  /** Without the seconds of training. */
  private static String untimed(String row) {
    return row.replaceFirst(",[^,]*,all epochs are done,", ",,all epochs are done,");
  }

  /** The file of a model of four particles in the plane. */
  private String modelOfPositions() {
    done(experiment("dw4", "--method", "enf,gnf,kernel", "--samples", "5", "--held-out", "5"));
    return file("out").resolve("model-enf-5-1.enf").toString();
  }

  @Test
  public void networksOnPositionsLeaveAModelThatInfoDescribes() {
    String text = done("info", "--model", modelOfPositions()).out();
    assertTrue(text, text.matches("(?s)model of +positions alone, without elements\n.*"));
    assertTrue(text, text.matches("(?s).*particles +4\ndimensions +2\n.*"));
    assertTrue(text, text.matches("(?s).*velocity network +1 layer of width 4, attention.*"));
    assertTrue(text, text.matches("(?s).*data +Metropolis samples.*, 5 configurations\n.*"));
    assertTrue(text, text.contains("validation NLL"));
    Path folder = file("out");
    assertTrue(Files.exists(folder.resolve("model-gnf-5-1.enf")));
    assertTrue("Köhler's have no files", Files.notExists(folder.resolve("model-kernel-5-1.enf")));
    String gnf = folder.resolve("model-gnf-5-1.enf").toString();
    String json = done("info", "--model", gnf, "--json", "-").out();
    assertTrue(json, json.contains("\"kind\" : \"gnn\""));
    assertTrue(json, json.contains("\"particles\" : 4"));
  }

  @Test
  public void modelOfPositionsIsNoModelOfMolecules() throws IOException {
    String model = modelOfPositions();
    String data = molecules("some.xyz", 3, false);
    String[][] commands = {
      {"sample", "--model", model, "--count", "2", "--out", name("s.xyz")},
      {"likelihood", "--model", model, "--data", data},
      {"train", "--model", model, "--data", data, "--resume"},
      {"export", "--model", model, "--safetensors", name("w.safetensors")}
    };
    Files.copy(Path.of(model), file("out").resolve("m.checkpoint.enf"));
    for (String[] command : commands) {
      assertRefused(command);
    }
    String beside = file("out").resolve("m.enf").toString();
    assertRefused("train", "--model", beside, "--data", data, "--resume");
  }

  private void assertRefused(String... command) {
    CliRun run = run(command);
    assertEquals(run.err(), ExitCode.FAILED, run.code());
    assertEquals(run.err(), 1, run.errLines().size());
    assertTrue(
        run.err(),
        run.err().contains("this is a model of positions (4 particles in 2 dimensions, without"));
  }

  @Test
  public void densityOfATrainedFlowIsIntegrated() {
    String[] args = {
      "--particles", "2", "--epochs", "1", "--points", "100", "--solver", "midpoint"
    };
    List<String> all = new ArrayList<>(List.of("experiment", "density", "--steps", "2"));
    all.addAll(List.of(args));
    CliRun run = done(all.toArray(String[]::new));
    assertEquals(run.out(), 3, run.out().lines().count());
    assertTrue(run.out(), run.out().contains("| 2 | 10 | "));
    wrongUse("number of particles must be 2 to 4", "experiment", "density", "--particles", "2,5");
  }

  @Test
  public void wrongUseIsToldInOneLine() {
    wrongUse("there is no experiment 'dw5'", experiment("dw5"));
    wrongUse("name an experiment: dw4, lj13", "experiment", "--samples", "5");
    wrongUse("there is no method 'nf'", experiment("dw4", "--method", "nf"));
    wrongUse("simple is for positions only", experiment("qm9", "--method", "simple"));
    wrongUse("give --data FILE and --validation FILE", experiment("qm9"));
    wrongUse("--samples must be at least 1", experiment("dw4", "--samples", "0"));
    wrongUse("--runs must be at least 1", experiment("dw4", "--runs", "0"));
    wrongUse("held-out samples must be at least 1", experiment("dw4", "--held-out", "0"));
    wrongUse("there is no trace 'x'", experiment("dw4", "--trace", "x"));
    wrongUse("there is no trace 'y'", experiment("dw4", "--test-trace", "y"));
    wrongUse("are for experiments on positions", experiment("qm9", "--test-trace", "exact"));
    wrongUse("--validation and --test are for QM9", experiment("dw4", "--test", "x"));
    wrongUse("number of epochs must be at least 1", "experiment", "dw4", "--epochs", "0");
    wrongUse("batch size must be at least 1", experiment("dw4", "--batch-size", "0"));
    wrongUse("layers must be 1 to 100", "experiment", "dw4", "--layers", "0");
    wrongUse("hidden must be 1 to 4096", "experiment", "dw4", "--hidden", "5000");
    wrongUse("learning rate must be above 0", experiment("dw4", "--learning-rate", "2"));
    wrongUse("number of samples to draw must be 0", "experiment", "dw4", "--draw", "-1");
  }

  private void wrongUse(String expected, String... args) {
    CliRun run = run(args);
    assertEquals(run.err(), ExitCode.USAGE, run.code());
    assertTrue(run.err(), run.err().contains(expected));
    assertFalse(run.err(), run.err().contains("\tat "));
  }

  @Test
  public void dataThatDoNotFitAreToldInOneLine() throws IOException {
    String text = text("data.npy", "no array", "at all");
    String line = failure(experiment("dw4", "--data", text, "--samples", "5"));
    assertTrue(line, line.contains("data.npy: this is no .npy file"));
    line =
        failure(
            experiment(
                "qm9-positional",
                "--data",
                molecules("few.xyz", 3, false),
                "--validation",
                molecules("valid.xyz", 4, true)));
    assertTrue(line, line.contains("few.xyz: it has 0 molecules of 19 atoms"));
  }
}

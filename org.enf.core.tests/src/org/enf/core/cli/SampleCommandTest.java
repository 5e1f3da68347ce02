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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.enf.core.model.BuiltInModel;
import org.enf.core.model.EnfModel;
import org.enf.core.molecule.Molecule;
import org.enf.core.molecule.io.MoleculeFiles;
import org.enf.core.molecule.io.MoleculeReader;
import org.enf.core.molecule.io.ReadOptions;
import org.enf.core.scoring.BondLengthTable;
import org.enf.core.scoring.BondPerception;
import org.junit.Test;

/** {@code enf sample}. */
public final class SampleCommandTest extends CliTestBase {
  private List<Molecule> read(String name) throws IOException {
    List<Molecule> molecules = new ArrayList<>();
    try (MoleculeReader reader = MoleculeFiles.open(file(name), ReadOptions.DEFAULT)) {
      for (Molecule m = reader.next(); m != null; m = reader.next()) {
        molecules.add(m);
      }
    }
    return molecules;
  }

  private String[] sample(String model, String count, String out, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "sample",
                "--model",
                model,
                "--count",
                count,
                "--out",
                out,
                "--solver",
                "rk4",
                "--steps",
                "1"));
    args.addAll(List.of(more));
    return args.toArray(String[]::new);
  }

  @Test
  public void writesAsManyMoleculesAsAskedFor() throws IOException {
    CliRun run = done(sample(tinyModel(), "7", name("s.xyz")));
    assertEquals(7, read("s.xyz").size());
    assertEquals("", run.out());
    assertTrue(run.err(), run.err().contains("7 of 7 molecules drawn in "));
    assertTrue(run.err(), run.err().contains("mean NFE 4.0), 0 failed"));
  }

  @Test
  public void sameSeedGivesTheSameFile() throws IOException {
    String model = tinyModel();
    done(sample(model, "5", name("a.sdf"), "--seed", "1"));
    done(sample(model, "5", name("b.sdf"), "--seed", "1"));
    done(sample(model, "5", name("c.sdf"), "--seed", "2"));
    assertArrayEquals(Files.readAllBytes(file("a.sdf")), Files.readAllBytes(file("b.sdf")));
    assertFalse(Files.readString(file("a.sdf")).equals(Files.readString(file("c.sdf"))));
  }

  @Test
  public void moleculesDoNotDependOnCountAndBatchSize() throws IOException {
    String model = tinyModel();
    List<String> args = List.of("sample", "--model", model, "--precision", "double", "--out");
    List<String> many = new ArrayList<>(args);
    many.addAll(List.of(name("many.xyz"), "--count", "9"));
    List<String> few = new ArrayList<>(args);
    few.addAll(List.of(name("few.xyz"), "--count", "4", "--batch-size", "3"));
    done(many.toArray(String[]::new));
    done(few.toArray(String[]::new));
    List<Molecule> all = read("many.xyz");
    List<Molecule> some = read("few.xyz");
    assertEquals(9, all.size());
    for (int i = 0; i < 4; i++) {
      assertArrayEquals(all.get(i).elements(), some.get(i).elements());
      assertArrayEquals(all.get(i).positions(), some.get(i).positions(), 1e-6);
    }
  }

  @Test
  public void trajectoryHasAFrameForEachTime() throws IOException {
    String model = tinyModel();
    done(sample(model, "3", name("s.xyz")));
    CliRun run = done(sample(model, "3", name("way.xyz"), "--trajectory", "4"));
    assertTrue(run.err(), run.err().contains("3 of 3 molecules drawn"));
    List<Molecule> molecules = read("s.xyz");
    List<Molecule> frames = read("way.xyz");
    assertEquals(3 * 5, frames.size());
    for (int i = 0; i < 3; i++) {
      assertArrayEquals(molecules.get(i).positions(), frames.get(5 * i + 4).positions(), 1e-6);
    }
  }

  @Test
  public void moleculesBeyondTheLimitOfEvaluationsFailWithTheRemedy() throws IOException {
    CliRun run =
        run(
            "sample",
            "--model",
            tinyModel(),
            "--count",
            "2",
            "--out",
            name("s.xyz"),
            "--max-nfe",
            "10",
            "--rtol",
            "1e-9",
            "--atol",
            "1e-9");
    assertEquals(ExitCode.FAILED, run.code());
    assertTrue(run.err(), run.err().contains("molecule 1 failed: "));
    assertTrue(run.err(), run.err().contains("the limit of 10 evaluations was reached"));
    assertTrue(run.err(), run.err().contains("a larger --max-nfe"));
  }

  @Test
  public void sdfHasTheBondsThatTheDistancesTell() throws IOException {
    done(sample(tinyModel(), "20", name("s.sdf")));
    done(sample(name("tiny.enf"), "20", name("s.xyz")));
    BondPerception perception = new BondPerception(BondLengthTable.paper());
    List<Molecule> withBonds = read("s.sdf");
    List<Molecule> without = read("s.xyz");
    int bonds = 0;
    for (int i = 0; i < without.size(); i++) {
      assertEquals(perception.bonds(without.get(i)), withBonds.get(i).bonds());
      bonds += withBonds.get(i).bonds().size();
    }
    assertTrue(bonds > 0);
  }

  @Test
  public void standardOutputTakesTheMoleculesAndNothingElse() throws IOException {
    String model = tinyModel();
    done(sample(model, "3", name("s.sdf")));
    CliRun sdf = done(sample(model, "3", "-"));
    assertEquals(Files.readString(file("s.sdf")), sdf.out());
    done(sample(model, "3", name("s.xyz")));
    CliRun xyz = done(sample(model, "3", "-", "--format", "xyz"));
    assertEquals(Files.readString(file("s.xyz")), xyz.out());
  }

  @Test
  public void numberOfAtomsMayBeChosen() throws IOException {
    done(sample(tinyModel(), "4", name("s.xyz"), "--atoms", "5"));
    read("s.xyz").forEach(molecule -> assertEquals(5, molecule.size()));
  }

  @Test
  public void numberOfAtomsHasToBeKnownToTheModel() throws IOException {
    CliRun run = run(sample(tinyModel(), "4", name("s.xyz"), "--atoms", "50"));
    assertEquals(run.err(), ExitCode.USAGE, run.code());
    String line = run.errLines().get(run.errLines().size() - 1);
    assertTrue(line, line.contains("never seen molecules with 50 atoms"));
    assertTrue(line, line.contains("molecules of 3 to 5 atoms"));
    assertEquals(List.of("tiny.checkpoint.enf", "tiny.enf", "train.xyz"), files());
  }

  @Test
  public void stopKeepsWhatWasDrawn() throws IOException {
    String model = tinyModel();
    String[] args = sample(model, "100", name("s.sdf"), "--batch-size", "2");
    CliRun run = cli().stoppedAfter(10).run(args);
    assertEquals(run.err(), ExitCode.STOPPED, run.code());
    int drawn = read("s.sdf").size();
    assertTrue(drawn > 0 && drawn < 100);
    assertTrue(run.err(), run.err().contains(drawn + " of 100 molecules drawn"));
    assertTrue(run.err(), run.err().contains("; stopped"));
  }

  @Test
  public void resultsOfAnEarlierRunAreReplaced() throws IOException {
    String model = tinyModel();
    done(sample(model, "4", name("s.xyz")));
    done(sample(model, "2", name("s.xyz")));
    assertEquals(2, read("s.xyz").size());
  }

  @Test
  public void adaptiveSolverIsTheDefault() throws IOException {
    CliRun run = done("sample", "--model", tinyModel(), "--count", "2", "--out", name("s.xyz"));
    assertTrue(run.err(), run.err().matches("(?s).*mean NFE [1-9][0-9].*"));
  }

  @Test
  public void engineIsToldOnce() throws IOException {
    CliRun run = done(sample(tinyModel(), "2", name("s.xyz"), "--engine", "cpu", "--threads", "1"));
    List<String> told = run.errLines().stream().filter(l -> l.startsWith("engine: ")).toList();
    assertEquals(run.err(), 1, told.size());
    assertTrue(told.get(0), told.get(0).startsWith("engine: cpu ("));
    assertTrue(told.get(0), told.get(0).endsWith(", float32, 1 thread"));
  }

  @Test
  public void looserAccuracyTakesFewerEvaluations() throws IOException {
    String model = tinyModel();
    double fast = evaluations(model, "--accuracy", "fast");
    double paper = evaluations(model, "--accuracy", "paper");
    double tight = evaluations(model, "--accuracy", "tight");
    assertTrue(fast + " < " + paper, fast < paper);
    assertTrue(paper + " < " + tight, paper < tight);
    assertEquals("the paper's is the default", paper, evaluations(model), 0);
  }

  @Test
  public void givenTolerancesWinOverTheAccuracy() throws IOException {
    String model = tinyModel();
    String[] numbers = {"--rtol", "1e-4", "--atol", "1e-4"};
    double byNumbers = evaluations(model, numbers);
    assertEquals(
        byNumbers,
        evaluations(model, "--accuracy", "tight", "--rtol", "1e-4", "--atol", "1e-4"),
        0);
    double mixed = evaluations(model, "--accuracy", "tight", "--rtol", "1e-4");
    assertTrue(mixed + " > " + byNumbers, mixed > byNumbers);
  }

  /** The mean number of evaluations that a molecule takes. */
  private double evaluations(String model, String... more) {
    List<String> args =
        new ArrayList<>(List.of("sample", "--model", model, "--count", "6", "--out"));
    args.addAll(List.of(name("nfe.xyz"), "--precision", "double"));
    args.addAll(List.of(more));
    String sentence = done(args.toArray(String[]::new)).err();
    Matcher matcher = Pattern.compile("mean NFE ([0-9.]+)").matcher(sentence);
    assertTrue(sentence, matcher.find());
    return Double.parseDouble(matcher.group(1));
  }

  @Test
  public void unknownAccuracyIsWrongUse() throws IOException {
    String line =
        failure(
            ExitCode.USAGE,
            "sample",
            "--model",
            tinyModel(),
            "--count",
            "1",
            "--out",
            "-",
            "--accuracy",
            "high");
    assertTrue(line, line.contains("no accuracy 'high'; choose one of fast, paper, tight"));
  }

  @Test
  public void refusals() throws IOException {
    String model = tinyModel();
    String[][] cases = {
      {"0", "s.xyz", "number of molecules must be at least 1"},
      {"1", "s.pdb", "cannot tell the format to write"},
      {"1", "no/s.xyz", "no such file or folder"}
    };
    for (String[] one : cases) {
      CliRun run = run(sample(model, one[0], name(one[1])));
      assertTrue(run.err(), run.err().contains(one[2]));
      assertEquals(1, run.errLines().size());
      assertTrue(run.code() == ExitCode.FAILED || run.code() == ExitCode.USAGE);
    }
    String batch = failure(ExitCode.USAGE, sample(model, "1", name("s.xyz"), "--batch-size", "0"));
    assertTrue(batch, batch.contains("batch size must be at least 1"));
    String way = failure(ExitCode.USAGE, sample(model, "1", "-", "--trajectory", "0"));
    assertTrue(way, way.contains("--trajectory must be at least 1, not 0"));
    String shared =
        failure(
            ExitCode.USAGE,
            sample(model, "1", "-", "--trajectory", "2", "--error-control", "shared"));
    assertTrue(shared, shared.contains("leave out --error-control shared"));
    String churned =
        failure(ExitCode.USAGE, sample(model, "1", "-", "--trajectory", "2", "--churn", "1"));
    assertTrue(churned, churned.contains("the way of the flow, which is without --churn"));
    String solver = failure(ExitCode.USAGE, sample(model, "1", "-", "--churn", "1"));
    assertTrue(solver, solver.contains("--churn takes steps of its own kind"));
    String format = failure(ExitCode.USAGE, sample(model, "1", "-", "--format", "pdb"));
    assertTrue(format, format.contains("there is no format 'pdb'"));
    String both = failure(ExitCode.USAGE, sample(model, "1", "-", "--rtol", "1e-3"));
    assertTrue(both, both.contains("leave out --accuracy, --rtol and --atol, or --steps"));
  }

  @Test
  public void refusalsOfChurn() throws IOException {
    String[][] cases = {
      {"builtin:qm9", "--churn", "-1", "churn must be above 0 and at most 1,000"},
      {"builtin:qm9", "--steps", "0", "number of steps must be 1 to 1,000,000, not 0"},
      {"builtin:qm9", "--grid", "20", "power of a time grid must be 0.1 to 10"},
      {"builtin:qm9", "--error-control", "shared", "or add --churn 0"},
      {"builtin:qm9", "--max-nfe", "9", "or add --churn 0"},
      {tinyModel(), "--churn", "1", "draw without churn"}
    };
    for (String[] one : cases) {
      String line =
          failure(
              ExitCode.USAGE,
              "sample",
              "--model",
              one[0],
              "--count",
              "1",
              "--out",
              "-",
              one[1],
              one[2]);
      assertTrue(line, line.contains(one[3]));
    }
  }

  @Test
  public void wayThatFailsForAllSaysWhatElseThereIs() throws IOException {
    EnfModel model = BuiltInModel.QM9.read();
    double[] huge = Arrays.stream(model.parameters()).map(p -> p * 1e12).toArray();
    new EnfModel(model.settings(), model.sizes(), huge, model.provenance())
        .write(file("broken.enf"));
    CliRun run =
        run("sample", "--model", name("broken.enf"), "--count", "2", "--out", name("s.xyz"));
    assertEquals(ExitCode.FAILED, run.code());
    assertTrue(run.err(), run.err().contains("try --churn 0, or --precision double"));
  }

  @Test
  public void theFlowAloneIsThereForModelsThatAreUsuallyDrawnWithChurn() {
    String[][] cases = {
      {"--churn", "0", "midpoint with 25 steps at times (k/25)^1.5"},
      {"--trajectory", "2", "midpoint with 25 steps at times (k/25)^1.5"},
      {"--accuracy", "fast", "dopri5 with rtol 0.01"},
      {"--churn", "3", "50 steps at times (k/50)^2.0, churn 3.0"}
    };
    for (String[] one : cases) {
      String out = name("s.xyz");
      String said =
          done("sample", "--model", "builtin:qm9", "--count", "1", "--out", out, one[0], one[1])
              .err();
      assertTrue(said, said.contains("solver: " + one[2]));
    }
  }

  @Test
  public void fileThatIsNoModelIsRefused() throws IOException {
    String line = failure(ExitCode.FAILED, sample(molecules("train.xyz", 1), "1", name("s.xyz")));
    assertTrue(line, line.contains("not a safetensors file"));
  }
}

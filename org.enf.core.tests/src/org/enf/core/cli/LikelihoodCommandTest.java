package org.enf.core.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;

/** {@code enf likelihood}. */
public final class LikelihoodCommandTest extends CliTestBase {
  private static final double ROUNDING = 1e-9;

  private String[] likelihood(String model, String data, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "likelihood", "--model", model, "--data", data, "--solver", "rk4", "--steps", "1"));
    args.addAll(List.of(more));
    return args.toArray(String[]::new);
  }

  @Test
  public void tableHoldsTheValuesWithTheirParts() throws IOException {
    String model = tinyModel();
    done(likelihood(model, name("train.xyz"), "--out", name("nll.csv")));
    List<String> lines = Files.readAllLines(file("nll.csv"));
    assertEquals(1 + 12, lines.size());
    assertTrue(lines.get(1), lines.get(1).startsWith("1,molecule 1,H2O,3,"));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",");
      double parts =
          Double.parseDouble(cells[5])
              + Double.parseDouble(cells[6])
              - Double.parseDouble(cells[7])
              + Double.parseDouble(cells[8]);
      assertEquals(Double.parseDouble(cells[4]), parts, ROUNDING);
    }
  }

  @Test
  public void meanAndStandardErrorAreThoseOfTheTable() throws IOException {
    String model = tinyModel();
    done(
        likelihood(model, name("train.xyz"), "--out", name("nll.csv"), "--json", name("nll.json")));
    double[] nll =
        Files.readAllLines(file("nll.csv")).stream()
            .skip(1)
            .mapToDouble(line -> -Double.parseDouble(line.split(",")[4]))
            .toArray();
    double mean = java.util.Arrays.stream(nll).average().orElseThrow();
    double squares = java.util.Arrays.stream(nll).map(x -> (x - mean) * (x - mean)).sum();
    JsonNode json = JsonMapper.builder().build().readTree(Files.readString(file("nll.json")));
    assertEquals(mean, json.at("/meanNllNats").asDouble(), ROUNDING);
    assertEquals(
        Math.sqrt(squares / (nll.length - 1) / nll.length),
        json.at("/standardErrorNats").asDouble(),
        ROUNDING);
    assertEquals(nll.length, json.at("/molecules").asInt());
  }

  @Test
  public void accuracyAndEngineAreTold() throws IOException {
    CliRun run =
        done(
            "likelihood",
            "--model",
            tinyModel(),
            "--data",
            name("train.xyz"),
            "--limit",
            "2",
            "--accuracy",
            "fast");
    assertTrue(run.out(), run.out().contains("solver: dopri5 with rtol 0.01 and atol 0.01"));
    assertEquals(
        run.err(), 1, run.errLines().stream().filter(l -> l.startsWith("engine: ")).count());
  }

  @Test
  public void conventionIsPrintedWithTheFigures() throws IOException {
    CliRun run = done(likelihood(tinyModel(), name("train.xyz")));
    assertTrue(run.out(), run.out().contains("mean NLL"));
    assertTrue(run.out(), run.out().contains("nats a molecule, standard error"));
    assertTrue(run.out(), run.out().contains("dequantization: argmax, a lower bound"));
    assertTrue(run.out(), run.out().contains("trace: exact"));
    assertTrue(run.out(), run.out().contains("solver: rk4 with 1 equal step"));
    CliRun one = done(likelihood(name("tiny.enf"), name("train.xyz"), "--trace", "hutchinson"));
    assertTrue(
        one.out(), one.out().contains("trace: Hutchinson's estimator with one Rademacher probe"));
    CliRun four =
        done(
            likelihood(
                name("tiny.enf"),
                name("train.xyz"),
                "--trace",
                "hutchinson",
                "--probes",
                "4",
                "--noise",
                "gaussian",
                "--error-control",
                "shared"));
    assertTrue(four.out(), four.out().contains("estimator with 4 Gaussian probes"));
    assertTrue(four.out(), four.out().contains("steps shared by a batch"));
  }

  @Test
  public void valuesDoNotDependOnTheBatchSize() throws IOException {
    String model = tinyModel();
    CliRun three =
        done(
            likelihood(
                model,
                name("train.xyz"),
                "--out",
                "-",
                "--batch-size",
                "3",
                "--precision",
                "double"));
    CliRun all = done(likelihood(model, name("train.xyz"), "--out", "-", "--precision", "double"));
    List<String> few = three.out().lines().toList();
    List<String> many = all.out().lines().toList();
    assertEquals(13, many.size());
    for (int i = 1; i < many.size(); i++) {
      assertEquals(
          Double.parseDouble(many.get(i).split(",")[4]),
          Double.parseDouble(few.get(i).split(",")[4]),
          ROUNDING);
    }
  }

  @Test
  public void tableOnTheStandardOutputStandsAlone() throws IOException {
    CliRun run = done(likelihood(tinyModel(), name("train.xyz"), "--out", "-"));
    assertTrue(run.out(), run.out().startsWith("number,name,formula,atoms,log_likelihood"));
    assertEquals(13, run.out().lines().count());
    assertTrue(run.err(), run.err().contains("mean NLL"));
  }

  @Test
  public void moleculeWithoutValueIsCountedWithItsReason() throws IOException {
    String model = tinyModel();
    String data =
        text(
            "odd.xyz",
            "3",
            "water, \"heavy\"",
            "O 0 0 0",
            "H 0 0.8 0.6",
            "H 0 -0.8 0.6",
            "2",
            "salt",
            "H 0 0 0",
            "Cl 0 0 1.3",
            "1",
            "atom",
            "H 0 0 0");
    CliRun run = done(likelihood(model, data, "--out", name("nll.csv")));
    assertTrue(run.out(), run.out().matches("(?s).*molecules +1\n.*without value +2\n.*"));
    assertTrue(run.err(), run.err().contains("no value for 'salt ClH': it has an element"));
    assertTrue(run.err(), run.err().contains("the model does not know (it knows H C N O F)"));
    assertTrue(run.err(), run.err().contains("no value for 'atom H': p(M) is zero"));
    assertTrue(run.err(), run.err().contains("1 (the model knows molecules of 3 to 5 atoms)"));
    List<String> lines = Files.readAllLines(file("nll.csv"));
    assertTrue(lines.get(1), lines.get(1).startsWith("1,\"water, \"\"heavy\"\"\",H2O,3,"));
    assertTrue(lines.get(2), lines.get(2).startsWith("2,salt,ClH,2,,,,,,it has an element"));
  }

  @Test
  public void dataWithoutAnyValueFails() throws IOException {
    String model = tinyModel();
    CliRun run = run(likelihood(model, text("atom.xyz", "1", "atom", "H 0 0 0")));
    assertEquals(ExitCode.FAILED, run.code());
    assertTrue(run.err(), run.err().contains("enf: the model gave no molecule a likelihood"));
  }

  @Test
  public void stopKeepsTheMoleculesSoFar() throws IOException {
    String model = tinyModel();
    String[] args =
        likelihood(model, name("train.xyz"), "--out", name("nll.csv"), "--batch-size", "3");
    CliRun run = cli().stoppedAfter(12).run(args);
    assertEquals(run.err(), ExitCode.STOPPED, run.code());
    long rows = Files.readAllLines(file("nll.csv")).size() - 1;
    assertTrue(rows > 0 && rows < 12);
    assertTrue(run.out(), run.out().matches("(?s)molecules +" + rows + "\n.*"));
  }

  @Test
  public void refusals() throws IOException {
    String model = tinyModel();
    String trace = failure(ExitCode.USAGE, likelihood(model, "x", "--trace", "guess"));
    assertTrue(trace, trace.contains("there is no trace 'guess'; choose exact or hutchinson"));
    String probes = failure(ExitCode.USAGE, likelihood(model, "x", "--probes", "3"));
    assertTrue(probes, probes.contains("the exact trace has no probes"));
    String none =
        failure(ExitCode.USAGE, likelihood(model, "x", "--trace", "hutchinson", "--probes", "0"));
    assertTrue(none, none.contains("the number of probes must be 1 to 1000, not 0"));
    String noise =
        failure(ExitCode.USAGE, likelihood(model, "x", "--trace", "hutchinson", "--noise", "pink"));
    assertTrue(noise, noise.contains("there is no noise 'pink'; choose rademacher or gaussian"));
    String control = failure(ExitCode.USAGE, likelihood(model, "x", "--error-control", "none"));
    assertTrue(control, control.contains("choose per-molecule or shared"));
    String limit = failure(ExitCode.USAGE, likelihood(model, "x", "--max-nfe", "100"));
    assertTrue(limit, limit.contains("leave out --max-nfe, or --steps"));
    String batch = failure(ExitCode.USAGE, likelihood(model, "x", "--batch-size", "0"));
    assertTrue(batch, batch.contains("--batch-size must be at least 1"));
    String both = failure(ExitCode.USAGE, likelihood(model, "x", "--out", "-", "--json", "-"));
    assertTrue(both, both.contains("cannot both be written to the standard output"));
    String missing = failure(ExitCode.FAILED, likelihood(name("no.enf"), "x"));
    assertTrue(missing, missing.contains("no.enf"));
  }
}

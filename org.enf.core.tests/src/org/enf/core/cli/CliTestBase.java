package org.enf.core.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.enf.core.model.EnfModelFile;
import org.enf.core.model.Provenance;
import org.enf.core.molecule.Element;
import org.enf.core.molecule.Molecule;
import org.enf.core.molecule.io.MoleculeFiles;
import org.enf.core.molecule.io.MoleculeWriter;
import org.junit.Rule;
import org.junit.rules.TemporaryFolder;

/** What the tests of the commands share: a folder, a few molecules, a tiny model. */
public abstract class CliTestBase {
  /** The options of a model that trains in no time. */
  private static final List<String> TINY =
      List.of(
          "--layers",
          "1",
          "--hidden",
          "8",
          "--dequantizer-layers",
          "1",
          "--dequantizer-hidden",
          "8",
          "--batch-size",
          "4",
          "--solver",
          "rk4",
          "--steps",
          "1",
          "--seed",
          "5");

  private static final double JITTER = 0.05;

  /** The files of the tiny model, which is trained once for all tests. */
  private static final Map<String, byte[]> TRAINED = new HashMap<>();

  /** For all files of a test. */
  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  /** A file in the folder of this test. */
  Path file(String name) {
    return temporary.getRoot().toPath().resolve(name);
  }

  /** The name of a file in the folder of this test. */
  String name(String name) {
    return file(name).toString();
  }

  CliRun.Runner cli() {
    return new CliRun.Runner(file("cache"));
  }

  CliRun run(String... args) {
    return cli().run(args);
  }

  /** Runs a command that has to succeed. */
  CliRun done(String... args) {
    CliRun run = run(args);
    assertEquals(run.err(), ExitCode.DONE, run.code());
    return run;
  }

  /** Runs a command that has to fail with one line, and gives this line. */
  String failure(int code, String... args) {
    CliRun run = run(args);
    assertEquals(run.err(), code, run.code());
    assertEquals(run.err(), 1, run.errLines().size());
    assertTrue(run.err(), run.err().startsWith("enf: "));
    assertEquals("", run.out());
    return run.errLines().get(0);
  }

  /** The arguments of a tiny training run. */
  String[] train(String data, String model, String... more) {
    List<String> args = new ArrayList<>(List.of("train", "--data", data, "--model", model));
    args.addAll(TINY);
    args.addAll(List.of(more));
    return args.toArray(String[]::new);
  }

  /** A file with water, ammonia and methane in turns, each a little different. */
  String molecules(String name, int count) throws IOException {
    Random random = new Random(7);
    try (MoleculeWriter writer = MoleculeFiles.create(file(name))) {
      for (int i = 0; i < count; i++) {
        writer.write(molecule(i, random));
      }
      writer.commit();
    }
    return name(name);
  }

  private static Molecule molecule(int index, Random random) {
    Element[] centres = {Element.O, Element.N, Element.C};
    int hydrogens = 2 + index % centres.length;
    double[][] places = {
      {0.63, 0.63, 0.63}, {-0.63, -0.63, 0.63}, {-0.63, 0.63, -0.63}, {0.63, -0.63, -0.63}
    };
    Element[] elements = new Element[1 + hydrogens];
    elements[0] = centres[index % centres.length];
    double[] positions = new double[3 * elements.length];
    for (int atom = 1; atom < elements.length; atom++) {
      elements[atom] = Element.H;
      System.arraycopy(places[atom - 1], 0, positions, 3 * atom, 3);
    }
    for (int k = 0; k < positions.length; k++) {
      positions[k] += JITTER * random.nextGaussian();
    }
    return new Molecule("molecule " + (index + 1), elements, positions);
  }

  /** A tiny model, {@code tiny.enf}, trained on {@code train.xyz}, with its checkpoint. */
  String tinyModel() throws IOException {
    String data = molecules("train.xyz", 12);
    synchronized (TRAINED) {
      if (TRAINED.isEmpty()) {
        done(train(data, name("tiny.enf"), "--epochs", "2"));
        for (String written : List.of("tiny.enf", "tiny.checkpoint.enf")) {
          TRAINED.put(written, Files.readAllBytes(file(written)));
        }
      }
      for (var written : TRAINED.entrySet()) {
        Files.write(file(written.getKey()), written.getValue());
      }
    }
    return name("tiny.enf");
  }

  /** The names of all files in the folder of this test that are not hidden. */
  List<String> files() throws IOException {
    try (var paths = Files.list(temporary.getRoot().toPath())) {
      return paths.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  /** How the model in a file of this test was trained. */
  Provenance.Trained trained(String name) throws IOException {
    return EnfModelFile.read(file(name)).provenance().trained().orElseThrow();
  }

  /** Writes a text file. */
  String text(String name, String... lines) throws IOException {
    Files.write(file(name), List.of(lines));
    return name(name);
  }

  /** Some arguments and others behind them. */
  static String[] and(String[] some, String... others) {
    String[] all = Arrays.copyOf(some, some.length + others.length);
    System.arraycopy(others, 0, all, some.length, others.length);
    return all;
  }
}

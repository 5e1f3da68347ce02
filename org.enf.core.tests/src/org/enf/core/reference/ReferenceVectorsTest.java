package org.enf.core.reference;

import static org.junit.Assert.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.enf.core.testing.TestPaths;
import org.junit.AssumptionViolatedException;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/**
 * Every JSON file of {@code $ENF_VECTORS}, or of {@code ../shared/spec/vectors} beside the
 * checkout, by the handler of its name.
 */
@RunWith(Parameterized.class)
public class ReferenceVectorsTest {
  private final String name;

  /** One file. */
  public ReferenceVectorsTest(String name) {
    this.name = name;
  }

  /** The names of the files; without the folder all is skipped. */
  @Parameters(name = "{0}")
  public static List<String> names() throws IOException {
    Path folder = TestPaths.vectors();
    if (!Files.isDirectory(folder)) {
      throw new AssumptionViolatedException(
          "skipped: there is no folder "
              + folder
              + " with reference vectors; set ENF_VECTORS to one");
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<String> names =
          files
              .map(file -> file.getFileName().toString())
              .filter(file -> file.endsWith(".json"))
              .sorted()
              .toList();
      assertFalse("no .json files in " + folder, names.isEmpty());
      return names;
    }
  }

  @Test
  public void numbersAgreeWithTheReference() throws IOException {
    Path folder = TestPaths.vectors();
    VectorHandlers.of(name).check(VectorNode.read(folder.resolve(name)), folder);
  }
}

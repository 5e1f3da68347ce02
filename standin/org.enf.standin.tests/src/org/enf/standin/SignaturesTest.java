package org.enf.standin;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.Test;

/** The API of the stand-ins is the one that was compared with KNIME's sources. */
public class SignaturesTest {
  private static final List<String> BUNDLES =
      List.of("org.knime.core.util", "org.knime.core", "org.knime.chem.types", "org.knime.core.ui");

  /**
   * Before a change of {@code standin/signatures.txt} compare it with KNIME; what it would be is in
   * {@code standin/org.enf.standin.tests/target}.
   */
  @Test
  public void signaturesAreThoseOfTheFile() throws IOException, ClassNotFoundException {
    List<String> signatures = new Signatures(BUNDLES).lines();
    Path folder = Path.of(System.getProperty("enf.root"), "standin");
    Path target = folder.resolve("org.enf.standin.tests").resolve("target");
    Files.write(target.resolve("signatures.txt"), signatures);
    List<String> compared = Files.readAllLines(folder.resolve("signatures.txt"));
    assertEquals(
        "surplus and missing",
        List.of(),
        changes(without(signatures, compared), without(compared, signatures)));
    assertEquals(compared, signatures);
  }

  private static List<String> without(List<String> lines, List<String> others) {
    List<String> rest = new ArrayList<>(lines);
    rest.removeAll(new HashSet<>(others));
    return rest;
  }

  private static List<String> changes(List<String> surplus, List<String> missing) {
    List<String> changes = new ArrayList<>();
    surplus.forEach(line -> changes.add("+" + line));
    missing.forEach(line -> changes.add("-" + line));
    return changes;
  }
}

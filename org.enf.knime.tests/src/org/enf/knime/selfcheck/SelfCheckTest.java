package org.enf.knime.selfcheck;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;

public class SelfCheckTest {
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

  @Test
  public void eachCheckPrintsWhatItFound() {
    assertTrue(new SelfCheck().with("one", () -> "1").with("two", () -> "2").run(out));
    assertEquals(List.of("ok      one: 1", "ok      two: 2"), lines());
  }

  @Test
  public void afterAFailureTheOthersAreDoneAndTheWholeHasFailed() {
    List<String> done = new ArrayList<>();
    SelfCheck checks =
        new SelfCheck()
            .with(
                "first",
                () -> {
                  throw new IllegalStateException("no molecules");
                })
            .with(
                "second",
                () -> {
                  done.add("second");
                  return "2";
                });
    assertFalse(checks.run(out));
    assertEquals(List.of("second"), done);
    assertEquals("FAILED  first: java.lang.IllegalStateException: no molecules", lines().get(0));
  }

  @Test
  public void missingClassesAreAFailureToo() {
    SelfCheck checks =
        new SelfCheck()
            .with(
                "natives",
                () -> {
                  throw new UnsatisfiedLinkError("no library");
                });
    assertFalse(checks.run(out));
  }

  @Test
  public void smallModelsCanBeTrained() {
    String found = new TrainingTrial().run();
    assertTrue(found, found.startsWith("6 molecules, loss of flow matching "));
  }

  @Test
  public void drawnMoleculesAreScored() throws Exception {
    String found = new DrawingTrial().run();
    assertTrue(found, found.startsWith("10 molecules of the built-in model, "));
  }

  @Test
  public void nd4jComputesOnAnyThread() throws Exception {
    String found = new Nd4jTrial().run();
    assertTrue(found, found.startsWith("nd4j "));
  }

  @Test
  public void bundlesAreNamedWithTheirVersions() {
    String found = InstalledBundles.ofRunningHost().check();
    assertTrue(found, found.contains("org.enf.core 0.1.0"));
    assertTrue(found, found.contains("org.enf.thirdparty."));
  }

  @Test
  public void bundlesWithoutNativeLibrariesAreNotWhole() {
    FakeBundles host = new FakeBundles().with("org.enf.core", true).with("org.enf.knime", true);
    IllegalStateException failure = assertThrows(IllegalStateException.class, host::check);
    assertEquals("there are no native libraries for this platform", failure.getMessage());
  }

  @Test
  public void bundlesThatAreNotResolvedAreNamed() {
    FakeBundles host =
        new FakeBundles().with("org.enf.core", true).with("org.enf.thirdparty.x", false);
    IllegalStateException failure = assertThrows(IllegalStateException.class, host::check);
    assertEquals("not resolved: org.enf.thirdparty.x", failure.getMessage());
  }

  private List<String> lines() {
    return printed.toString(StandardCharsets.UTF_8).lines().toList();
  }
}

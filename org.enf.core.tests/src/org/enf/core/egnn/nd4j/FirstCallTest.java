package org.enf.core.egnn.nd4j;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.enf.core.egnn.nd4j.InstalledEnf.ContextLoader;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/** What happens when ND4J is called for the first time in an installation of strangers. */
public final class FirstCallTest {
  private static final String[] COMMAND = {
    "sample",
    "--count",
    "1",
    "--atoms",
    "5",
    "--seed",
    "0",
    "--engine",
    "nd4j",
    "--precision",
    "double",
    "--out",
    "-"
  };

  private static final List<Process> STARTED = new ArrayList<>();

  private static Path scratch;
  private static Installation installation;
  private static Map<String, String> installed;
  private static Path temporary;
  private static Map<String, String> unpacked;
  private static List<String> molecules;

  /** Two processes at once, which find no cache, and another one after them. */
  @BeforeClass
  public static void install() throws IOException, InterruptedException {
    assumeTrue(
        "no native libraries of ND4J in " + Installation.natives(),
        Files.isDirectory(Installation.natives().resolve("lib")));
    scratch = Files.createTempDirectory("enf-first-call-");
    installation = new Installation(Installation.awkward(scratch, "plugins"));
    installed = Installation.contentOf(installation.folder());
    temporary = Files.createDirectory(Installation.awkward(scratch, "temporary files"));
    Run first = start(ContextLoader.NONE);
    Run second = start(ContextLoader.FOREIGN);
    String ofFirst = first.molecule();
    String ofSecond = second.molecule();
    unpacked = Installation.contentOf(cache());
    molecules = List.of(ofFirst, ofSecond, start(ContextLoader.SYSTEM).molecule());
  }

  @AfterClass
  public static void uninstall() throws IOException, InterruptedException {
    for (Process process : STARTED) {
      process.destroyForcibly().waitFor();
    }
    if (installation != null) {
      installation.deleteWith(scratch);
    }
  }

  /** A command that runs, and where it writes to. */
  private record Run(Process process, Path output) {
    /** The output of a command that has to end well. */
    String text() throws IOException, InterruptedException {
      boolean ended = process.waitFor(180, TimeUnit.SECONDS);
      String text = Files.readString(output, StandardCharsets.UTF_8);
      assertTrue(text, ended && process.exitValue() == 0);
      return text;
    }

    /** The molecule in it. */
    String molecule() throws IOException, InterruptedException {
      String text = text();
      assertTrue(text, text.contains("engine: nd4j"));
      return text.substring(text.indexOf("V2000"), text.indexOf("M  END"));
    }
  }

  /** The one folder of libraries for all processes. */
  private static Path cache() throws IOException {
    try (Stream<Path> folders = Files.list(temporary)) {
      List<Path> own =
          folders.filter(folder -> folder.toString().endsWith(NativeCache.NAME)).toList();
      assertEquals(own.toString(), 1, own.size());
      return own.get(0);
    }
  }

  private static Run start(ContextLoader context) throws IOException {
    // Not even root can write into a home that is a file.
    Path home = Files.createTempFile(scratch, "no home", "");
    Path output = Files.createTempFile(scratch, "output", ".txt");
    Path configuration = Files.createTempDirectory(scratch, "configuration");
    String[] arguments =
        Stream.concat(Stream.of(context.name()), Stream.of(COMMAND)).toArray(String[]::new);
    Process process =
        installation
            .command(home, temporary, configuration, arguments)
            .redirectOutput(output.toFile())
            .start();
    STARTED.add(process);
    return new Run(process, output);
  }

  @Test
  public void anyThreadWithAnyContextClassLoaderMayComeFirst() {
    assertEquals(ContextLoader.values().length, molecules.size());
    assertEquals("all draw the same molecule", 1, Set.copyOf(molecules).size());
  }

  @Test
  public void homeThatCannotBeWrittenIsNotNeeded() {
    assertTrue(unpacked.toString(), unpacked.size() > 5);
  }

  @Test
  public void librariesAreUnpackedOnce() throws IOException {
    assertEquals(unpacked, Installation.contentOf(cache()));
  }

  @Test
  public void installationStaysAsItIs() throws IOException {
    assertEquals(installed, Installation.contentOf(installation.folder()));
  }
}

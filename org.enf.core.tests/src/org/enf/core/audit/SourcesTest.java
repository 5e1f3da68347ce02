package org.enf.core.audit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.enf.core.testing.TestPaths;
import org.junit.Test;

/** What code that reads files of strangers must not contain. */
public final class SourcesTest {
  /** Ways to objects or code that a file chooses. */
  private static final Pattern RUNS_WHAT_IT_READS =
      Pattern.compile(
          "ObjectInputStream|ObjectOutputStream|XMLDecoder|XMLEncoder|readObject\\(|readUnshared"
              + "|SerializationUtils|ScriptEngine|URLClassLoader|defineClass|Runtime\\.getRuntime\\(\\)"
              + "\\.exec|ProcessBuilder|activateDefaultTyping|enableDefaultTyping|Id\\.CLASS"
              + "|Id\\.MINIMAL_CLASS|Nd4j\\.read|InitialContext");

  /** Parsers that may follow a document to other files; CDK's is kept in one place. */
  private static final Pattern PARSES_XML =
      Pattern.compile(
          "DocumentBuilderFactory|SAXParser|XMLInputFactory|TransformerFactory|SchemaFactory"
              + "|XPathFactory|XMLReader");

  private static List<String> found(Pattern forbidden) throws IOException {
    List<String> found = new ArrayList<>();
    int files = 0;
    for (String bundle : List.of("org.enf.core", "org.enf.knime")) {
      Path sources = TestPaths.root().resolve(bundle).resolve("src");
      assumeTrue("no sources at " + sources, Files.isDirectory(sources));
      try (Stream<Path> paths = Files.walk(sources)) {
        for (Path path : paths.filter(file -> file.toString().endsWith(".java")).toList()) {
          files++;
          List<String> lines = Files.readAllLines(path);
          for (int line = 0; line < lines.size(); line++) {
            if (forbidden.matcher(lines.get(line)).find()) {
              found.add(path.getFileName() + ":" + (line + 1) + " " + lines.get(line).strip());
            }
          }
        }
      }
    }
    assertTrue("sources were looked at", files > 100);
    return found;
  }

  @Test
  public void nothingReadsObjectsOrCode() throws IOException {
    assertEquals(List.of(), found(RUNS_WHAT_IT_READS));
  }

  @Test
  public void nothingParsesXmlByItself() throws IOException {
    assertEquals(List.of(), found(PARSES_XML));
  }

  @Test
  public void formsThatAreForbiddenWouldBeFound() {
    assertTrue(RUNS_WHAT_IT_READS.matcher("new ObjectInputStream(in)").find());
    assertTrue(PARSES_XML.matcher("DocumentBuilderFactory.newInstance()").find());
  }
}

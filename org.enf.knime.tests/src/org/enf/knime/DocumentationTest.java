package org.enf.knime;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.enf.knime.builtin.BuiltInFactory;
import org.enf.knime.learner.LearnerFactory;
import org.enf.knime.likelihood.LikelihoodFactory;
import org.enf.knime.reader.ReaderFactory;
import org.enf.knime.sampler.SamplerFactory;
import org.enf.knime.scorer.ScorerFactory;
import org.enf.standin.DialogWidget;
import org.enf.standin.NodeDoc;
import org.enf.standin.NodeRun;
import org.junit.Test;

/** The page docs/knime.md says what the nodes and their dialogs say. */
public final class DocumentationTest {
  private static final Path ROOT = Path.of(System.getProperty("enf.root"));
  private static final Path PAGE = ROOT.resolve("docs").resolve("knime.md");
  private static final Pattern FACTORY = Pattern.compile("<node factory-class=");
  private static final Pattern PICTURE = Pattern.compile("!\\[[^\\]]+\\]\\(([^)]+)\\)");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| \\*\\*(.+?)\\*\\*.* \\|$");
  private static final Pattern OWN_LINK = Pattern.compile("\\]\\(#([^)]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

  private static List<NodeRun> nodes() {
    return List.of(
        NodeRun.of(ReaderFactory.class),
        NodeRun.of(LearnerFactory.class),
        NodeRun.of(BuiltInFactory.class),
        NodeRun.of(SamplerFactory.class),
        NodeRun.of(LikelihoodFactory.class),
        NodeRun.of(ScorerFactory.class, "Training molecules"));
  }

  private static String page() throws IOException {
    return Files.readString(PAGE);
  }

  /** What the page says under the name of a node. */
  private static String section(NodeRun node) throws IOException {
    String name = node.description().name();
    String heading = "\n### " + name + "\n";
    String page = page();
    int begin = page.indexOf(heading);
    assertTrue("the page has a section " + name, begin >= 0);
    int end = page.indexOf("\n##", begin + heading.length());
    return page.substring(begin, end);
  }

  @Test
  public void eachNodeOfThePluginHasASection() throws Exception {
    String plugin = Files.readString(ROOT.resolve("org.enf.knime").resolve("plugin.xml"));
    assertEquals(nodes().size(), FACTORY.matcher(plugin).results().count());
    for (NodeRun node : nodes()) {
      assertTrue(section(node).contains("| title | a new node has |"));
    }
  }

  @Test
  public void settingsStandInTheOrderOfTheDialogWithTheirTitles() throws Exception {
    for (NodeRun node : nodes()) {
      List<String> told = ROW.matcher(section(node)).results().map(row -> row.group(1)).toList();
      List<String> shown = node.dialog().stream().map(DialogWidget::title).toList();
      assertEquals(node.description().name(), shown, told);
    }
  }

  @Test
  public void advancedSettingsAreCalledSo() throws Exception {
    for (NodeRun node : nodes()) {
      String section = section(node);
      for (DialogWidget widget : node.dialog()) {
        assertEquals(
            node.description().name() + ", " + widget.title(),
            widget.advanced(),
            section.contains("\n| **" + widget.title() + "** (advanced) |"));
      }
    }
  }

  @Test
  public void whatCanBeChosenIsExplained() throws Exception {
    for (NodeRun node : nodes()) {
      Map<String, String> rows = rows(section(node));
      for (DialogWidget widget : node.dialog()) {
        for (String label : widget.labels()) {
          assertTrue(
              node.description().name() + ", " + widget.title() + " tells of " + label,
              rows.get(widget.title()).contains(label));
        }
      }
    }
  }

  private static Map<String, String> rows(String section) {
    Map<String, String> rows = new HashMap<>();
    ROW.matcher(section).results().forEach(row -> rows.put(row.group(1), row.group()));
    return rows;
  }

  @Test
  public void portsAreNamed() throws Exception {
    for (NodeRun node : nodes()) {
      NodeDoc description = node.description();
      List<NodeDoc.Port> ports = new ArrayList<>(description.inputs());
      ports.addAll(description.outputs());
      String section = section(node);
      for (NodeDoc.Port port : ports) {
        assertTrue(
            description.name() + " tells of " + port.name(),
            section.contains("**" + port.name() + "**"));
      }
    }
  }

  @Test
  public void picturesAreThere() throws Exception {
    List<String> pictures =
        PICTURE.matcher(page()).results().map(picture -> picture.group(1)).toList();
    assertEquals(4, pictures.size());
    for (String picture : pictures) {
      assertTrue(picture, Files.isRegularFile(PAGE.resolveSibling(picture)));
    }
  }

  @Test
  public void linksWithinThePageLeadSomewhere() throws Exception {
    List<String> headings =
        HEADING.matcher(page()).results().map(DocumentationTest::anchor).toList();
    for (MatchResult link : OWN_LINK.matcher(page()).results().toList()) {
      assertTrue(link.group(1), headings.contains(link.group(1)));
    }
  }

  private static String anchor(MatchResult heading) {
    return heading
        .group(1)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9 -]", "")
        .replace(' ', '-');
  }
}

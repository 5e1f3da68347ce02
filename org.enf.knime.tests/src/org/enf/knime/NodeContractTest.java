package org.enf.knime;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.xml.parsers.DocumentBuilderFactory;
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
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.base.ConfigEntries;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * What saved workflows rely on: names, ports and settings keys of the nodes. A change of the
 * snapshot breaks the workflows of users; a new key needs a default for old ones.
 */
public final class NodeContractTest {
  private static final String SNAPSHOT = "node-contract.txt";

  private static final Map<Class<? extends DefaultNodeFactory>, PortObjectSpec[]> NODES =
      new TreeMap<>((a, b) -> a.getName().compareTo(b.getName()));

  static {
    PortObjectSpec table = MoleculeTables.of(1).getSpec();
    PortObjectSpec model = Models.builtIn().getSpec();
    NODES.put(ReaderFactory.class, new PortObjectSpec[] {});
    NODES.put(BuiltInFactory.class, new PortObjectSpec[] {});
    NODES.put(LearnerFactory.class, new PortObjectSpec[] {table});
    NODES.put(SamplerFactory.class, new PortObjectSpec[] {model});
    NODES.put(LikelihoodFactory.class, new PortObjectSpec[] {model, table});
    NODES.put(ScorerFactory.class, new PortObjectSpec[] {table});
  }

  private static void forEachNode(Consumer<Class<? extends DefaultNodeFactory>> check) {
    NODES.keySet().forEach(check);
  }

  @Test
  public void namesPortsAndKeysAreThoseOfTheSnapshot() throws IOException {
    List<String> lines = new ArrayList<>();
    forEachNode(type -> describe(type, lines));
    assertEquals(snapshot(), String.join("\n", lines) + "\n");
  }

  private static String snapshot() throws IOException {
    try (InputStream in = NodeContractTest.class.getResourceAsStream(SNAPSHOT)) {
      assertNotNull(SNAPSHOT + " is missing", in);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
  }

  private static void describe(Class<? extends DefaultNodeFactory> type, List<String> lines) {
    NodeRun node = NodeRun.of(type);
    NodeDoc doc = node.description();
    lines.add(type.getName() + ": " + doc.name() + " (" + doc.type() + ")");
    doc.inputs().forEach(port -> lines.add("  in " + words(port)));
    doc.outputs().forEach(port -> lines.add("  out " + words(port)));
    NodeSettings settings = node.settings();
    for (String key : settings.keySet()) {
      lines.add(
          "  "
              + key
              + " "
              + settings.getEntry(key).getType()
              + " = "
              + settings.getEntry(key).toStringValue());
    }
  }

  private static String words(NodeDoc.Port port) {
    return port.name() + ", " + port.type() + (port.optional() ? ", optional" : "");
  }

  @Test
  public void descriptionsAreComplete() {
    forEachNode(
        type -> {
          NodeDoc doc = NodeRun.of(type).description();
          assertTrue(doc.name() + ": icon", doc.icon());
          assertFalse(doc.name() + ": short description", doc.shortDescription().isBlank());
          assertTrue(doc.name() + ": full description", doc.fullDescription().length() > 200);
          assertTrue(doc.name() + ": keywords", doc.keywords().size() > 3);
          assertFalse(doc.name() + ": links", doc.links().isEmpty());
          doc.inputs().forEach(port -> assertFalse(port.description().isBlank()));
          doc.outputs().forEach(port -> assertFalse(port.description().isBlank()));
        });
  }

  @Test
  public void everyDialogOpensWithTitlesAndHelp() throws Exception {
    for (Map.Entry<Class<? extends DefaultNodeFactory>, PortObjectSpec[]> entry :
        NODES.entrySet()) {
      NodeRun node = NodeRun.of(entry.getKey());
      if (entry.getKey() != ReaderFactory.class) {
        node.configure(entry.getValue());
      }
      List<DialogWidget> widgets = node.dialog();
      assertFalse(entry.getKey().getName(), widgets.isEmpty());
      for (DialogWidget widget : widgets) {
        assertFalse(widget.key(), widget.title().isBlank());
        assertTrue(widget.key(), widget.description().length() > 10);
      }
    }
  }

  @Test
  public void moleculeColumnsAreChosenByThemselves() throws Exception {
    NodeRun learner = NodeRun.of(LearnerFactory.class);
    learner.configure(NODES.get(LearnerFactory.class));
    assertEquals("Molecule", learner.settings().getString("moleculeColumn"));
    NodeRun likelihood = NodeRun.of(LikelihoodFactory.class);
    likelihood.configure(NODES.get(LikelihoodFactory.class));
    assertEquals("Molecule", likelihood.settings().getString("moleculeColumn"));
  }

  /** Widgets limit what users type; files and flow variables go past them. */
  @Test
  public void limitsHoldOutsideTheDialogToo() {
    for (Class<? extends DefaultNodeFactory> type : NODES.keySet()) {
      NodeSettings settings = NodeRun.of(type).settings();
      for (String key : settings.keySet()) {
        ConfigEntries kind = settings.getEntry(key).getType();
        if (kind == ConfigEntries.xint || kind == ConfigEntries.xdouble) {
          NodeRun changed = NodeRun.of(type).set(key, -1);
          if (settings.containsKey(key + "_is_present")) {
            changed.set(key + "_is_present", true);
          }
          InvalidSettingsException refused =
              assertThrows(
                  type.getName() + ": " + key,
                  InvalidSettingsException.class,
                  () -> NodeRun.of(type).load(changed.settings()));
          assertTrue(refused.getMessage(), refused.getMessage().contains("-1"));
        }
      }
    }
  }

  @Test
  public void categoryHasItsIcon() throws IOException {
    try (InputStream icon = NodeContractTest.class.getResourceAsStream("/icons/category.png")) {
      assertNotNull(icon);
    }
  }

  @Test
  public void settingsAreReadAsTheyAreSaved() throws Exception {
    for (Class<? extends DefaultNodeFactory> type : NODES.keySet()) {
      NodeSettings settings = NodeRun.of(type).settings();
      assertEquals(settings, NodeRun.of(type).load(settings).settings());
    }
  }

  /** KNIME passes private fields over in silence: they are not in the dialog and not saved. */
  @Test
  public void noParameterIsPrivate() throws ClassNotFoundException {
    for (Class<? extends DefaultNodeFactory> type : NODES.keySet()) {
      String name = type.getName().replace("Factory", "Parameters");
      for (Field field : Class.forName(name).getDeclaredFields()) {
        assertTrue(NodeParameters.class.isAssignableFrom(field.getDeclaringClass()));
        boolean constant = Modifier.isStatic(field.getModifiers());
        assertTrue(field.toString(), constant || !Modifier.isPrivate(field.getModifiers()));
      }
    }
  }

  @Test
  public void everyNodeIsRegisteredInItsCategory() throws Exception {
    List<String> registered = new ArrayList<>();
    try (InputStream in = NodeContractTest.class.getResourceAsStream("/plugin.xml")) {
      NodeList nodes =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(in)
              .getElementsByTagName("node");
      for (int i = 0; i < nodes.getLength(); i++) {
        Element node = (Element) nodes.item(i);
        registered.add(node.getAttribute("factory-class"));
        assertEquals("/community/enf", node.getAttribute("category-path"));
      }
    }
    assertEquals(
        NODES.keySet().stream().map(Class::getName).toList(),
        registered.stream().sorted().toList());
  }

  @Test
  public void noStandInGetsIntoTheBundle() throws IOException {
    String root = System.getProperty("enf.root");
    assumeNotNull(root);
    String manifest = Files.readString(Path.of(root, "org.enf.knime/META-INF/MANIFEST.MF"));
    assertFalse(manifest.contains("org.enf.standin"));
    try (var files = Files.walk(Path.of(root, "org.enf.knime/src"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        assertFalse(file.toString(), Files.readString(file).contains("Standin"));
      }
    }
  }
}

package org.enf.standin.run;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.enf.standin.NodeRun;
import org.enf.standin.NodeState;
import org.enf.standin.SavedNode;
import org.enf.standin.TableBuilder;
import org.enf.standin.ports.Weights;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataTable;

/** A node is saved and loaded again. */
public class SavedNodeTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private static BufferedDataTable table() {
    return new TableBuilder().column("x", DoubleCell.TYPE).row(new DoubleCell(6)).build();
  }

  private Path place() {
    return folder.getRoot().toPath().resolve("node");
  }

  @Test
  public void anExecutedNodeComesBackWithItsOutputsAndItsView() throws Exception {
    NodeRun learner = NodeRun.of(LearnerFactory.class);
    learner.set("epochs", 2).execute(table());
    SavedNode saved = learner.save(place());
    assertTrue(Files.isRegularFile(place().resolve("port_1/object/portobject.zip")));
    assertTrue(Files.isRegularFile(place().resolve("port_1/spec/spec.zip")));
    NodeRun loaded = NodeRun.load(LearnerFactory.class, saved);
    assertEquals(NodeState.EXECUTED, loaded.state());
    assertArrayEquals(new double[] {6}, ((Weights) loaded.outputs().get(0)).values(), 0);
    assertEquals(2, loaded.settings().getInt("epochs"));
    String data = loaded.view().initialData().orElseThrow();
    assertTrue(data, data.contains("\"epochs\":2"));
  }

  @Test
  public void settingsXmlHasWhatKnimeNeeds() throws Exception {
    NodeRun source = NodeRun.of(SourceFactory.class);
    source.configure();
    source.save(place());
    String xml = Files.readString(place().resolve("settings.xml"));
    String[] expected = {
      "<entry key=\"factory\" type=\"xstring\" value=\"org.enf.standin.run.SourceFactory\"/>",
      "<entry key=\"node-name\" type=\"xstring\" value=\"Number Source\"/>",
      "<entry key=\"node-bundle-symbolic-name\" type=\"xstring\" value=\"org.enf.standin.tests\"/>",
      "<entry key=\"state\" type=\"xstring\" value=\"CONFIGURED\"/>",
      "<entry key=\"first_value\" type=\"xdouble\" value=\"1.0\"/>",
      "<config key=\"node_creation_config\">",
    };
    for (String line : expected) {
      assertTrue(line, xml.contains(line));
    }
  }

  @Test
  public void aBrokenModelDoesNotLoad() throws Exception {
    NodeRun learner = NodeRun.of(LearnerFactory.class);
    learner.execute(table());
    SavedNode saved = learner.save(place());
    Files.write(place().resolve("port_1/object/portobject.zip"), new byte[10]);
    assertThrows(IOException.class, () -> NodeRun.load(LearnerFactory.class, saved));
  }

  @Test
  public void aNodeThatIsNotExecutedHasNoOutputs() throws Exception {
    NodeRun source = NodeRun.of(SourceFactory.class);
    source.configure();
    NodeRun loaded = NodeRun.load(SourceFactory.class, source.save(place()));
    assertFalse(loaded.state() == NodeState.EXECUTED);
    assertThrows(IllegalStateException.class, loaded::outputs);
    assertEquals(3, loaded.execute().table(0).size());
  }
}

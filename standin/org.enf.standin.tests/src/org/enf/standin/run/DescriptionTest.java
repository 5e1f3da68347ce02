package org.enf.standin.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.enf.standin.NodeDoc;
import org.enf.standin.NodeRun;
import org.junit.Test;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** What a node tells about itself. */
public class DescriptionTest {
  private final NodeDoc source = NodeRun.of(SourceFactory.class).description();

  private static DefaultNode node(String description, String input, String output) {
    return DefaultNode.create()
        .name("Name")
        .icon("icons/node.png")
        .shortDescription("Short.")
        .fullDescription(description)
        .sinceVersion(5, 8, 0)
        .ports(ports -> ports.addInputTable(input, "In.").addOutputTable(output, "Out."))
        .model(
            model ->
                model
                    .parametersClass(Nodes.None.class)
                    .configure((in, out) -> {})
                    .execute((in, out) -> {}));
  }

  /** Its description is no XML. */
  public static final class Ampersand extends DefaultNodeFactory {
    /** For KNIME. */
    public Ampersand() {
      super(node("Oxygen & hydrogen", "In", "Out"));
    }
  }

  /** Its input and its output have the same name. */
  public static final class SameNames extends DefaultNodeFactory {
    /** For KNIME. */
    public SameNames() {
      super(node("Fine.", "Table", "Table"));
    }
  }

  /** Nothing is wrong. */
  public static final class Fine extends DefaultNodeFactory {
    /** For KNIME. */
    public Fine() {
      super(node("Fine.", "In", "Out"));
    }
  }

  @Test
  public void allTextsAreThere() {
    assertEquals("Number Source", source.name());
    assertEquals("Makes numbers.", source.shortDescription());
    assertEquals("Makes <b>numbers</b> &amp; nothing else.", source.fullDescription());
    assertEquals(List.of("numbers", "source"), source.keywords());
    assertEquals("https://www.knime.com", source.links().get(0).name());
    assertEquals(
        List.of(new NodeDoc.Port("Numbers", "The numbers.", "Table", false)), source.outputs());
    assertEquals(List.of(), source.inputs());
    NodeDoc learner = NodeRun.of(LearnerFactory.class).description();
    assertEquals(List.of(new NodeDoc.Text("Mean Learner", "The loss.")), learner.views());
  }

  @Test
  public void theKindFollowsFromThePortsUnlessItIsGiven() {
    assertEquals("Source", source.type());
    assertEquals("Learner", NodeRun.of(LearnerFactory.class).description().type());
    assertEquals("Manipulator", NodeRun.of(ApplierFactory.class).description().type());
  }

  @Test
  public void theIconIsFoundFromThePackageOfTheFactory() {
    assertTrue(source.icon());
    assertTrue(NodeRun.of(LearnerFactory.class).description().icon());
    assertFalse(NodeRun.of(ApplierFactory.class).description().icon());
  }

  @Test
  public void optionsStandInTheOrderOfTheDialog() {
    assertEquals(
        List.of("Count", "Start", "Shape", "Width", "Limit", "Column", "Row prefix"),
        source.options().stream().map(NodeDoc.Text::name).toList());
    String shape = source.options().get(2).description();
    assertTrue(shape, shape.contains("Parabola: With its vertex at zero."));
  }

  @Test
  public void optionalPortsAreMarked() {
    NodeDoc applier = NodeRun.of(ApplierFactory.class).description();
    assertEquals(new NodeDoc.Port("Model", "It.", "Weights", false), applier.inputs().get(0));
    assertEquals(
        new NodeDoc.Port("Rows", "How many rows.", "Table", true), applier.inputs().get(1));
  }

  @Test
  public void aTextThatIsNoXmlBreaksTheFactory() {
    IllegalStateException e =
        assertThrows(IllegalStateException.class, () -> NodeRun.of(Ampersand.class));
    assertTrue(e.getMessage(), e.getMessage().contains("Problem creating node description"));
  }

  @Test
  public void portsOfTheSameNameBreakTheNode() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> NodeRun.of(SameNames.class));
    assertEquals("A port group with the given name already exists", e.getMessage());
  }
}

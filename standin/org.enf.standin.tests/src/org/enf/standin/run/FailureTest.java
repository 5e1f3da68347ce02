package org.enf.standin.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Optional;
import org.enf.standin.NodeFailure;
import org.enf.standin.NodeRun;
import org.enf.standin.NodeState;
import org.enf.standin.TableBuilder;
import org.junit.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultNodeFactory;

/** What KNIME says of nodes that go wrong. */
public class FailureTest {
  private static final DataTableSpec SPEC = new TableBuilder().column("x", DoubleCell.TYPE).spec();

  private static String failure(Class<? extends DefaultNodeFactory> type) {
    NodeRun node = NodeRun.of(type);
    NodeFailure failure = assertThrows(NodeFailure.class, node::execute);
    assertEquals(NodeState.CONFIGURED, node.state());
    return failure.getMessage();
  }

  private static BufferedDataContainer container(ExecuteInput input) {
    return input.getExecutionContext().createDataContainer(SPEC);
  }

  /** Sets no output. */
  public static final class Silent extends DefaultNodeFactory {
    /** For KNIME. */
    public Silent() {
      super(Nodes.doing((input, output) -> {}));
    }
  }

  /** Throws something with a long message. */
  public static final class Talkative extends DefaultNodeFactory {
    /** For KNIME. */
    public Talkative() {
      super(
          Nodes.doing(
              (input, output) -> {
                throw new IllegalStateException("The tank is empty");
              }));
    }
  }

  /** Throws something with a short message. */
  public static final class Laconic extends DefaultNodeFactory {
    /** For KNIME. */
    public Laconic() {
      super(
          Nodes.doing(
              (input, output) -> {
                throw new IllegalStateException("No");
              }));
    }
  }

  /** Says in words what is wrong. */
  public static final class Friendly extends DefaultNodeFactory {
    /** For KNIME. */
    public Friendly() {
      super(
          Nodes.doing(
              (input, output) -> {
                throw new KNIMEException("Fill the tank", new IllegalStateException("empty"));
              }));
    }
  }

  /** Gives two rows the same key. */
  public static final class Repeating extends DefaultNodeFactory {
    /** For KNIME. */
    public Repeating() {
      super(
          Nodes.doing(
              (input, output) -> {
                BufferedDataContainer container = container(input);
                container.addRowToTable(new DefaultRow("Row0", new DoubleCell(1)));
                container.addRowToTable(new DefaultRow("Row0", new DoubleCell(2)));
                container.close();
                output.setOutData(0, container.getTable());
              }));
    }
  }

  /** Forgets to close its table. */
  public static final class Forgetful extends DefaultNodeFactory {
    /** For KNIME. */
    public Forgetful() {
      super(Nodes.doing((input, output) -> output.setOutData(0, container(input).getTable())));
    }
  }

  /** Makes a table without rows. */
  public static final class Empty extends DefaultNodeFactory {
    /** For KNIME. */
    public Empty() {
      super(
          Nodes.doing(
              (input, output) -> {
                BufferedDataContainer container = container(input);
                container.close();
                output.setOutData(0, container.getTable());
              }));
    }
  }

  @Test
  public void anOutputThatIsNotSetIsMissed() {
    String message = failure(Silent.class);
    assertTrue(message, message.contains("data at output 0 is null."));
  }

  @Test
  public void anExceptionIsNamedWhereItSaysLittle() {
    assertEquals("Execute failed: The tank is empty", failure(Talkative.class));
    assertEquals("Execute failed: (\"IllegalStateException\"): No", failure(Laconic.class));
  }

  @Test
  public void aKnimeExceptionSpeaksForItself() {
    assertEquals("Fill the tank", failure(Friendly.class));
  }

  @Test
  public void tablesAreChecked() {
    String message = failure(Repeating.class);
    assertTrue(message, message.contains("Row0"));
    assertTrue(failure(Forgetful.class).startsWith("Execute failed: "));
  }

  @Test
  public void anEmptyTableIsWorthAWarning() throws Exception {
    assertEquals(
        Optional.of("Node created an empty data table."),
        NodeRun.of(Empty.class).execute().warning());
  }
}

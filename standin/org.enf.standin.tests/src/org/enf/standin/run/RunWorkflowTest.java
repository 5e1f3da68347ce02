package org.enf.standin.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.core.runtime.Platform;
import org.enf.standin.OwnNodes;
import org.enf.standin.RunWorkflow;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The exit codes are those of KNIME's batch application. */
public class RunWorkflowTest {
  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private WorkflowFolder folder;

  @Before
  public void createWorkflow() throws Exception {
    folder = WorkflowFolder.create(temporary.getRoot().toPath());
  }

  private int run(String... arguments) {
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    return RunWorkflow.run(OwnNodes.ofBundle("org.enf.standin.tests"), stream, arguments);
  }

  private String workflowDir() {
    return "-workflowDir=" + folder.path();
  }

  private void assertOut(String part) {
    String text = out.toString(StandardCharsets.UTF_8);
    assertTrue(text, text.contains(part));
  }

  @Test
  public void equinoxKnowsTheApplication() {
    assertNotNull(
        Platform.getExtensionRegistry()
            .getExtension("org.eclipse.core.runtime.applications", "org.enf.standin.RunWorkflow"));
  }

  @Test
  public void successIsZero() {
    assertEquals(0, run(workflowDir(), "-reset", "-nosave", "-failonloaderror"));
    assertOut("Mean Learner #2 EXECUTED");
    assertEquals(0, run());
    assertOut("Usage");
  }

  @Test
  public void badArgumentsAreTwo() {
    assertEquals(2, run(workflowDir(), "-fast"));
    assertOut("Unknown option '-fast'");
    assertEquals(2, run("-workflowDir=nowhere"));
    assertEquals(2, run("-reset"));
    assertEquals(2, run(workflowDir(), "-workflow.variable=rows,many,int"));
    assertEquals(2, run(workflowDir(), "-option=1,count,1"));
  }

  @Test
  public void loadErrorsAreThreeWhereTheyCount() throws Exception {
    folder.change(1, xml -> xml.replace("value=\"LINE\"", "value=\"line\""));
    assertEquals(3, run(workflowDir(), "-failonloaderror"));
    assertEquals(0, run(workflowDir()));
    folder.change(xml -> "nothing");
    assertEquals(3, run(workflowDir()));
  }

  @Test
  public void failuresAreFour() throws Exception {
    folder.useVariable(1, "count", "rows");
    assertEquals(4, run(workflowDir(), "-workflow.variable=rows,-1,int"));
    assertOut("The count is -1; it has to be positive.");
    assertEquals(0, run(workflowDir(), "-workflow.variable=rows,-1,int", "-noexecute"));
  }

  @Test
  public void unknownVariablesAreToldButUsed() throws Exception {
    assertEquals(0, run(workflowDir(), "-workflow.variable=\"name\",'a,b',String"));
    assertOut("potentially unused");
    assertEquals(0, run(workflowDir(), "-option=1,count,2,int"));
  }
}

package org.enf.standin.run;

import static org.enf.standin.Finding.Severity.ERROR;
import static org.enf.standin.Finding.Severity.WARNING;
import static org.enf.standin.NodeReport.Outcome.EXECUTED;
import static org.enf.standin.NodeReport.Outcome.FAILED;
import static org.enf.standin.NodeReport.Outcome.SKIPPED;
import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.UnaryOperator;
import org.enf.standin.Finding;
import org.enf.standin.NodeReport;
import org.enf.standin.OwnNodes;
import org.enf.standin.Variable;
import org.enf.standin.Workflow;
import org.enf.standin.ports.Weights;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A saved workflow is loaded with KNIME's checks and executed. */
public class WorkflowTest {
  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  private final OwnNodes own = OwnNodes.ofBundle("org.enf.standin.tests");
  private WorkflowFolder folder;

  @Before
  public void createWorkflow() throws Exception {
    folder = WorkflowFolder.create(temporary.getRoot().toPath());
  }

  private Workflow load() throws IOException {
    return Workflow.load(folder.path(), own);
  }

  private List<NodeReport.Outcome> outcomes(Workflow workflow) {
    return workflow.execute().stream().map(NodeReport::outcome).toList();
  }

  private void assertFinding(Finding.Severity severity, int node, String part) throws IOException {
    List<Finding> findings = load().findings();
    assertTrue(
        findings.toString(),
        findings.stream()
            .anyMatch(
                finding ->
                    finding.severity() == severity
                        && finding.node() == node
                        && finding.message().contains(part)));
  }

  private static UnaryOperator<String> without(String key) {
    return xml -> xml.replaceFirst("\\s*<entry key=\"" + key + "\"[^>]*/>", "");
  }

  @Test
  public void nothingIsWrongWithAWorkflowAsKnimeSavesIt() throws Exception {
    assertEquals(List.of(), load().findings());
    assertEquals(3, load().nodes().size());
    assertEquals(2, load().connections().size());
  }

  @Test
  public void nodesAreExecutedInOrder() throws Exception {
    Workflow workflow = load();
    assertEquals(List.of(EXECUTED, EXECUTED, EXECUTED), outcomes(workflow));
    Weights model = (Weights) workflow.node(2).get().run().get().outputs().get(0);
    assertArrayEquals(new double[] {2}, model.values(), 0);
  }

  @Test
  public void variablesReplaceSettings() throws Exception {
    folder.useVariable(1, "count", "rows");
    Workflow workflow = load();
    assertEquals(List.of(), workflow.findings());
    workflow.execute();
    assertArrayEquals(new double[] {1.5}, mean(workflow), 0);
    assertTrue(workflow.setVariable(Variable.parse("rows,5,int")));
    workflow.execute();
    assertArrayEquals(new double[] {3}, mean(workflow), 0);
  }

  private static double[] mean(Workflow workflow) {
    return ((Weights) workflow.node(2).get().run().get().outputs().get(0)).values();
  }

  @Test
  public void aVariableThatDoesNotFitFailsTheNode() throws Exception {
    folder.useVariable(1, "count", "rows");
    Workflow workflow = load();
    workflow.setVariable(Variable.parse("rows,2.5,double"));
    List<NodeReport> reports = workflow.execute();
    assertEquals(FAILED, reports.get(0).outcome());
    String message = reports.get(0).message();
    assertTrue(
        message,
        message.startsWith("Errors loading flow variables into node : Errors overwriting"));
    assertEquals(SKIPPED, reports.get(1).outcome());
    workflow.setVariable(Variable.parse("rows,0,int"));
    assertEquals(
        "Errors loading flow variables into node : The count is 0; it has to be positive.",
        workflow.execute().get(0).message());
  }

  @Test
  public void aVariableThatThereIsNotIsMissedAtOnce() throws Exception {
    folder.useVariable(1, "count", "lines");
    assertFinding(WARNING, 1, "Unknown variable \"lines\"");
    assertFinding(WARNING, 1, "State has changed from CONFIGURED to IDLE");
    assertEquals(FAILED, load().execute().get(0).outcome());
  }

  @Test
  public void aVariableForASettingThatThereIsNotIsTold() throws Exception {
    folder.useVariable(1, "counts", "rows");
    assertFinding(WARNING, 1, "KNIME ignores the variable for counts");
  }

  @Test
  public void nodesOfOtherBundlesAreSkippedWithAllBehindThem() throws Exception {
    folder.foreignNode(4).foreignNode(5).connect(1, 1, 4, 2).connect(3, 1, 5, 2).write();
    Workflow workflow = load();
    assertEquals(List.of(), workflow.findings());
    List<NodeReport> reports = workflow.execute();
    assertEquals(
        List.of(EXECUTED, EXECUTED, EXECUTED, SKIPPED, SKIPPED),
        reports.stream().map(NodeReport::outcome).sorted().toList());
    assertTrue(reports.get(4).message(), reports.get(4).message().contains("org.other.Factory"));
  }

  @Test
  public void aFailureSkipsWhatIsBehind() throws Exception {
    folder.change(2, xml -> xml.replace("value=\"y\"", "value=\"z\""));
    assertFinding(WARNING, 2, "There is no column \"z\".");
    List<NodeReport> reports = load().execute();
    assertEquals(FAILED, reports.get(1).outcome());
    assertEquals("There is no column \"z\".", reports.get(1).message());
    assertEquals("node 2 before it was not executed", reports.get(2).message());
  }

  @Test
  public void anOptionChangesASetting() throws Exception {
    Workflow workflow = load();
    workflow.setOption(1, "count", 1);
    workflow.execute();
    assertArrayEquals(new double[] {1}, mean(workflow), 0);
    assertThrows(IllegalArgumentException.class, () -> workflow.setOption(1, "count", 0));
    assertThrows(IllegalArgumentException.class, () -> workflow.setOption(9, "count", 1));
  }

  @Test
  public void badModelSettingsCountAsTheStateSays() throws Exception {
    folder.change(1, xml -> xml.replace("value=\"LINE\"", "value=\"line\""));
    assertFinding(ERROR, 1, "Loading model settings failed: Invalid value 'line'.");
    folder.change(1, xml -> xml.replace("value=\"CONFIGURED\"", "value=\"IDLE\""));
    assertFinding(WARNING, 1, "KNIME takes the defaults and does not even say so");
    assertEquals(List.of(), load().errors());
  }

  @Test
  public void settingsAreComparedInBothDirections() throws Exception {
    folder.change(1, without("reversed"));
    assertFinding(WARNING, 1, "the setting reversed (xboolean) is missing");
    folder.change(1, xml -> xml.replace("key=\"width\"", "key=\"widths\""));
    assertFinding(WARNING, 1, "the node knows no setting widths");
    assertFinding(ERROR, 1, "Loading model settings failed");
  }

  @Test
  public void aSettingOfAnotherTypeIsTold() throws Exception {
    folder.change(
        1,
        xml ->
            xml.replace(
                "key=\"width\" type=\"xdouble\" value=\"1.0\"",
                "key=\"width\" type=\"xint\" value=\"1\""));
    assertFinding(WARNING, 1, "the setting width is xint instead of xdouble");
    assertFinding(ERROR, 1, "Loading model settings failed");
  }

  @Test
  public void aNodeWithoutItsKeysIsLost() throws Exception {
    folder.change(1, without("node-bundle-vendor"));
    assertFinding(ERROR, 1, "skipping it: String for key \"node-bundle-vendor\" not found.");
    assertFinding(ERROR, 0, "source node does not exist");
  }

  @Test
  public void whatKnimeNeedsInSettingsIsMissed() throws Exception {
    for (String key : List.of("state", "hasContent", "file_store_location")) {
      folder.change(2, without(key));
      assertFinding(ERROR, 2, "for key \"" + key + "\" not found.");
    }
    folder.change(2, xml -> xml.replace("key=\"flow_stack\"", "key=\"stack\""));
    assertFinding(ERROR, 2, "Config for key \"flow_stack\" not found.");
  }

  @Test
  public void whatKnimeNeedsInTheWorkflowIsMissed() throws Exception {
    folder.change(xml -> xml.replace("<config key=\"workflow_credentials\"/>", ""));
    assertFinding(ERROR, 0, "Unable to load credentials");
    folder.change(
        xml ->
            xml.replace(
                "key=\"node_type\" type=\"xstring\" value=\"NativeNode\"",
                "key=\"x\"" + " type=\"xstring\" value=\"\""));
    assertFinding(ERROR, 1, "Can't retrieve node type");
    folder.change(xml -> xml.replace("value=\"5.1.0\"", "value=\"9.9.9\""));
    assertFinding(ERROR, 0, "The version of the format is 9.9.9");
  }

  @Test
  public void connectionsAreCheckedAsKnimeDoes() throws Exception {
    folder.connect(1, 2, 2, 0).connect(1, 1, 3, 1).connect(2, 1, 2, 1).connect(1, 1, 8, 1);
    folder.connect(1, 1, 2, 1).write();
    assertFinding(ERROR, 0, "node 1 has no output 2");
    assertFinding(ERROR, 0, "another one leads there");
    assertFinding(ERROR, 0, "Source and Destination must not be equal, id is 2");
    assertFinding(ERROR, 0, "destination node does not exist");
    assertFinding(ERROR, 0, "Duplicate connection information");
  }

  @Test
  public void aTableDoesNotFitAModel() throws Exception {
    folder.change(
        xml ->
            xml.replace(
                "key=\"sourceID\" type=\"xint\" value=\"2\"",
                "key=\"sourceID\" type=\"xint\" value=\"1\""));
    assertFinding(ERROR, 0, "Table does not fit Weights");
  }

  @Test
  public void aFactoryMustBeRegistered() throws Exception {
    folder.change(1, xml -> xml.replace("run.SourceFactory", "run.ViewTest$Textual"));
    assertFinding(ERROR, 1, "not registered via extension point");
  }

  @Test
  public void theNameInTheSettingsIsThatOfTheNode() throws Exception {
    folder.change(1, xml -> xml.replace("\"Number Source\"", "\"Numbers\""));
    assertFinding(WARNING, 1, "The name is \"Numbers\" instead of \"Number Source\".");
  }

  @Test
  public void theStateInTheSettingsIsTheTrueOne() throws Exception {
    folder.change(3, xml -> xml.replace("value=\"CONFIGURED\"", "value=\"EXECUTED\""));
    assertFinding(WARNING, 3, "State has changed from EXECUTED to CONFIGURED");
  }

  @Test
  public void anythingElseThanSettingsIsRefused() throws Exception {
    folder.change(xml -> xml.replace("<config xmlns", "<!DOCTYPE config><config xmlns"));
    assertThrows(IOException.class, this::load);
    Files.delete(folder.path().resolve("workflow.knime"));
    assertThrows(IOException.class, this::load);
  }
}

package org.enf.standin.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.enf.standin.NodeRun;

/** A small workflow on disk: a source, a learner and an applier, one after the other. */
final class WorkflowFolder {
  private static final String HEAD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <config xmlns="http://www.knime.org/2008/09/XMLConfig" key="workflow.knime">
        <entry key="created_by" type="xstring" value="5.8.3"/>
        <entry key="version" type="xstring" value="5.1.0"/>
        <entry key="state" type="xstring" value="CONFIGURED"/>
        <config key="workflow_credentials"/>
        <config key="workflow_variables">
          <config key="Var_0">
            <entry key="name" type="xstring" value="rows"/>
            <entry key="class" type="xstring" value="INTEGER"/>
            <entry key="value" type="xint" value="2"/>
          </config>
        </config>
      """;

  private final Path folder;
  private final List<String> nodes = new ArrayList<>();
  private final List<String> connections = new ArrayList<>();

  WorkflowFolder(Path folder) {
    this.folder = folder;
  }

  /** Three nodes and two connections, all as KNIME would save them. */
  static WorkflowFolder create(Path folder) throws Exception {
    WorkflowFolder workflow = new WorkflowFolder(folder);
    NodeRun source = NodeRun.of(SourceFactory.class);
    NodeRun learner = NodeRun.of(LearnerFactory.class);
    NodeRun applier = NodeRun.of(ApplierFactory.class);
    learner.configure(source.configure().specs().get(0));
    applier.configure(learner.configure(source.configure().specs().get(0)).specs().get(0));
    workflow.node(1, source).node(2, learner).node(3, applier).connect(1, 1, 2, 1);
    return workflow.connect(2, 1, 3, 1).write();
  }

  WorkflowFolder node(int id, NodeRun node) throws IOException {
    node.save(folder.resolve("Node (#" + id + ")"));
    return entry(id);
  }

  private WorkflowFolder entry(int id) {
    nodes.add(
        """
            <config key="node_%1$d">
              <entry key="id" type="xint" value="%1$d"/>
              <entry key="node_settings_file" type="xstring" value="Node (#%1$d)/settings.xml"/>
              <entry key="node_is_meta" type="xboolean" value="false"/>
              <entry key="node_type" type="xstring" value="NativeNode"/>
            </config>
        """
            .formatted(id));
    return this;
  }

  /** A node of a bundle that is not here. */
  WorkflowFolder foreignNode(int id) throws Exception {
    NodeRun node = NodeRun.of(ApplierFactory.class);
    node(id, node);
    change(
        id,
        xml ->
            xml.replace(ApplierFactory.class.getName(), "org.other.Factory")
                .replace("\"org.enf.standin.tests\"", "\"org.other\""));
    return this;
  }

  WorkflowFolder connect(int source, int sourcePort, int target, int targetPort) {
    connections.add(
        """
            <config key="connection_%d">
              <entry key="sourceID" type="xint" value="%d"/>
              <entry key="sourcePort" type="xint" value="%d"/>
              <entry key="destID" type="xint" value="%d"/>
              <entry key="destPort" type="xint" value="%d"/>
            </config>
        """
            .formatted(connections.size(), source, sourcePort, target, targetPort));
    return this;
  }

  WorkflowFolder write() throws IOException {
    String text =
        HEAD
            + "  <config key=\"nodes\">\n"
            + String.join("", nodes)
            + "  </config>\n  <config key=\"connections\">\n"
            + String.join("", connections)
            + "  </config>\n</config>\n";
    Files.writeString(folder.resolve("workflow.knime"), text);
    return this;
  }

  Path path() {
    return folder;
  }

  /** Changes the settings.xml of a node. */
  WorkflowFolder change(int id, UnaryOperator<String> change) throws IOException {
    return change(folder.resolve("Node (#" + id + ")/settings.xml"), change);
  }

  /** Changes workflow.knime. */
  WorkflowFolder change(UnaryOperator<String> change) throws IOException {
    return change(folder.resolve("workflow.knime"), change);
  }

  private WorkflowFolder change(Path file, UnaryOperator<String> change) throws IOException {
    String before = Files.readString(file);
    String after = change.apply(before);
    if (after.equals(before)) {
      throw new AssertionError("Nothing has changed in " + file);
    }
    Files.writeString(file, after);
    return this;
  }

  /** Lets a variable take the place of a setting. */
  WorkflowFolder useVariable(int id, String key, String variable) throws IOException {
    String tree =
        """
          <config key="variables">
            <entry key="version" type="xstring" value="V_2019_09_13"/>
            <config key="tree">
              <config key="%s">
                <entry key="used_variable" type="xstring" value="%s"/>
                <entry key="exposed_variable" type="xstring" isnull="true" value=""/>
              </config>
            </config>
          </config>
        """
            .formatted(key, variable);
    return change(id, xml -> xml.replaceFirst("</config>\\s*$", tree + "</config>"));
  }
}

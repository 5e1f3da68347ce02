package org.enf.standin.run;

import java.util.function.Consumer;
import org.knime.node.DefaultModel.ExecuteConsumer;
import org.knime.node.DefaultNode;
import org.knime.node.RequirePorts.PortsAdder;
import org.knime.node.parameters.NodeParameters;

/** Makes nodes of which one thing matters. */
final class Nodes {
  private Nodes() {}

  /** No parameters. */
  static final class None implements NodeParameters {}

  private static DefaultNode.RequireModel start(Consumer<PortsAdder> ports) {
    return DefaultNode.create()
        .name("Name")
        .icon("icons/node.png")
        .shortDescription("Short.")
        .fullDescription("Long.")
        .sinceVersion(5, 8, 0)
        .ports(ports);
  }

  /** A node without ports that does nothing with these parameters. */
  static DefaultNode with(Class<? extends NodeParameters> parameters) {
    return start(ports -> {})
        .model(
            model ->
                model
                    .parametersClass(parameters)
                    .configure((input, output) -> {})
                    .execute((input, output) -> {}));
  }

  /** A node with one table as output that does this. */
  static DefaultNode doing(ExecuteConsumer execute) {
    return start(ports -> ports.addOutputTable("Table", "It."))
        .model(
            model ->
                model
                    .parametersClass(Nodes.None.class)
                    .configure((input, output) -> {})
                    .execute(execute));
  }
}

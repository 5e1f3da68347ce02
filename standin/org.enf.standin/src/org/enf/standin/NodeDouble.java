package org.enf.standin;

import java.util.List;
import java.util.Optional;
import org.knime.node.DefaultNodeFactory;

/**
 * A node that takes the place of one of another bundle, so that those behind it can be executed.
 *
 * @param factory the class of the factory that it takes the place of
 * @param bundle the bundle of that node
 * @param bundleName its name for the user
 * @param vendor who makes it
 * @param type its own factory; it reads the settings of that node, with no key more or less
 */
record NodeDouble(
    String factory,
    String bundle,
    String bundleName,
    String vendor,
    Class<? extends DefaultNodeFactory> type) {
  private static final List<NodeDouble> ALL =
      List.of(
          new NodeDouble(
              "org.knime.base.node.preproc.partition.PartitionNodeFactory",
              "org.knime.base",
              "KNIME Base Nodes",
              "KNIME AG, Zurich, Switzerland",
              PartitionerDouble.class));

  /** The double of a node; empty where there is none. */
  static Optional<NodeDouble> of(WorkflowNode node) {
    return ALL.stream()
        .filter(each -> each.factory.equals(node.factory()) && each.bundle.equals(node.bundle()))
        .findFirst();
  }
}

package org.knime.node;

import java.util.List;
import java.util.Optional;
import org.knime.node.parameters.NodeParameters;

/** Shows tests what a factory was told about its node; KNIME has no such class. */
public final class StandinNodes {
  private StandinNodes() {}

  /**
   * A group of ports.
   *
   * @param input whether they are inputs
   * @param id what {@code node_creation_config} calls it
   * @param name the name of its ports
   * @param optional whether the user may take the port away
   */
  public record Group(boolean input, String id, String name, boolean optional) {}

  /** The groups of ports, in order. */
  public static List<Group> groups(DefaultNodeFactory factory) {
    return factory.node().ports.stream()
        .map(group -> new Group(group.input(), group.id(), group.name(), group.configurable()))
        .toList();
  }

  /** The class of the model's parameters. */
  public static Optional<Class<? extends NodeParameters>> modelParameters(
      DefaultNodeFactory factory) {
    return factory.node().model.parametersClass();
  }

  /** The class of the view's parameters. */
  public static Optional<Class<? extends NodeParameters>> viewParameters(
      DefaultNodeFactory factory) {
    return factory.node().view().flatMap(DefaultView::parametersClass);
  }
}

package org.knime.node;

import java.util.List;
import java.util.Optional;
import org.knime.core.node.port.PortType;
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
   * @param types the types that a port may have
   * @param optional whether the user may take the port away
   */
  public record Group(
      boolean input, String id, String name, List<PortType> types, boolean optional) {}

  /** The groups of ports, in order. */
  public static List<Group> groups(DefaultNodeFactory factory) {
    return factory.node().ports.stream()
        .map(
            group ->
                new Group(
                    group.input(),
                    group.id(),
                    group.name(),
                    types(group.mode()),
                    group.configurable()))
        .toList();
  }

  private static List<PortType> types(PortGroup.Mode mode) {
    return mode instanceof PortGroup.OptionalOf optional
        ? List.of(optional.types())
        : List.of(((PortGroup.Fixed) mode).type());
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

package org.knime.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.knime.core.node.FluentNodeAPI;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultModel.RequireModelParameters;
import org.knime.node.DefaultView.RequireViewParameters;
import org.knime.node.RequirePorts.DynamicPortsAdder;

/** All of a node: what it is called, its ports, its model, and what else it may have. */
public final class DefaultNode implements FluentNodeAPI {
  /**
   * A link in the description.
   *
   * @param href where it leads
   * @param description its text, an XML fragment
   */
  record Link(String href, String description) {}

  final String name;
  final String icon;
  final String shortDescription;
  final String fullDescription;
  final List<PortGroup> ports;
  final DefaultModel model;
  final List<Link> links = new ArrayList<>();
  final List<String> keywords = new ArrayList<>();
  private DefaultView view;
  private NodeType nodeType;

  private DefaultNode(
      String name,
      String icon,
      String shortDescription,
      String fullDescription,
      Consumer<DynamicPortsAdder> ports,
      DefaultModel model) {
    this.name = name;
    this.icon = icon;
    this.shortDescription = shortDescription;
    this.fullDescription = fullDescription;
    this.ports = PortGroups.of(ports);
    this.model = model;
  }

  /** Starts the description of a node. */
  public static RequireName create() {
    return name ->
        icon ->
            shortDescription ->
                fullDescription ->
                    (major, minor, revision) ->
                        ports ->
                            model ->
                                new DefaultNode(
                                    name,
                                    icon,
                                    shortDescription,
                                    fullDescription,
                                    ports,
                                    model.apply(DefaultModel.create()));
  }

  Optional<DefaultView> view() {
    return Optional.ofNullable(view);
  }

  Optional<NodeType> nodeType() {
    return Optional.ofNullable(nodeType);
  }

  /** The stage that asks for the name. */
  public interface RequireName {
    /** The name of the node in repository and workflow. */
    RequireIcon name(String name);
  }

  /** The stage that asks for the icon. */
  public interface RequireIcon {
    /** The path of the icon, from the package of the factory. */
    RequireShortDescription icon(String icon);
  }

  /** The stage that asks for the short description. */
  public interface RequireShortDescription {
    /** One sentence about the node, an XML fragment. */
    RequireFullDescription shortDescription(String shortDescription);
  }

  /** The stage that asks for the full description. */
  public interface RequireFullDescription {
    /** All that has to be said about the node, an XML fragment. */
    RequireSinceVersion fullDescription(String fullDescription);
  }

  /** The stage that asks for the version of KNIME with which the node came. */
  public interface RequireSinceVersion {
    /** The version of KNIME with which the node came. */
    RequirePorts sinceVersion(int major, int minor, int revision);
  }

  /** The stage that asks for the model. */
  public interface RequireModel {
    /** What the node does; gets the first stage of a model, returns the last. */
    DefaultNode model(Function<RequireModelParameters, DefaultModel> model);
  }

  /**
   * Gives the node a view.
   *
   * @throws UnsupportedOperationException if it has one already
   */
  public DefaultNode addView(Function<RequireViewParameters, DefaultView> view) {
    if (this.view != null) {
      throw new UnsupportedOperationException("Multiple views per node are not supported yet.");
    }
    this.view = view.apply(DefaultView.create());
    return this;
  }

  /**
   * Sets the kind of the node; without it, the ports tell.
   *
   * @throws IllegalStateException at the second call
   */
  public DefaultNode nodeType(NodeType nodeType) {
    if (this.nodeType != null) {
      throw new IllegalStateException(
          "nodeType() has already been called; a node can only have one node type.");
    }
    this.nodeType = nodeType;
    return this;
  }

  /**
   * Sets words by which the node is found.
   *
   * @throws IllegalStateException at the second call
   * @throws IllegalArgumentException if there is a null among them
   */
  public DefaultNode keywords(String... keywords) {
    if (!this.keywords.isEmpty()) {
      throw new IllegalStateException(
          "keywords() has already been called; a node can only have one list of keywords.");
    }
    for (String keyword : keywords) {
      if (keyword == null) {
        throw new IllegalArgumentException("keywords list must not contain null values");
      }
      this.keywords.add(keyword);
    }
    return this;
  }

  /** Adds a link to the description; its text is an XML fragment. */
  public DefaultNode addExternalResource(String href, String description) {
    if (href == null || description == null) {
      throw new IllegalArgumentException("A link needs an address and a description.");
    }
    links.add(new Link(href, description));
    return this;
  }
}

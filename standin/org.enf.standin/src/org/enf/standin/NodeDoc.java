package org.enf.standin;

import java.util.ArrayList;
import java.util.List;
import org.knime.core.node.NodeDescription;
import org.knime.core.node.port.PortType;
import org.knime.node.StandinNodes;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * What a node tells about itself.
 *
 * @param name its name
 * @param type its kind
 * @param icon whether its icon was found
 * @param shortDescription one sentence
 * @param fullDescription all of it, an XML fragment
 * @param inputs its inputs
 * @param outputs its outputs
 * @param options what its dialog explains, in order
 * @param views its views
 * @param keywords words by which it is found
 * @param links where its description leads
 */
public record NodeDoc(
    String name,
    String type,
    boolean icon,
    String shortDescription,
    String fullDescription,
    List<Port> inputs,
    List<Port> outputs,
    List<Text> options,
    List<Text> views,
    List<String> keywords,
    List<Text> links) {
  /**
   * A port.
   *
   * @param name its name
   * @param description what it is for, as text
   * @param type the name of its type
   * @param optional whether the user may take it away
   */
  public record Port(String name, String description, String type, boolean optional) {}

  /**
   * Something with a name and an explanation.
   *
   * @param name the name, or the address of a link
   * @param description the explanation, as text
   */
  public record Text(String name, String description) {}

  static NodeDoc of(NodeRun run) {
    NodeDescription description = run.node().description();
    Element root = description.getXMLDescription();
    return new NodeDoc(
        description.getNodeName(),
        description.getType().toString(),
        run.factory().getIcon() != null,
        description.getShortDescription().orElse(""),
        description.getIntro().orElse(""),
        ports(run, root, true),
        ports(run, root, false),
        texts(root, "option", "name"),
        texts(root, "view", "name"),
        List.of(description.getKeywords()),
        texts(root, "link", "href"));
  }

  private static List<Port> ports(NodeRun run, Element root, boolean input) {
    List<Port> ports = new ArrayList<>();
    for (StandinNodes.Group group : StandinNodes.groups(run.factory())) {
      if (group.input() == input) {
        String fixed = input ? "inPort" : "outPort";
        String dynamic = input ? "dynInPort" : "dynOutPort";
        String text = text(root, group.optional() ? dynamic : fixed, group.name());
        PortType type = group.types().get(0);
        ports.add(new Port(group.name(), text, type.getName(), group.optional()));
      }
    }
    return List.copyOf(ports);
  }

  private static String text(Element root, String tag, String name) {
    return texts(root, tag, "name").stream()
        .filter(text -> text.name().equals(name))
        .map(Text::description)
        .findFirst()
        .orElse("");
  }

  private static List<Text> texts(Element root, String tag, String attribute) {
    NodeList nodes = root.getElementsByTagName(tag);
    List<Text> texts = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      Element element = (Element) nodes.item(i);
      texts.add(new Text(element.getAttribute(attribute), element.getTextContent()));
    }
    return List.copyOf(texts);
  }
}

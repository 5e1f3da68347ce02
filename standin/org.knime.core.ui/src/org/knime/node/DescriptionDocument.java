package org.knime.node;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.webui.node.dialog.defaultdialog.jsonforms.TitleAndDescription;
import org.knime.core.webui.node.dialog.defaultdialog.jsonforms.uischema.DialogLayout;
import org.knime.node.parameters.WidgetGroup;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The description of a node as KNIME's XML. */
final class DescriptionDocument {
  private final DocumentBuilder builder;
  private final Document document;
  private final DefaultNode node;

  private DescriptionDocument(DefaultNode node) {
    this.node = node;
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    try {
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      builder = factory.newDocumentBuilder();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("Problem creating node description", e);
    }
    // Fragments that do not parse end in an exception; the parser need not write them, too.
    builder.setErrorHandler(null);
    document = builder.newDocument();
  }

  /**
   * Writes it.
   *
   * @throws IllegalStateException if a text of the node is no XML fragment
   */
  static Document of(DefaultNode node) {
    DescriptionDocument description = new DescriptionDocument(node);
    description.document.appendChild(description.root());
    return description.document;
  }

  private Element root() {
    Element root = document.createElement("knimeNode");
    root.setAttribute("icon", node.icon);
    root.setAttribute("type", type().toString());
    child(root, "name").setTextContent(node.name);
    fill(child(root, "shortDescription"), node.shortDescription);
    Element full = child(root, "fullDescription");
    fill(child(full, "intro"), node.fullDescription);
    addOptions(full);
    for (DefaultNode.Link link : node.links) {
      Element element = child(full, "link");
      element.setAttribute("href", link.href());
      fill(element, link.description());
    }
    Element ports = child(root, "ports");
    addPorts(ports, true, "inPort", "dynInPort");
    addPorts(ports, false, "outPort", "dynOutPort");
    node.view().ifPresent(view -> addView(child(root, "views"), view));
    if (!node.keywords.isEmpty()) {
      Element keywords = child(root, "keywords");
      node.keywords.forEach(keyword -> child(keywords, "keyword").setTextContent(keyword));
    }
    return root;
  }

  private NodeType type() {
    if (node.nodeType().isPresent()) {
      return node.nodeType().get();
    } else if (node.ports.stream().noneMatch(PortGroup::input)) {
      return NodeType.Source;
    } else if (node.ports.stream().allMatch(PortGroup::input)) {
      return NodeType.Sink;
    }
    return NodeType.Manipulator;
  }

  private void addOptions(Element full) {
    List<Class<? extends WidgetGroup>> types = new ArrayList<>();
    node.model.parametersClass().ifPresent(types::add);
    node.view().flatMap(DefaultView::parametersClass).ifPresent(types::add);
    if (types.isEmpty()) {
      return;
    }
    Element tab = child(full, "tab");
    tab.setAttribute("name", "Options");
    for (TitleAndDescription option : DialogLayout.of(types).options()) {
      Element element = child(tab, "option");
      element.setAttribute("name", option.title());
      fill(element, Optional.ofNullable(option.description()).orElse(""));
    }
  }

  private void addPorts(Element ports, boolean input, String fixed, String dynamic) {
    int index = 0;
    for (PortGroup group : node.ports) {
      if (group.input() != input) {
        continue;
      }
      Element port = child(ports, group.configurable() ? dynamic : fixed);
      port.setAttribute("name", group.name());
      if (group.configurable()) {
        port.setAttribute("insert-before", Integer.toString(index));
        port.setAttribute("group-identifier", group.id());
        port.setAttribute("configurable-via-menu", "false");
      } else {
        port.setAttribute("index", Integer.toString(index));
        index++;
      }
      fill(port, group.description());
    }
  }

  private void addView(Element views, DefaultView view) {
    Element element = child(views, "view");
    element.setAttribute("index", "0");
    element.setAttribute("name", node.name);
    fill(element, view.description);
  }

  private Element child(Element parent, String name) {
    return (Element) parent.appendChild(document.createElement(name));
  }

  private void fill(Element element, String fragment) {
    try {
      Document parsed =
          builder.parse(new InputSource(new StringReader("<fragment>" + fragment + "</fragment>")));
      NodeList children = parsed.getDocumentElement().getChildNodes();
      for (int i = 0; i < children.getLength(); i++) {
        element.appendChild(document.importNode(children.item(i), true));
      }
    } catch (SAXException | IOException e) {
      throw new IllegalStateException("Problem creating node description", e);
    }
  }
}

package org.knime.node;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.knime.core.node.NodeDescription;
import org.knime.core.node.NodeFactory.NodeType;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The description of a node, read from its XML. */
final class DefaultNodeDescription extends NodeDescription {
  private final Element root;

  DefaultNodeDescription(Document document) {
    root = document.getDocumentElement();
  }

  @Override
  public String getIconPath() {
    return root.getAttribute("icon");
  }

  @Override
  public String getNodeName() {
    return first("name").getTextContent();
  }

  @Override
  public NodeType getType() {
    return NodeType.valueOf(root.getAttribute("type"));
  }

  @Override
  public Optional<String> getShortDescription() {
    return Optional.of(first("shortDescription").getTextContent());
  }

  @Override
  public Optional<String> getIntro() {
    return Optional.of(xml(first("intro")));
  }

  @Override
  public String[] getKeywords() {
    return all("keyword").stream().map(Node::getTextContent).toArray(String[]::new);
  }

  @Override
  public Element getXMLDescription() {
    return root;
  }

  private Element first(String tag) {
    return all(tag).get(0);
  }

  private List<Element> all(String tag) {
    NodeList nodes = root.getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  /** What is in an element. */
  private static String xml(Element element) {
    StringWriter text = new StringWriter();
    try {
      Transformer transformer = TransformerFactory.newInstance().newTransformer();
      transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
      NodeList children = element.getChildNodes();
      for (int i = 0; i < children.getLength(); i++) {
        transformer.transform(new DOMSource(children.item(i)), new StreamResult(text));
      }
    } catch (TransformerException e) {
      throw new IllegalStateException(e);
    }
    return text.toString().trim();
  }
}

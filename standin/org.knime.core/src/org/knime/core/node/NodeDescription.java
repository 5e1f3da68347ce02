package org.knime.core.node;

import java.util.Optional;
import org.knime.core.node.NodeFactory.NodeType;
import org.w3c.dom.Element;

/** What is told about a node. */
public abstract class NodeDescription {
  public abstract String getIconPath();

  public abstract String getNodeName();

  public abstract NodeType getType();

  public abstract Element getXMLDescription();

  public Optional<String> getShortDescription() {
    return Optional.empty();
  }

  public Optional<String> getIntro() {
    return Optional.empty();
  }

  public String[] getKeywords() {
    return new String[0];
  }
}

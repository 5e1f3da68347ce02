package org.enf.standin;

import org.knime.core.node.NodeDescription;
import org.knime.core.node.NodeFactory.NodeType;
import org.w3c.dom.Element;

/** Tells about nodes that scale numbers. */
final class ScalingDescription extends NodeDescription {
  @Override
  public String getIconPath() {
    return "../standin/ports/../ports/Weights.class";
  }

  @Override
  public String getInportDescription(int index) {
    return null;
  }

  @Override
  public String getInportName(int index) {
    return index == 0 ? "Numbers" : null;
  }

  @Override
  public String getInteractiveViewName() {
    return null;
  }

  @Override
  public String getNodeName() {
    return "Scale";
  }

  @Override
  public String getOutportDescription(int index) {
    return "Scaled numbers";
  }

  @Override
  public String getOutportName(int index) {
    return "Scaled";
  }

  @Override
  public NodeType getType() {
    return NodeType.Manipulator;
  }

  @Override
  public int getViewCount() {
    return 0;
  }

  @Override
  public String getViewDescription(int index) {
    return null;
  }

  @Override
  public String getViewName(int index) {
    return null;
  }

  @Override
  public Element getXMLDescription() {
    return null;
  }
}

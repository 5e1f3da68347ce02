package org.knime.core.node;

import java.io.IOException;
import java.net.URL;
import org.xml.sax.SAXException;

/** Makes a kind of node and tells about it. */
public abstract class NodeFactory<T extends NodeModel> {
  /** The kinds of node, which give it its colour. */
  public enum NodeType {
    Source,
    Sink,
    Learner,
    Predictor,
    Manipulator,
    Visualizer,
    Widget,
    Meta,
    LoopStart,
    LoopEnd,
    ScopeStart,
    ScopeEnd,
    /** Replaced by configurations and widgets. */
    @Deprecated
    QuickForm,
    Configuration,
    Other,
    Missing,
    Unknown,
    Subnode,
    VirtualIn,
    VirtualOut,
    Container
  }

  private NodeDescription description;
  private URL icon;

  protected NodeFactory(boolean lazyInitialization) {
    if (!lazyInitialization) {
      init();
    }
  }

  /**
   * KNIME's also throws {@code XmlException} of XMLBeans, and reads the node's XML file where this
   * one knows of none.
   *
   * @throws SAXException if the description is no XML
   * @throws IOException if it cannot be read
   */
  protected NodeDescription createNodeDescription() throws SAXException, IOException {
    throw new IOException("There are no descriptions in XML here");
  }

  public synchronized void init() {
    if (description != null) {
      return;
    }
    try {
      description = createNodeDescription();
    } catch (SAXException | IOException unreadable) {
      throw new IllegalStateException("No description of " + getClass().getName(), unreadable);
    }
    icon = IconPath.resolve(getClass(), description.getIconPath());
  }

  public final String getNodeName() {
    return description.getNodeName();
  }

  public URL getIcon() {
    return icon;
  }

  public abstract T createNodeModel();

  protected abstract int getNrNodeViews();

  /** Swing's. */
  @Deprecated(since = "5.6", forRemoval = true)
  public abstract NodeView<T> createNodeView(int viewIndex, T nodeModel);

  /** Swing's. */
  @Deprecated(since = "5.6", forRemoval = true)
  protected abstract boolean hasDialog();

  /** Swing's. */
  @Deprecated(since = "5.6", forRemoval = true)
  protected abstract NodeDialogPane createNodeDialogPane();

  NodeDescription getNodeDescription() {
    return description;
  }
}

package org.enf.standin;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.eclipse.core.runtime.Platform;
import org.knime.node.DefaultNodeFactory;
import org.osgi.framework.Bundle;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The nodes of a bundle, which can be executed.
 *
 * @param bundle the bundle
 * @param registered the classes of factories in its plugin.xml
 */
public record OwnNodes(Bundle bundle, Set<String> registered) {
  /**
   * The nodes of the bundle with this symbolic name.
   *
   * @throws IllegalArgumentException if there is no such bundle, or no plugin.xml in it
   */
  public static OwnNodes ofBundle(String symbolicName) {
    Bundle bundle = Platform.getBundle(symbolicName);
    URL plugin = bundle == null ? null : bundle.getEntry("plugin.xml");
    if (plugin == null) {
      throw new IllegalArgumentException("No bundle " + symbolicName + " with a plugin.xml.");
    }
    return new OwnNodes(bundle, factories(plugin));
  }

  private static Set<String> factories(URL plugin) {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    Document document;
    try (InputStream in = plugin.openStream()) {
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      document = factory.newDocumentBuilder().parse(in);
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new IllegalArgumentException("Cannot read " + plugin, e);
    }
    NodeList nodes = document.getElementsByTagName("node");
    Set<String> classes = new HashSet<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      classes.add(((Element) nodes.item(i)).getAttribute("factory-class"));
    }
    return classes;
  }

  /** The symbolic name of the bundle. */
  public String name() {
    return bundle.getSymbolicName();
  }

  /** The name of the bundle for the user. */
  String displayName() {
    return bundle.getHeaders().get("Bundle-Name");
  }

  /** Who makes the bundle. */
  String vendor() {
    return bundle.getHeaders().get("Bundle-Vendor");
  }

  /** A factory; empty if it is not registered, or not in the bundle. */
  Optional<Class<? extends DefaultNodeFactory>> factory(String className) {
    if (!registered.contains(className)) {
      return Optional.empty();
    }
    try {
      return Optional.of(bundle.loadClass(className).asSubclass(DefaultNodeFactory.class));
    } catch (ClassNotFoundException | ClassCastException e) {
      return Optional.empty();
    }
  }
}

package org.knime.core.node.config.base;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerConfigurationException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.sax.SAXTransformerFactory;
import javax.xml.transform.sax.TransformerHandler;
import javax.xml.transform.stream.StreamResult;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/** Writes a tree of settings in KNIME's layout and closes the stream, as KNIME does. */
final class ConfigXmlWriter {
  private static final String NAMESPACE = "http://www.knime.org/2008/09/XMLConfig";

  private final OutputStream out;

  ConfigXmlWriter(OutputStream out) {
    this.out = out;
  }

  void write(ConfigBase config) throws IOException {
    try (OutputStream closed = out) {
      closed.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".getBytes(StandardCharsets.UTF_8));
      TransformerHandler handler = handler();
      handler.setResult(new StreamResult(closed));
      handler.startDocument();
      AttributesImpl attributes = new AttributesImpl();
      attribute(attributes, "xmlns", NAMESPACE);
      attribute(attributes, "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
      attribute(
          attributes,
          "xsi:schemaLocation",
          NAMESPACE + " http://www.knime.org/XMLConfig_2008_09.xsd");
      writeConfig(config, attributes, handler);
      handler.endDocument();
      closed.flush();
    } catch (SAXException broken) {
      throw new IOException("Saving xml failed: " + broken.getMessage(), broken);
    }
  }

  private static TransformerHandler handler() {
    try {
      SAXTransformerFactory factory =
          (SAXTransformerFactory) TransformerFactory.newDefaultInstance();
      TransformerHandler handler = factory.newTransformerHandler();
      Transformer transformer = handler.getTransformer();
      transformer.setOutputProperty(OutputKeys.METHOD, "xml");
      transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
      transformer.setOutputProperty(OutputKeys.INDENT, "yes");
      transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
      return handler;
    } catch (TransformerConfigurationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void writeConfig(
      ConfigBase config, AttributesImpl attributes, TransformerHandler handler)
      throws SAXException {
    attribute(attributes, "key", config.getKey());
    handler.startElement("", "", "config", attributes);
    for (String key : config.keySet()) {
      AbstractConfigEntry entry = config.getEntry(key);
      if (entry instanceof ConfigBase group) {
        writeConfig(group, new AttributesImpl(), handler);
      } else {
        writeValue(entry, handler);
      }
    }
    handler.endElement("", "", "config");
  }

  private static void writeValue(AbstractConfigEntry entry, TransformerHandler handler)
      throws SAXException {
    AttributesImpl attributes = new AttributesImpl();
    attribute(attributes, "key", entry.getKey());
    attribute(attributes, "type", entry.getType().name());
    String value = entry.toStringValue();
    if (value == null) {
      attribute(attributes, "isnull", "true");
      value = "";
    }
    attribute(attributes, "value", XmlText.escape(value));
    handler.startElement("", "", "entry", attributes);
    handler.endElement("", "", "entry");
  }

  private static void attribute(AttributesImpl attributes, String name, String value) {
    attributes.addAttribute("", "", name, "CDATA", value);
  }
}

package org.knime.core.node.config.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Fills a tree of settings from its file; what lies outside the file is never read. */
final class ConfigXmlReader extends DefaultHandler {
  private final Deque<ConfigBase> path = new ArrayDeque<>();
  private final ConfigBase root;

  ConfigXmlReader(ConfigBase root) {
    this.root = root;
  }

  void read(InputStream in) throws IOException {
    SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
    try {
      factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
      factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
      factory
          .newSAXParser()
          .parse(new InputSource(new InputStreamReader(in, StandardCharsets.UTF_8)), this);
    } catch (SAXException | ParserConfigurationException | RuntimeException broken) {
      throw new IOException("Unable to parse xml: " + broken.getMessage(), broken);
    }
  }

  @Override
  public InputSource resolveEntity(String publicId, String systemId) {
    return new InputSource(new StringReader(""));
  }

  @Override
  public void startElement(String uri, String localName, String qName, Attributes attributes)
      throws SAXException {
    String key = attributes.getValue("key");
    if ("config".equals(qName)) {
      if (path.isEmpty()) {
        root.setKey(key);
        path.push(root);
      } else {
        path.push(path.peek().addConfigBase(key));
      }
    } else if ("entry".equals(qName) && !path.isEmpty()) {
      path.peek().addEntry(entry(key, attributes));
    } else {
      throw new SAXException("\"" + qName + "\" is not a valid tag name.");
    }
  }

  private static AbstractConfigEntry entry(String key, Attributes attributes) throws SAXException {
    ConfigEntries type;
    try {
      type = ConfigEntries.valueOf(attributes.getValue("type"));
    } catch (IllegalArgumentException unknown) {
      throw new SAXException("Invalid type of the entry \"" + key + "\"", unknown);
    }
    boolean isNull = "true".equals(attributes.getValue("isnull"));
    String value = isNull ? null : XmlText.unescape(attributes.getValue("value"));
    return new ValueEntry(type, key, type.parse(value));
  }

  @Override
  public void endElement(String uri, String localName, String qName) {
    if ("config".equals(qName)) {
      path.pop();
    }
  }

  @Override
  public void error(SAXParseException e) throws SAXException {
    throw e;
  }

  @Override
  public void warning(SAXParseException e) throws SAXException {
    throw e;
  }
}

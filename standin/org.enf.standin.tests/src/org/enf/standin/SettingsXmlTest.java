package org.enf.standin;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.Test;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/** Settings and the file settings.xml that they live in. */
public class SettingsXmlTest {
  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          + "<config xmlns=\"http://www.knime.org/2008/09/XMLConfig\""
          + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
          + " xsi:schemaLocation=\"http://www.knime.org/2008/09/XMLConfig"
          + " http://www.knime.org/XMLConfig_2008_09.xsd\" key=\"model\">";

  private static String write(NodeSettings settings) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    settings.saveToXML(out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static NodeSettingsRO read(String xml) throws IOException {
    return NodeSettings.loadFromXML(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  private static NodeSettingsRO readEntry(String entry) throws IOException {
    return read(HEAD + entry + "</config>");
  }

  @Test
  public void valuesOfAllTypesSurviveTheFile() throws IOException, InvalidSettingsException {
    NodeSettings settings = new NodeSettings("model");
    settings.addInt("int", -3);
    settings.addLong("long", Long.MAX_VALUE);
    settings.addDouble("double", 1e-300);
    settings.addDouble("infinite", Double.NEGATIVE_INFINITY);
    settings.addFloat("float", 0.1f);
    settings.addByte("byte", (byte) -1);
    settings.addChar("char", 'ä');
    settings.addBoolean("boolean", true);
    settings.addString("string", "α < β & \"γ\"");
    settings.addString("absent", null);
    settings.addStringArray("strings", "a", null, "");
    settings.addDoubleArray("doubles");
    settings.addIntArray("none", (int[]) null);
    settings.addNodeSettings("group").addInt("inner", 1);

    NodeSettingsRO read = read(write(settings));

    assertEquals(settings, read);
    assertEquals(1e-300, read.getDouble("double"), 0);
    assertEquals("α < β & \"γ\"", read.getString("string"));
    assertNull(read.getString("absent"));
    assertArrayEquals(new String[] {"a", null, ""}, read.getStringArray("strings"));
    assertEquals(0, read.getDoubleArray("doubles").length);
    assertNull(read.getIntArray("none"));
    assertEquals(1, read.getNodeSettings("group").getInt("inner"));
  }

  @Test
  public void theFileLooksLikeThatOfKnime() throws IOException {
    NodeSettings settings = new NodeSettings("model");
    settings.addDouble("learningRate", 0.001);
    settings.addString("variable", null);
    settings.addNodeSettings("net").addInt("layers", 4);
    List<String> lines = write(settings).lines().map(String::strip).toList();
    assertEquals(HEAD.lines().toList(), lines.subList(0, 2));
    assertEquals(
        List.of(
            "<entry key=\"learningRate\" type=\"xdouble\" value=\"0.001\"/>",
            "<entry key=\"variable\" type=\"xstring\" isnull=\"true\" value=\"\"/>",
            "<config key=\"net\">",
            "<entry key=\"layers\" type=\"xint\" value=\"4\"/>",
            "</config>",
            "</config>"),
        lines.subList(2, lines.size()));
  }

  @Test
  public void whatXmlRefusesIsWrittenInDigits() throws IOException, InvalidSettingsException {
    NodeSettings settings = new NodeSettings("model");
    String text = "two\nlines\u0000 100%% %%00010 \ud83e\uddea";
    settings.addString("text", text);
    String xml = write(settings);
    assertTrue(
        xml, xml.contains("two%%00010lines%%00000 100%%00037% %%00037%00010 %%55358%%56810"));
    assertEquals(text, read(xml).getString("text"));
  }

  @Test
  public void aMissingKeyOrAnotherTypeIsAnInvalidSetting() throws IOException {
    NodeSettingsRO settings = readEntry("<entry key=\"a\" type=\"xint\" value=\"1\"/>");
    assertThrows(InvalidSettingsException.class, () -> settings.getInt("b"));
    assertThrows(InvalidSettingsException.class, () -> settings.getDouble("a"));
    assertThrows(InvalidSettingsException.class, () -> settings.getNodeSettings("a"));
    assertFalse(settings.containsKey("b"));
  }

  @Test
  public void brokenFilesAreNotRead() {
    assertThrows(IOException.class, () -> readEntry("<entry"));
    assertThrows(IOException.class, () -> readEntry("<other/>"));
    assertThrows(
        IOException.class, () -> readEntry("<entry key=\"a\" type=\"xint\" value=\"1.5\"/>"));
    assertThrows(
        IOException.class, () -> readEntry("<entry key=\"a\" type=\"xthing\" value=\"1\"/>"));
  }

  @Test
  public void nothingOutsideTheFileIsRead() throws IOException, InvalidSettingsException {
    Path secret = Files.createTempFile("secret", ".txt");
    Files.writeString(secret, "secret");
    String xml =
        "<!DOCTYPE config [<!ENTITY e SYSTEM \""
            + secret.toUri()
            + "\">]><config key=\"model\">&e;<entry key=\"a\" type=\"xint\" value=\"1\"/></config>";
    assertEquals(1, read(xml).getInt("a"));
    assertThrows(
        IOException.class,
        () -> read(xml.replace("value=\"1\"", "value=\"&e;\"").replace("xint", "xstring")));
    Files.delete(secret);
  }

  @Test
  public void streamsAreClosed() throws IOException {
    boolean[] closed = new boolean[2];
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new NodeSettings("model")
        .saveToXML(
            new FilterOutputStream(bytes) {
              @Override
              public void close() throws IOException {
                closed[0] = true;
                super.close();
              }
            });
    NodeSettings.loadFromXML(
        new FilterInputStream(new ByteArrayInputStream(bytes.toByteArray())) {
          @Override
          public void close() throws IOException {
            closed[1] = true;
            super.close();
          }
        });
    assertArrayEquals(new boolean[] {true, true}, closed);
  }

  @Test
  public void copiesHoldTheSame() throws InvalidSettingsException {
    NodeSettings settings = new NodeSettings("model");
    settings.addNodeSettings("group").addInt("inner", 1);
    NodeSettings copy = new NodeSettings("model");
    settings.copyTo(copy);
    assertEquals(settings, copy);
    NodeSettingsWO changed = copy.getNodeSettings("group");
    changed.addInt("inner", 2);
    assertEquals(1, settings.getNodeSettings("group").getInt("inner"));
  }
}

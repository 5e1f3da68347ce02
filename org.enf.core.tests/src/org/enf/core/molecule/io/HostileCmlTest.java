package org.enf.core.molecule.io;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** CML of strangers reads no other file, fetches nothing and does not grow. */
public final class HostileCmlTest {
  private static final String ATOM =
      "<atom id=\"a1\" elementType=\"O\" x3=\"0\" y3=\"0.5\" z3=\"0.1\"/>";

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private static String molecule(String title) {
    return "<molecule xmlns=\"http://www.xml-cml.org/schema\" title=\""
        + title
        + "\"><atomArray>"
        + ATOM
        + "</atomArray></molecule>";
  }

  private static String problem(String text) {
    return assertThrows(MoleculeFormatException.class, () -> MolText.readCml(text, "cell"))
        .getMessage();
  }

  @Test
  public void otherFilesAreNotRead() throws IOException {
    Path secret = folder.newFile().toPath();
    Files.writeString(secret, "a secret");
    for (String definition :
        List.of(
            "<!DOCTYPE m [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>",
            "<!DOCTYPE m SYSTEM \"" + secret.toUri() + "\">",
            "<!DOCTYPE m [<!ENTITY % p SYSTEM \"" + secret.toUri() + "\"> %p;]>")) {
      String message = problem("<?xml version=\"1.0\"?>" + definition + molecule("&e;"));
      assertTrue(message, message.contains("document type declaration"));
      assertFalse(message, message.contains("secret"));
    }
  }

  @Test
  public void entitiesThatMultiplyAreNotResolved() {
    StringBuilder laughs = new StringBuilder("<!DOCTYPE m [<!ENTITY e0 \"ha\">");
    for (int level = 1; level <= 30; level++) {
      String before = "&e" + (level - 1) + ";";
      laughs.append("<!ENTITY e" + level + " \"" + before.repeat(10) + "\">");
    }
    assertTrue(problem(laughs + "]>" + molecule("&e30;")).contains("document type"));
  }

  /** In ISO-2022-JP an escape sequence within a word is not part of it. */
  @Test
  public void documentTypeIsNotHiddenByAnEncoding() {
    String hidden = "<!DOC\u001b(BTYPE m [<!ENTITY e \"text\">]>";
    for (String encoding : List.of("ISO-2022-JP", "ISO-2022-KR", "UTF-16", "IBM037")) {
      String declared = "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>";
      assertTrue(problem(declared + hidden + molecule("&e;")).startsWith("cell: "));
      assertTrue(problem("\uFEFF" + declared + hidden + molecule("&e;")).startsWith("cell: "));
    }
  }

  /** Without a mark or a declaration the first four bytes tell UTF-16. */
  @Test
  public void documentTypeIsNotHiddenByWideCharacters() {
    String document = "<?xml version=\"1.0\"?><!DOCTYPE m [<!ENTITY e \"t\">]>" + molecule("&e;");
    for (Charset wide : List.of(StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
      String text = new String(document.getBytes(wide), StandardCharsets.ISO_8859_1);
      assertTrue(problem(text).startsWith("cell: "));
    }
  }

  /** The text of a cell has been decoded already, whatever its first line says. */
  @Test
  public void declaredEncodingDoesNotMatter() throws IOException {
    for (String start :
        List.of(
            "",
            "\uFEFF",
            "<?xml version=\"1.0\"?>\n",
            "<?xml version='1.0' encoding='UTF-16'?>",
            "\uFEFF<?xml version=\"1.0\" encoding=\"ISO-8859-1\" standalone=\"yes\"?>\r\n")) {
      assertEquals(1, MolText.readCml(start + molecule("S\u00E4ure"), "cell").size());
    }
  }

  @Test
  public void deepDocumentIsReadOrRefused() {
    String message = problem("<list>".repeat(100_000) + "<molecule/>" + "</list>".repeat(100_000));
    assertTrue(message, message.startsWith("cell: "));
  }

  @Test
  public void atomsBeyondAnyMoleculeAreRefused() {
    String message = problem(molecule("t").replace("\"0.5\"", "\"-1e200\""));
    assertTrue(message, message.contains("atom 1 has a coordinate beyond 1,000,000"));
  }
}

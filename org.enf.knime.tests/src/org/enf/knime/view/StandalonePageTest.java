package org.enf.knime.view;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Pages of one file. */
public class StandalonePageTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private static final String FRAME =
      "<meta http-equiv=\"Content-Security-Policy\" content=\"x\">"
          + "<link rel=\"stylesheet\" href=\"a.css\"><main></main><script src=\"a.js\"></script>";

  private static StandalonePage page(String script) {
    Map<String, String> files = Map.of("model.html", FRAME, "a.css", "p{}", "a.js", script);
    return new StandalonePage(
        path -> new ByteArrayInputStream(files.get(path).getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  public void scriptsAndStylesStandInsideUnderAPolicyOfTheirChecksums() throws IOException {
    assertEquals(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
            + "script-src 'sha256-/zbBF+sqijeOYCb86dn3qP06MDf19tpxHRaBw66SJFA='; "
            + "style-src 'sha256-rlqsO33+58tdkAEPmRd3vaYt4+rbt3Q2GN7fpcyrqWA='; "
            + "img-src data: blob:\">"
            + "<style>\np{}</style><main></main>"
            + "<script type=\"application/json\" id=\"enf-data\">{\"a\":1}</script>\n"
            + "<script>\nf()</script>",
        page("f()").html(ViewPage.MODEL, "{\"a\":1}"));
  }

  @Test
  public void dataCannotLeaveTheirElement() throws IOException {
    String html = page("f()").html(ViewPage.MODEL, "{\"a\":\"</script><!--<script>\"}");
    assertTrue(html.contains("{\"a\":\"\\u003c/script>\\u003c!--\\u003cscript>\"}"));
  }

  @Test
  public void scriptWithATagIsRefused() {
    assertThrows(IllegalStateException.class, () -> page("'</SCRIPT>'").html(ViewPage.MODEL, "{}"));
  }

  @Test
  public void dataThatAreNoObjectAreRefused() {
    for (String json : new String[] {"", "[]", "1", "{", "null"}) {
      assertThrows(IllegalArgumentException.class, () -> page("f()").html(ViewPage.MODEL, json));
    }
  }

  @Test
  public void eachPageOfTheBundleBecomesOneFileThatAsksForNoOther() throws IOException {
    for (ViewPage view : ViewPage.values()) {
      String html = StandalonePage.ofBundle().html(view, "{}");
      assertFalse(view.file(), html.contains(" src=\"") || html.contains("<link"));
      assertFalse(view.file(), html.contains("'self'"));
      assertTrue(view.file(), html.contains("uPlot"));
    }
  }

  @Test
  public void fileIsWrittenWhole() throws IOException {
    Path file = folder.getRoot().toPath().resolve("model.html");
    JsonNode data = SampleData.model();
    StandalonePage.ofBundle().write(ViewPage.MODEL, data, file);
    assertEquals(StandalonePage.ofBundle().html(ViewPage.MODEL, data), Files.readString(file));
  }

  @Test
  public void librariesAreThoseOfTheirTable() throws IOException, NoSuchAlgorithmException {
    String table = new String(read("lib/README.md"), StandardCharsets.UTF_8);
    Pattern row = Pattern.compile("(?m)^\\| `([^`]+)` .*`([0-9a-f]{64})` \\|$");
    assertEquals(3, row.matcher(table).results().count());
    for (MatchResult entry : row.matcher(table).results().toList()) {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(read("lib/" + entry.group(1)));
      assertEquals(entry.group(1), entry.group(2), HexFormat.of().formatHex(digest));
    }
  }

  private static byte[] read(String path) throws IOException {
    try (InputStream stream =
        ViewPage.class.getResourceAsStream("/" + ViewPage.FOLDER + "/" + path)) {
      return stream.readAllBytes();
    }
  }
}

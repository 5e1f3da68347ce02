package org.enf.knime.view;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.ClassRule;
import org.junit.Test;

/** The page of molecules in a browser that cannot draw by WebGL, as over a remote desktop. */
public class MoleculesWithoutWebglTest {
  @ClassRule public static final Browser BROWSER = Browser.withoutWebgl();

  @Test
  public void moleculesAreDrawnFlatAndCanBeTurned() throws IOException {
    BrowserPage page = BROWSER.open(ViewPage.MOLECULES, SampleData.molecules());
    page.await("document.querySelector('.gallery').dataset.drawn === '12'");
    assertEquals(
        "canvas", page.evaluate("document.querySelector('.gallery').dataset.renderer").asText());
    page.screenshot("molecules-without-webgl", true);
    page.click(".gallery button");
    String picture = "document.querySelector('.enlarged-stage canvas').toDataURL()";
    JsonNode before = page.evaluate(picture);
    page.press("ArrowLeft");
    assertNotEquals(before, page.evaluate(picture));
    assertEquals(List.of(), page.complaints());
  }
}

package org.enf.knime.view;

import static org.junit.Assert.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.After;
import org.junit.ClassRule;
import org.junit.Test;

/** The page of a model in a real browser. */
public class ModelPageTest {
  @ClassRule public static final Browser BROWSER = Browser.withoutGraphicsCard();

  private BrowserPage page;

  @After
  public void nothingWentWrong() {
    assertEquals(List.of(), page.complaints());
  }

  private void open(JsonNode data) throws IOException {
    page = BROWSER.open(ViewPage.MODEL, data);
  }

  @Test
  public void sectionsAreTables() throws IOException {
    open(SampleData.model());
    assertEquals("Model builtin:qm9", page.text("h1"));
    assertEquals(List.of("Architecture", "Provenance"), page.texts("h2"));
    assertEquals(20, page.count("table.card tr"));
    assertEquals("H C N O F", page.text("table.card td"));
  }

  @Test
  public void numbersOfAtomsAreBars() throws IOException {
    open(SampleData.model());
    assertEquals(List.of("Number of atoms, p(M)"), page.texts("figcaption"));
    page.click("summary");
    page.await("document.querySelectorAll('.values tbody tr').length === 26");
  }

  @Test
  public void missingValuesAreDashes() throws IOException {
    open(
        SampleData.parse(
            "{\"sections\": [{\"title\": \"T\", \"rows\": [[\"a\", null], [\"b\"], [\"c\","
                + " \"NaN\"], [\"d\", 0.0], [\"e\", -1234567.5], [\"f\", 1e-7], \"nonsense\"]},"
                + " {\"title\": \"Empty\", \"rows\": []}]}"));
    assertEquals(List.of("–", "–", "–", "0", "−1,234,568", "1.00e-7"), page.texts("td"));
    assertEquals(List.of("Nothing is known."), page.texts("section .note"));
  }

  @Test
  public void markupInValuesStaysText() throws IOException {
    String name = "<img src=x onerror=document.title='hurt'></script><script>alert(1)</script>";
    open(
        SampleData.parse(
            "{\"title\": \""
                + name
                + "\", \"sections\": [{\"title\": \""
                + name
                + "\", \"rows\": [[\""
                + name
                + "\", \""
                + name
                + "\"]]}],"
                + " \"plots\": [{\"title\": \""
                + name
                + "\", \"kind\": \"bars\", \"xLabel\": \""
                + name
                + "\", \"series\": [{\"name\": \""
                + name
                + "\", \"x\": [\""
                + name
                + "\"], \"y\": [1]}]}]}"));
    for (String place : List.of("h1", "h2", "td", "table.card th", "figcaption")) {
      assertEquals(name, page.text(place));
    }
    assertEquals(name, page.evaluate("document.title").asText());
    assertEquals(0, page.count("img"));
  }

  @Test
  public void looksRightInEachWindow() throws IOException {
    BROWSER.look(ViewPage.MODEL, SampleData.model(), "document.querySelector('canvas')");
    open(SampleData.model());
  }
}

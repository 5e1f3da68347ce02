package org.enf.knime.view;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.ClassRule;
import org.junit.Test;

/** Pages in a frame of KNIME: how they get their data. */
public class KnimeProtocolTest {
  private static final String IDS =
      "projectId: 'p', workflowId: 'root', nodeId: 'root:3', extensionType: 'view'";

  @ClassRule public static final Browser BROWSER = Browser.withoutGraphicsCard();

  private static BrowserPage open(ViewPage view, String api, String state) {
    BrowserPage page = BROWSER.page();
    page.network(new KnimeHost(view, api)::serve);
    page.go(KnimeHost.ADDRESS);
    page.enterFrame(KnimeHost.VIEW_ORIGIN);
    page.awaitState(state);
    return page;
  }

  private static JsonNode heard(BrowserPage page) {
    page.enterFrame("");
    return page.evaluate("heard");
  }

  /** JavaScript that makes the text that the node's service returns. */
  private static String envelope(JsonNode data) {
    return "JSON.stringify({ result: " + data + " })";
  }

  @Test
  public void dataThatCameAlongAreShown() throws IOException {
    String api =
        "{ getConfig: () => ({ "
            + IDS
            + ", initialData: "
            + envelope(SampleData.molecules())
            + " }) }";
    BrowserPage page = open(ViewPage.MOLECULES, api, "ready");
    assertEquals("Molecules drawn from builtin:qm9", page.text("h1"));
    page.await("document.querySelector('.gallery').dataset.drawn === '12'");
    page.screenshot("molecules-in-knime", false);
    assertEquals(List.of(), page.complaints());
  }

  @Test
  public void eachPageLoadsAllItsFiles() {
    for (ViewPage view : ViewPage.values()) {
      String api =
          "{ getConfig: () => ({ " + IDS + ", initialData: { result: { title: 'T' } } }) }";
      BrowserPage page = open(view, api, "ready");
      assertEquals("T", page.text("h1"));
      assertEquals(List.of(), page.complaints());
    }
  }

  @Test
  public void dataThatDidNotComeAlongAreAskedFor() throws IOException {
    String api =
        "{ getConfig: () => ({ "
            + IDS
            + ", initialData: null }),"
            + " callNodeDataService: async () => ({ result: "
            + envelope(SampleData.model())
            + " }) }";
    BrowserPage page = open(ViewPage.MODEL, api, "ready");
    assertEquals("Model builtin:qm9", page.text("h1"));
    assertEquals(List.of(), page.complaints());
    assertEquals(
        SampleData.parse(
            "[{\"projectId\":\"p\",\"workflowId\":\"root\",\"nodeId\":\"root:3\","
                + "\"extensionType\":\"view\",\"serviceType\":\"initial_data\","
                + "\"dataServiceRequest\":\"\"}]"),
        heard(page).get(2).get("payload").get("params"));
  }

  @Test
  public void messagesHaveTheShapeThatKnimeExpects() throws IOException {
    String api = "{ getConfig: () => ({ " + IDS + ", initialData: { result: {} } }) }";
    JsonNode heard = heard(open(ViewPage.MODEL, api, "ready"));
    assertEquals(2, heard.size());
    assertEquals(SampleData.parse("{\"type\":\"UIExtensionReady\"}"), heard.get(0));
    assertEquals("UIExtensionRequest", heard.get(1).get("type").asText());
    assertFalse(heard.get(1).get("requestId").asText().isEmpty());
    assertEquals(
        SampleData.parse("{\"method\":\"getConfig\",\"params\":[]}"), heard.get(1).get("payload"));
  }

  @Test
  public void answersToOthersAreLeftAlone() {
    String api =
        "{ getConfig: async () => { frame.contentWindow.postMessage({ type: 'UIExtensionResponse',"
            + " requestId: 'other', payload: { initialData: { result: { title: 'wrong' } } } },"
            + " '*'); frame.contentWindow.postMessage({ type: 'UIExtensionPushEvent', payload: {}"
            + " }, '*'); frame.contentWindow.postMessage(null, '*'); await new Promise(done =>"
            + " setTimeout(done, 200)); return { initialData: { result: { title: 'right' } } }; }"
            + " }";
    assertEquals("right", open(ViewPage.MODEL, api, "ready").text("h1"));
  }

  @Test
  public void warningsOfTheNodeAreShown() {
    String api =
        "{ getConfig: () => ({ initialData: JSON.stringify({ result: { notices: ['One.'] },"
            + " warningMessages: ['Two.'] }) }) }";
    assertEquals(List.of("One.", "Two."), open(ViewPage.MODEL, api, "ready").texts(".notice"));
  }

  @Test
  public void errorOfTheNodeIsShown() {
    for (String kind : List.of("userError", "internalError")) {
      String api =
          "{ getConfig: () => ({ initialData: JSON.stringify({ "
              + kind
              + ": { message: 'The model <b>file</b> is gone.' } }) }) }";
      BrowserPage page = open(ViewPage.MODEL, api, "failed");
      assertEquals("The model <b>file</b> is gone.", page.text(".failure"));
    }
  }

  @Test
  public void nodeWithoutDataIsNoEmptyPage() {
    String api = "{ getConfig: () => ({ initialData: '{}' }), callNodeDataService: () => null }";
    assertTrue(
        open(ViewPage.LEARNER, api, "ready").text("main").contains("The run recorded no step."));
    String silent = "{ getConfig: () => ({}), callNodeDataService: () => null }";
    assertEquals(
        "The node sent no data.", open(ViewPage.LEARNER, silent, "failed").text(".failure"));
  }
}

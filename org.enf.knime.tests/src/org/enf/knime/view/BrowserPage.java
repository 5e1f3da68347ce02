package org.enf.knime.view;

import static org.junit.Assert.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A page in Chromium. It remembers all that went wrong and all that it asked of the network. */
final class BrowserPage implements AutoCloseable {
  private static final long PATIENCE_MILLIS = 60_000;
  private static final int PAGE = 0;
  private static final int NO_CONTEXT = -1;

  private final DevTools tools;
  private final String target;
  private final String session;
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final Map<String, Integer> contexts = new ConcurrentHashMap<>();
  private volatile Function<String, byte[]> network = url -> null;
  private volatile String frame = "";
  private String colours = "light";

  private BrowserPage(DevTools tools, String target, String session) {
    this.tools = tools;
    this.target = target;
    this.session = session;
  }

  static BrowserPage open(DevTools tools) {
    String target =
        tools
            .call(null, "Target.createTarget", DevTools.object().put("url", "about:blank"))
            .get("targetId")
            .asText();
    ObjectNode attach = DevTools.object().put("targetId", target).put("flatten", true);
    JsonNode attached = tools.call(null, "Target.attachToTarget", attach);
    BrowserPage page = new BrowserPage(tools, target, attached.get("sessionId").asText());
    tools.listen(page.session, page::hear);
    page.call("Page.enable", DevTools.object());
    page.call("Runtime.enable", DevTools.object());
    page.call("Log.enable", DevTools.object());
    ObjectNode requests = DevTools.object();
    requests.putArray("patterns").addObject().put("urlPattern", "http*");
    page.call("Fetch.enable", requests);
    page.window(1200, 900, "light");
    return page;
  }

  @Override
  public void close() {
    tools.call(null, "Target.closeTarget", DevTools.object().put("targetId", target));
  }

  /** Answers requests; null stands for no answer, which is a complaint. */
  void network(Function<String, byte[]> answers) {
    network = answers;
  }

  /** Size of the window, and whether the reader likes it "light" or "dark". */
  void window(int width, int height, String scheme) {
    call(
        "Emulation.setDeviceMetricsOverride",
        DevTools.object()
            .put("width", width)
            .put("height", height)
            .put("deviceScaleFactor", 1)
            .put("mobile", false));
    colours = scheme;
    emulateReader("reduce");
  }

  /** The reader likes things to move; without this call the reader likes them still. */
  void likeMotion() {
    emulateReader("no-preference");
  }

  private void emulateReader(String motion) {
    ObjectNode media = DevTools.object();
    ArrayNode features = media.putArray("features");
    features.addObject().put("name", "prefers-color-scheme").put("value", colours);
    features.addObject().put("name", "prefers-reduced-motion").put("value", motion);
    call("Emulation.setEmulatedMedia", media);
  }

  /** Runs a script before those of the pages that will be opened. */
  void before(String script) {
    call("Page.addScriptToEvaluateOnNewDocument", DevTools.object().put("source", script));
  }

  /** Goes to an address and waits until the page is ready or has failed. */
  void go(String url) {
    call("Page.navigate", DevTools.object().put("url", url));
    await("location.href !== 'about:blank' && document.readyState === 'complete'");
  }

  /** From now on expressions are evaluated in the frame whose address starts so. */
  void enterFrame(String origin) {
    frame = origin;
  }

  void awaitState(String state) {
    await("['ready', 'failed'].includes(document.documentElement.dataset.enf)");
    assertEquals(
        "state of the page; it says: " + text("main"),
        state,
        evaluate("document.documentElement.dataset.enf").asText());
  }

  /** Waits until an expression is true. */
  void await(String expression) {
    long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (System.currentTimeMillis() < end) {
      if (holds(expression)) {
        return;
      }
    }
    throw new AssertionError("waited in vain for " + expression + "; complaints: " + complaints);
  }

  /** Asks after a moment; a page that is just going away or not yet there says no. */
  private boolean holds(String expression) {
    boolean there = context() != NO_CONTEXT;
    String question = later(40) + ".then(() => Boolean(" + (there ? expression : "false") + "))";
    try {
      JsonNode answer = call("Runtime.evaluate", evaluation(question, there ? context() : PAGE));
      return answer.path("result").path("value").asBoolean();
    } catch (DevTools.Refused gone) {
      return false;
    }
  }

  private static String later(int millis) {
    return "new Promise(done => setTimeout(done, " + millis + "))";
  }

  /** Lets the page go on for a time. */
  void pause(int millis) {
    evaluate(later(millis));
  }

  private int context() {
    return frame.isEmpty() ? PAGE : contexts.getOrDefault(frame, NO_CONTEXT);
  }

  /** The value of an expression of the page, as JSON. */
  JsonNode evaluate(String expression) {
    JsonNode result = call("Runtime.evaluate", evaluation(expression, context()));
    if (result.has("exceptionDetails")) {
      throw new AssertionError(expression + ": " + result.get("exceptionDetails"));
    }
    return result.path("result").path("value");
  }

  private static ObjectNode evaluation(String expression, int context) {
    ObjectNode parameters =
        DevTools.object()
            .put("expression", expression)
            .put("returnByValue", true)
            .put("awaitPromise", true)
            .put("userGesture", true);
    return context == PAGE ? parameters : parameters.put("contextId", context);
  }

  /** The text that a reader sees of the first element that matches. */
  String text(String selector) {
    return evaluate("document.querySelector(" + quoted(selector) + ")?.innerText ?? null").asText();
  }

  int count(String selector) {
    return evaluate("document.querySelectorAll(" + quoted(selector) + ").length").asInt();
  }

  /** Texts of all elements that match and can be seen. */
  List<String> texts(String selector) {
    JsonNode found =
        evaluate(
            "[...document.querySelectorAll("
                + quoted(selector)
                + ")].filter(e => e.checkVisibility({visibilityProperty: true})).map(e =>"
                + " e.innerText)");
    List<String> texts = new ArrayList<>();
    found.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  void click(String selector) {
    evaluate("document.querySelector(" + quoted(selector) + ").click()");
  }

  /** Presses and releases a key as a reader would, with the focus where it is. */
  void press(String key) {
    int code =
        switch (key) {
          case "Enter" -> 13;
          case "Escape" -> 27;
          case "Tab" -> 9;
          case "ArrowLeft" -> 37;
          case "ArrowRight" -> 39;
          default -> key.charAt(0);
        };
    ObjectNode event =
        DevTools.object().put("key", key).put("code", key).put("windowsVirtualKeyCode", code);
    if (key.equals("Enter")) {
      event.put("text", "\r");
    }
    call("Input.dispatchKeyEvent", event.deepCopy().put("type", "keyDown"));
    call("Input.dispatchKeyEvent", event.deepCopy().put("type", "keyUp"));
  }

  /** Writes a picture of the window, or of the whole page, for people to look at. */
  void screenshot(String name, boolean whole) throws IOException {
    ObjectNode parameters = DevTools.object().put("format", "png");
    if (whole) {
      JsonNode size = call("Page.getLayoutMetrics", DevTools.object()).get("cssContentSize");
      ObjectNode clip = parameters.putObject("clip");
      clip.put("x", 0).put("y", 0).put("scale", 1);
      clip.put("width", size.get("width").asDouble()).put("height", size.get("height").asDouble());
      parameters.put("captureBeyondViewport", true);
    }
    JsonNode picture = call("Page.captureScreenshot", parameters);
    Path folder = Path.of("target", "screenshots");
    Files.createDirectories(folder);
    Files.write(
        folder.resolve(name + ".png"), Base64.getDecoder().decode(picture.get("data").asText()));
  }

  /** Errors in the console, exceptions, violations of the policy, requests that nobody answers. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  private JsonNode call(String method, ObjectNode parameters) {
    return tools.call(session, method, parameters);
  }

  private void hear(JsonNode event) {
    JsonNode content = event.path("params");
    switch (event.get("method").asText()) {
      case "Runtime.exceptionThrown" -> complaints.add(content.path("exceptionDetails").toString());
      case "Runtime.consoleAPICalled" -> {
        if (List.of("error", "warning", "assert").contains(content.path("type").asText())) {
          complaints.add(content.path("args").toString());
        }
      }
      case "Log.entryAdded" -> {
        if (!content.path("entry").path("level").asText().equals("info")) {
          complaints.add(content.path("entry").path("text").asText());
        }
      }
      case "Runtime.executionContextCreated" -> {
        JsonNode context = content.path("context");
        contexts.put(context.path("origin").asText(), context.path("id").asInt());
      }
      case "Fetch.requestPaused" -> answer(content);
      default -> {}
    }
  }

  private void answer(JsonNode paused) {
    String url = paused.path("request").path("url").asText();
    ObjectNode reply = DevTools.object().put("requestId", paused.get("requestId").asText());
    byte[] body = network.apply(url);
    if (body == null) {
      complaints.add("asked the network for " + url);
      tools.send(session, "Fetch.failRequest", reply.put("errorReason", "Failed"));
      return;
    }
    ArrayNode headers = reply.put("responseCode", 200).putArray("responseHeaders");
    headers.addObject().put("name", "Content-Type").put("value", type(url));
    reply.put("body", Base64.getEncoder().encodeToString(body));
    tools.send(session, "Fetch.fulfillRequest", reply);
  }

  private static String type(String url) {
    if (url.endsWith(".js")) {
      return "text/javascript; charset=" + StandardCharsets.UTF_8;
    }
    return url.endsWith(".css") ? "text/css" : "text/html; charset=" + StandardCharsets.UTF_8;
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}

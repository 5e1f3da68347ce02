package org.enf.knime.view;

import static org.junit.Assert.assertEquals;
import static org.junit.Assume.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.rules.ExternalResource;
import org.junit.rules.TemporaryFolder;

/** Gives the tests of a class a Chromium. Without one on the machine they are skipped. */
final class Browser extends ExternalResource {
  private static final String CARD =
      "{ const get = WebGL2RenderingContext.prototype.getParameter;"
          + " WebGL2RenderingContext.prototype.getParameter = function (name) {"
          + " return name === 0x9246 ? 'a graphics card' : get.call(this, name); }; }";

  private final TemporaryFolder folder = new TemporaryFolder();
  private final boolean webgl;
  private Chromium chromium;
  private BrowserPage page;
  private int pages;

  private Browser(boolean webgl) {
    this.webgl = webgl;
  }

  /** One that draws WebGL in software and tells pages that a graphics card does it. */
  static Browser withGraphicsCard() {
    return new Browser(true);
  }

  /** One without WebGL, which is quicker. */
  static Browser withoutGraphicsCard() {
    return new Browser(false);
  }

  @Override
  protected void before() throws IOException, InterruptedException {
    Optional<Path> program = Chromium.find();
    assumeTrue(
        "no Chromium in the usual places; name one by " + Chromium.VARIABLE, program.isPresent());
    folder.create();
    chromium = Chromium.start(program.get(), webgl);
  }

  @Override
  protected void after() {
    if (chromium != null) {
      chromium.close();
    }
    folder.delete();
  }

  /** An empty page; the one before it is closed. */
  BrowserPage page() {
    if (page != null) {
      page.close();
    }
    page = chromium.page();
    if (webgl) {
      page.before(CARD);
    }
    return page;
  }

  /** A page of the views with its data in it, opened from a file. */
  BrowserPage open(ViewPage view, JsonNode data) throws IOException {
    return open(page(), view, data);
  }

  /** A page of the views with its data in it, opened from a file in a page that was made ready. */
  BrowserPage open(BrowserPage page, ViewPage view, JsonNode data) throws IOException {
    pages++;
    Path file = folder.getRoot().toPath().resolve(pages + "-" + view.file());
    StandalonePage.ofBundle().write(view, data, file);
    page.go(file.toUri().toString());
    page.awaitState("ready");
    return page;
  }

  /** Takes pictures of a page in light and dark, narrow and wide; nothing may stick out. */
  void look(ViewPage view, JsonNode data, String readyWhen) throws IOException {
    for (String scheme : List.of("light", "dark")) {
      for (int width : new int[] {400, 1280}) {
        BrowserPage page = page();
        page.window(width, 900, scheme);
        open(page, view, data);
        page.await(readyWhen);
        page.screenshot(view.file().replace(".html", "-" + scheme + "-" + width), true);
        assertEquals(
            "width of the page in a window of " + width,
            width,
            page.evaluate("document.documentElement.scrollWidth").asInt());
        assertEquals(List.of(), page.complaints());
      }
    }
  }
}

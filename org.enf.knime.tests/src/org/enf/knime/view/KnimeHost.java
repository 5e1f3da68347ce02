package org.enf.knime.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Plays the part of KNIME: a page of another origin that holds a view in a frame with the same
 * restrictions, serves its files under the address that the desktop uses, and answers its messages.
 */
final class KnimeHost {
  /** The address of the page around the view. */
  static final String ADDRESS = "https://org.knime.ui.java/index.html";

  /** Where the view comes from. */
  static final String VIEW_ORIGIN = "https://org.knime.core.ui.view";

  private static final String VIEW_FOLDER = VIEW_ORIGIN + "/uiext-view/org.enf.knime.SomeFactory/";

  private final String html;

  /**
   * @param api JavaScript of an object with the methods that the view may call
   */
  KnimeHost(ViewPage view, String api) {
    html =
        """
        <!doctype html>
        <html><head><meta charset="utf-8"><link rel="icon" href="data:,"></head>
        <body style="margin:0">
        <iframe src="%s" sandbox="allow-downloads allow-scripts allow-same-origin"
          style="border:0;width:100%%;height:100vh"></iframe>
        <script>
        const frame = document.querySelector("iframe");
        const heard = [];
        const api = %s;
        addEventListener("message", async ({ data, source }) => {
          if (source !== frame.contentWindow) {
            return;
          }
          heard.push(data);
          if (data.type === "UIExtensionRequest") {
            const payload = await api[data.payload.method](...data.payload.params);
            source.postMessage({ type: "UIExtensionResponse", requestId: data.requestId, payload }, "*");
          }
        });
        </script></body></html>
        """
            .formatted(VIEW_FOLDER + view.file(), api);
  }

  /** Answers a request of the browser, or null if KNIME would not know the address. */
  byte[] serve(String url) {
    if (url.equals(ADDRESS)) {
      return html.getBytes(StandardCharsets.UTF_8);
    }
    if (!url.startsWith(VIEW_FOLDER)) {
      return null;
    }
    String name = "/" + ViewPage.FOLDER + "/" + url.substring(VIEW_FOLDER.length());
    try (InputStream stream = ViewPage.class.getResourceAsStream(name)) {
      return stream == null ? null : stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

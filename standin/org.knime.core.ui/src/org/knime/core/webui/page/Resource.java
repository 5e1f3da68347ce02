package org.knime.core.webui.page;

import java.io.IOException;
import java.io.InputStream;

/** A file of a page. */
public interface Resource {
  /** What a page can be. */
  enum ContentType {
    /** A document. */
    HTML,
    /** A script. */
    SHADOW_APP,
    /** A drawing. */
    SVG,
    /** A picture. */
    PNG;

    static ContentType determineType(String path) {
      if (path.endsWith(".js")) {
        return SHADOW_APP;
      } else if (path.endsWith(".html")) {
        return HTML;
      } else if (path.endsWith(".svg")) {
        return SVG;
      } else if (path.endsWith(".png")) {
        return PNG;
      }
      throw new IllegalArgumentException("Can't determine resource content type for path " + path);
    }
  }

  /** Where it stands, from the page. */
  String getRelativePath();

  /**
   * What it holds.
   *
   * @throws IOException if it cannot be read
   */
  InputStream getInputStream() throws IOException;

  /** What it is; throws IllegalArgumentException if its name does not tell. */
  ContentType getContentType();
}

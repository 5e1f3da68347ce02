package org.knime.core.webui.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of a bundle. */
record FileResource(Path file, Path relative) implements Resource {
  @Override
  public String getRelativePath() {
    return relative.toString().replace('\\', '/');
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return Files.newInputStream(file);
  }

  @Override
  public ContentType getContentType() {
    return ContentType.determineType(relative.toString());
  }
}

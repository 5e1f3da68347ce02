package org.knime.core.webui.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

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
  public boolean isStatic() {
    return true;
  }

  @Override
  public ContentType getContentType() {
    return ContentType.determineType(relative.toString());
  }

  @Override
  public Optional<Charset> getCharset() {
    return Charset.defaultCharset().equals(StandardCharsets.UTF_8)
        ? Optional.empty()
        : Optional.of(StandardCharsets.UTF_8);
  }
}

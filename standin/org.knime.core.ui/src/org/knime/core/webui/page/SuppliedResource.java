package org.knime.core.webui.page;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.function.Supplier;

/** A resource whose content is made anew each time. */
record SuppliedResource(
    String path, Supplier<InputStream> content, boolean constant, Charset charset)
    implements Resource {
  static SuppliedResource ofText(String path, Supplier<String> text, Charset charset) {
    return new SuppliedResource(
        path, () -> new ByteArrayInputStream(text.get().getBytes(charset)), false, charset);
  }

  @Override
  public String getRelativePath() {
    return path;
  }

  @Override
  public InputStream getInputStream() {
    return content.get();
  }

  @Override
  public boolean isStatic() {
    return constant;
  }

  @Override
  public ContentType getContentType() {
    return ContentType.determineType(path);
  }

  @Override
  public Optional<Charset> getCharset() {
    return Charset.defaultCharset().equals(charset)
        ? Optional.empty()
        : Optional.ofNullable(charset);
  }
}

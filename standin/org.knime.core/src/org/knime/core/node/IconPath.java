package org.knime.core.node;

import java.net.URI;
import java.net.URL;

/** Where the icon of a node is: next to its factory, unless the path begins with a slash. */
final class IconPath {
  private IconPath() {}

  static URL resolve(Class<?> factory, String path) {
    if (path == null || path.isBlank()) {
      return null;
    }
    String folder = "/" + factory.getPackageName().replace('.', '/') + "/";
    String resolved = URI.create(folder).resolve(path).normalize().getPath();
    return factory.getClassLoader().getResource(resolved.substring(1));
  }
}

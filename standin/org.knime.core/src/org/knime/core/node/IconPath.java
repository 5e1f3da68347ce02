package org.knime.core.node;

import java.net.URL;

/**
 * Where the icon of a node is: next to its factory. A path that begins with a slash leads nowhere.
 */
final class IconPath {
  private IconPath() {}

  static URL resolve(Class<?> factory, String path) {
    if (path == null || path.isBlank() || path.startsWith("/")) {
      return null;
    }
    String icon = factory.getPackageName().replace('.', '/') + "/" + path;
    icon = icon.replaceAll("/(\\./)+", "/");
    String folded = icon.replaceFirst("[^./]+/\\.\\./", "");
    while (!folded.equals(icon)) {
      icon = folded;
      folded = icon.replaceFirst("[^./]+/\\.\\./", "");
    }
    return factory.getClassLoader().getResource(icon);
  }
}

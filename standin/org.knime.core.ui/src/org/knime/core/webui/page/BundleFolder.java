package org.knime.core.webui.page;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.runtime.FileLocator;
import org.knime.core.node.NodeLogger;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** Finds the files of a bundle on disk. */
final class BundleFolder {
  private static final NodeLogger LOGGER = NodeLogger.getLogger(BundleFolder.class);

  private BundleFolder() {}

  static Path of(Class<?> clazz, String basePath) {
    return of(FrameworkUtil.getBundle(clazz), basePath);
  }

  private static Path of(Bundle bundle, String basePath) {
    try {
      URL root = FileLocator.toFileURL(bundle.getEntry("."));
      // The URL may hold blanks that are not escaped.
      return Path.of(new URI(root.getProtocol(), root.getFile(), null))
          .resolve(basePath)
          .normalize();
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("Failed to resolve the directory " + basePath, e);
    }
  }

  static Resource resource(Path folder, Path relative) {
    Path file = folder.resolve(relative);
    if (!Files.isRegularFile(file)) {
      LOGGER.coding("The file '" + file + "' doesn't exist (or is not a regular file)");
    }
    return new FileResource(file, relative);
  }

  static List<Resource> files(Path folder, Path below) {
    try (Stream<Path> files = Files.walk(below)) {
      return files
          .filter(file -> !Files.isDirectory(file))
          .map(file -> resource(folder, folder.relativize(file).normalize()))
          .toList();
    } catch (IOException e) {
      LOGGER.coding("Failed to resolve resources from directory " + below, e);
      return List.of();
    }
  }
}

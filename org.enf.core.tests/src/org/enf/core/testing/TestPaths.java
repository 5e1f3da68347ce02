package org.enf.core.testing;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the tests find what is not in their bundle. */
public final class TestPaths {
  private TestPaths() {}

  /** The root of the checkout. */
  public static Path root() {
    String named = System.getProperty("enf.root");
    if (named != null && !named.isEmpty()) {
      return Path.of(named);
    }
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.isDirectory(folder.resolve("org.enf.core"))) {
      folder = folder.getParent();
    }
    return folder == null ? Path.of("") : folder;
  }

  /** The folder with reference facts and data; may be missing. */
  public static Path shared() {
    return root().toAbsolutePath().normalize().resolveSibling("shared");
  }

  /**
   * The folder with the reference's numbers, {@code $ENF_VECTORS} if that is set; may be missing.
   */
  public static Path vectors() {
    String named = System.getenv("ENF_VECTORS");
    if (named != null && !named.isEmpty()) {
      return Path.of(named);
    }
    return shared().resolve("spec").resolve("vectors");
  }
}

package org.enf.core.egnn.nd4j;

import java.nio.file.Path;
import org.enf.core.file.CacheFolder;

/**
 * Where JavaCPP unpacks ND4J's native libraries. Its own folder has no version in its name, so that
 * two programs with different versions would take each other's libraries; this one has.
 */
final class NativeCache {
  static final String PROPERTY = "org.bytedeco.javacpp.cachedir";
  static final String NAME = "javacpp-1.5.7-nd4j-1.0.0-M2.1";

  private NativeCache() {}

  /** Sets JavaCPP's folder unless somebody else has. To be called before the first call of ND4J. */
  static void prepare() {
    if (System.getProperty(PROPERTY) == null) {
      System.setProperty(PROPERTY, folder(CacheFolder.ofUser()).toString());
    }
  }

  /** A folder of the user, or one beside the temporary files where the user has none. */
  static Path folder(CacheFolder cache) {
    return cache
        .folder(NAME)
        .orElseGet(
            () ->
                Path.of(
                    System.getProperty("java.io.tmpdir"),
                    "enf-" + System.getProperty("user.name") + "-" + NAME));
  }
}

package org.enf.core.egnn.nd4j;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.enf.core.file.CacheFolder;
import org.enf.core.file.PrivateFolder;

/**
 * Where JavaCPP unpacks ND4J's native libraries. Its own folder has neither version nor platform in
 * its name, so that two programs would take each other's libraries; this one has both.
 */
final class NativeCache {
  static final String PROPERTY = "org.bytedeco.javacpp.cachedir";
  static final String NAME = "javacpp-1.5.7-nd4j-1.0.0-M2.1-" + Loader.Detector.getPlatform();

  private static final String REMEDY =
      "give Java a folder that can be written by -D" + PROPERTY + "=FOLDER";

  private NativeCache() {}

  /**
   * Makes JavaCPP use this folder unless somebody else has named one. To be called before the first
   * call of ND4J.
   *
   * @return the folder that JavaCPP uses
   * @throws IllegalStateException if there is no place for one; the message says what to do
   */
  static Path prepare() {
    if (System.getProperty(PROPERTY) != null) {
      return ofJavaCpp();
    }
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    System.setProperty(PROPERTY, folder(CacheFolder.ofUser(), temporary).toString());
    try {
      return ofJavaCpp();
    } finally {
      // Another JavaCPP in this process, with libraries of the same names, keeps its own.
      System.clearProperty(PROPERTY);
    }
  }

  /** JavaCPP asks for the property once and remembers what it found. */
  private static Path ofJavaCpp() {
    try {
      return Loader.getCacheDir().toPath();
    } catch (IOException e) {
      throw new IllegalStateException(
          "JavaCPP finds no folder for ND4J's native libraries (" + e.getMessage() + "); " + REMEDY,
          e);
    }
  }

  /** A folder of the user, or one beside the temporary files where the user has none. */
  static Path folder(CacheFolder cache, Path temporary) {
    Optional<Path> ofUser = cache.folder(NAME);
    if (ofUser.isPresent()) {
      return ofUser.get();
    }
    String user = System.getProperty("user.name").replaceAll("[^A-Za-z0-9]", "-");
    try {
      return PrivateFolder.in(temporary, "enf-" + user + "-" + NAME);
    } catch (IOException e) {
      throw new IllegalStateException(
          "ND4J's native libraries can be unpacked neither into the cache folder of the user nor"
              + " into "
              + temporary
              + " ("
              + e
              + "); "
              + REMEDY,
          e);
    }
  }
}

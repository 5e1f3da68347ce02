package org.enf.core.egnn.nd4j;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
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

  private NativeCache() {}

  /**
   * Runs what calls ND4J for the first time, with JavaCPP's folder set unless somebody else has.
   * JavaCPP remembers it, so it is taken back afterwards: another JavaCPP in this process, with
   * libraries of the same names, keeps its own.
   *
   * @param start gets the folder
   * @throws IllegalStateException if there is no place for one; the message says what to do
   */
  static <T> T during(Function<String, T> start) {
    String chosen = System.getProperty(PROPERTY);
    if (chosen != null) {
      return start.apply(chosen);
    }
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    String folder = folder(CacheFolder.ofUser(), temporary).toString();
    System.setProperty(PROPERTY, folder);
    try {
      return start.apply(folder);
    } finally {
      System.clearProperty(PROPERTY);
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
              + "); give Java a folder that can be written by -D"
              + PROPERTY
              + "=FOLDER",
          e);
    }
  }
}

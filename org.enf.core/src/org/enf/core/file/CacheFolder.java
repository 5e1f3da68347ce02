package org.enf.core.file;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The folder where this library keeps what it can make again, one for each user: {@code
 * $XDG_CACHE_HOME/enf} where that is set (XDG Base Directory Specification), else {@code
 * ~/Library/Caches/enf} on macOS, {@code %LOCALAPPDATA%\enf} on Windows and {@code ~/.cache/enf}
 * elsewhere.
 */
public final class CacheFolder {
  private static final String NAME = "enf";

  private final UnaryOperator<String> environment;
  private final UnaryOperator<String> properties;

  /** The folder that these environment variables and system properties tell. */
  CacheFolder(UnaryOperator<String> environment, UnaryOperator<String> properties) {
    this.environment = environment;
    this.properties = properties;
  }

  /** The folder of the user who runs this process. */
  public static CacheFolder ofUser() {
    return new CacheFolder(System::getenv, System::getProperty);
  }

  /** The folder {@code parent/enf}, whatever the environment says. */
  public static CacheFolder in(Path parent) {
    String absolute = parent.toAbsolutePath().toString();
    return new CacheFolder(name -> "XDG_CACHE_HOME".equals(name) ? absolute : null, name -> null);
  }

  /**
   * A folder in this one, made if it is not there.
   *
   * @param name of the folder
   * @return nothing if the user has no home or nothing can be written there
   */
  public Optional<Path> folder(String name) {
    try {
      Optional<Path> root = root();
      if (root.isEmpty()) {
        return Optional.empty();
      }
      Path folder = Files.createDirectories(root.get().resolve(name));
      return Files.isWritable(folder) ? Optional.of(folder) : Optional.empty();
    } catch (IOException | InvalidPathException notThere) {
      return Optional.empty();
    }
  }

  /**
   * How the folder is.
   *
   * @param path where it is or would be; nothing if the user has no home
   * @param writable whether something can be put into it; it is made then if need be
   * @param bytes what its files take
   */
  public record State(Optional<Path> path, boolean writable, long bytes) {}

  /** Looks at the folder, and makes nothing. */
  public State state() {
    try {
      Optional<Path> path = root();
      Path place = path.orElse(null);
      while (place != null && !Files.exists(place)) {
        place = place.getParent();
      }
      boolean writable = place != null && Files.isDirectory(place) && Files.isWritable(place);
      return new State(path, writable, path.isPresent() ? size(path.get()) : 0);
    } catch (InvalidPathException notThere) {
      return new State(Optional.empty(), false, 0);
    }
  }

  private static long size(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(Path::toFile).filter(File::isFile).mapToLong(File::length).sum();
    } catch (IOException | UncheckedIOException notThere) {
      return 0;
    }
  }

  private Optional<Path> root() {
    Optional<Path> xdg = absolute(environment.apply("XDG_CACHE_HOME"));
    if (xdg.isPresent()) {
      return xdg.map(path -> path.resolve(NAME));
    }
    Optional<Path> home = absolute(properties.apply("user.home"));
    String system = Optional.ofNullable(properties.apply("os.name")).orElse("");
    system = system.toLowerCase(Locale.ROOT);
    if (system.startsWith("mac")) {
      return home.map(path -> path.resolve("Library").resolve("Caches").resolve(NAME));
    }
    if (system.startsWith("windows")) {
      return absolute(environment.apply("LOCALAPPDATA"))
          .or(() -> home.map(path -> path.resolve("AppData").resolve("Local")))
          .map(path -> path.resolve(NAME));
    }
    return home.map(path -> path.resolve(".cache").resolve(NAME));
  }

  /** The path that a variable holds; the specification wants relative ones ignored. */
  private static Optional<Path> absolute(String value) {
    return Optional.ofNullable(value)
        .filter(text -> !text.isBlank())
        .map(Path::of)
        .filter(Path::isAbsolute);
  }
}

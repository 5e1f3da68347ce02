package org.enf.core.egnn.nd4j;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.enf.core.testing.TestPaths;
import org.osgi.framework.launch.Framework;

/** The bundles as an installation has them, in a folder of their own that cannot be written. */
final class Installation {
  private static final String THIRD_PARTY = "org.enf.thirdparty";

  private final Path folder;

  /** Lays out the bundles of this checkout. */
  Installation(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    Path root = TestPaths.root();
    copy(root.resolve("org.enf.core/META-INF"), folder.resolve("org.enf.core/META-INF"));
    copy(root.resolve("org.enf.core/target/classes"), folder.resolve("org.enf.core"));
    for (String bundle : List.of(THIRD_PARTY, natives().getFileName().toString())) {
      copy(root.resolve(bundle + "/META-INF"), folder.resolve(bundle + "/META-INF"));
      copy(root.resolve(bundle + "/lib"), folder.resolve(bundle + "/lib"));
    }
    setWritable(false);
  }

  /** The fragment with the native libraries of this platform; its folder may be missing. */
  static Path natives() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String os =
        system.startsWith("windows") ? "win32" : system.startsWith("mac") ? "macosx" : "linux";
    String arch = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
    return TestPaths.root().resolve(THIRD_PARTY + "." + os + "." + arch);
  }

  /** A name with blanks and umlauts, or with blanks only where file names have no umlauts. */
  static Path awkward(Path parent, String name) {
    try {
      return parent.resolve("M\u00FCller & S\u00F6hne, " + name);
    } catch (InvalidPathException noUmlauts) {
      return parent.resolve("Mueller & Soehne, " + name);
    }
  }

  /** The process that runs a command from here. */
  ProcessBuilder command(Path home, Path temporary, Path configuration, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx512m");
    command.add("-Duser.home=" + home);
    command.add("-Djava.io.tmpdir=" + temporary);
    command.add("-cp");
    command.add(
        TestPaths.root().resolve("org.enf.core.tests/target/classes")
            + System.getProperty("path.separator")
            + Path.of(
                Framework.class.getProtectionDomain().getCodeSource().getLocation().getPath()));
    command.add(InstalledEnf.class.getName());
    command.add(folder.toString());
    command.add(configuration.toString());
    command.addAll(List.of(arguments));
    ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
    process.environment().keySet().removeAll(List.of("XDG_CACHE_HOME", "LOCALAPPDATA"));
    return process;
  }

  /** Where the bundles are. */
  Path folder() {
    return folder;
  }

  /**
   * Each file and folder in a folder with its size and the time of its last change: a folder's is
   * that of the last file made or deleted there.
   */
  static TreeMap<String, String> contentOf(Path folder) throws IOException {
    TreeMap<String, String> content = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        content.put(
            folder.relativize(file).toString(),
            Files.size(file) + " " + Files.getLastModifiedTime(file));
      }
    }
    return content;
  }

  /** Deletes a folder with all that is in it, this installation included. */
  void deleteWith(Path parent) throws IOException {
    setWritable(true);
    Files.walkFileTree(
        parent,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException failure)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private void setWritable(boolean writable) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isDirectory).toList()) {
        path.toFile().setWritable(writable);
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }
}

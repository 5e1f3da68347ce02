package org.enf.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the metadata of an update site the same in each build of the same sources: p2 writes down
 * when it was at work, and the packages of a JRE in the order of a hash.
 *
 * <p>Arguments: the folder of the site, the number to put in place of the time.
 */
public final class SameBytes {
  private static final String TIME = "(<property name='p2.timestamp' value=')[0-9]+";
  private static final String PACKAGE = "<provided namespace='java.package' .*/>";

  private SameBytes() {}

  /**
   * Rewrites the files.
   *
   * @throws IOException if they cannot be read or written
   */
  public static void main(String[] arguments) throws IOException {
    for (String name : List.of("content.xml", "artifacts.xml")) {
      Path file = Path.of(arguments[0], name);
      List<String> lines = new ArrayList<>();
      List<String> packages = new ArrayList<>();
      for (String line : Files.readAllLines(file)) {
        if (line.strip().matches(PACKAGE)) {
          packages.add(line);
        } else {
          packages.stream().sorted().forEach(lines::add);
          packages.clear();
          lines.add(line.replaceFirst(TIME, "$1" + arguments[1]));
        }
      }
      Files.writeString(file, String.join("\n", lines) + "\n");
    }
  }
}

package org.enf.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Checks an update site: that it holds our bundles and features only, that KNIME's bundles are
 * required and not contained, that all that comes from others stands in the bill of materials, and
 * that no platform has to download more than we promise. Prints what each one downloads.
 *
 * <p>Argument: the folder of the site.
 */
public final class SiteCheck {
  private static final long MOST_BYTES = 130_000_000;
  private static final Pattern UNIT = Pattern.compile("<unit id='([^']*)'");
  private static final Pattern OURS =
      Pattern.compile("org\\.enf\\.(core|knime|feature|thirdparty|cuda)(?!.*tests)[a-z0-9_.]*");
  private static final Pattern NO_BUNDLE =
      Pattern.compile("a\\.jre\\.javase|[0-9-a-z]+\\.org\\.enf\\.category");
  private static final Pattern PLATFORM =
      Pattern.compile("org\\.enf\\.thirdparty\\.((?:linux|win32|macosx)\\..*)_[0-9.a-z-]*\\.jar");
  private static final Pattern FOREIGN =
      Pattern.compile(".*\\.jar|views/lib/.*\\.(js|css)|lib/redist/.*[^/]");
  private static final Map<String, String> RANGES =
      Map.of(
          "org.knime.core", "[5.7.0,6.0.0)",
          "org.knime.core.ui", "[5.7.0,6.0.0)",
          "org.knime.chem.types", "[5.0.0,6.0.0)");

  private final Path site;
  private final List<String> faults = new ArrayList<>();

  private SiteCheck(Path site) {
    this.site = site;
  }

  /**
   * Checks the site; the exit code is 1 if something is wrong.
   *
   * @throws IOException if it cannot be read
   */
  public static void main(String[] arguments) throws IOException {
    SiteCheck check = new SiteCheck(Path.of(arguments[0]));
    check.units();
    check.bill();
    check.sizes();
    check.faults.forEach(fault -> System.err.println("update site: " + fault));
    System.exit(check.faults.isEmpty() ? 0 : 1);
  }

  private void units() throws IOException {
    String content = Files.readString(site.resolve("content.xml"));
    for (String unit : UNIT.matcher(content).results().map(found -> found.group(1)).toList()) {
      if (!OURS.matcher(unit).matches() && !NO_BUNDLE.matcher(unit).matches()) {
        faults.add(unit + " is not ours");
      }
    }
    for (Path file : files("plugins", "features")) {
      String name = file.getFileName().toString();
      if (!OURS.matcher(name.substring(0, name.lastIndexOf('_'))).matches()) {
        faults.add(name + " is not ours");
      }
    }
    for (Map.Entry<String, String> range : RANGES.entrySet()) {
      String requirement = "name='" + range.getKey() + "' range='" + range.getValue() + "'";
      if (!content.contains(requirement)) {
        faults.add("nothing requires " + range.getKey() + " " + range.getValue());
      }
    }
  }

  private void bill() throws IOException {
    Map<String, JsonNode> listed = new HashMap<>();
    collect(new ObjectMapper().readTree(site.resolve("sbom.cdx.json").toFile()), listed);
    for (Path bundle : files("plugins")) {
      try (ZipFile zip = new ZipFile(bundle.toFile())) {
        for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
          if (FOREIGN.matcher(entry.getName()).matches()) {
            require(listed.get(sha256(zip, entry)), bundle.getFileName() + "/" + entry.getName());
          }
        }
      }
    }
  }

  private void require(JsonNode component, String file) {
    if (component == null) {
      faults.add(file + " is missing in the bill of materials");
      return;
    }
    if (component.at("/licenses/0/expression").asText().isBlank()) {
      faults.add(file + " has no licence");
    }
    if (component.path("version").asText().isBlank() || component.path("purl").asText().isBlank()) {
      faults.add(file + " has no version or origin");
    }
  }

  private static void collect(JsonNode node, Map<String, JsonNode> listed) {
    for (JsonNode component : node.path("components")) {
      listed.put(component.at("/hashes/0/content").asText(), component);
      collect(component, listed);
    }
  }

  private static String sha256(ZipFile zip, ZipEntry entry) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(in.readAllBytes()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The feature for the GPU is another download, of another size. */
  private void sizes() throws IOException {
    long common = 0;
    Map<String, Long> platforms = new TreeMap<>();
    for (Path file : files("plugins", "features")) {
      String name = file.getFileName().toString();
      MatchResult platform = PLATFORM.matcher(name).results().findAny().orElse(null);
      if (platform != null) {
        platforms.put(platform.group(1), Files.size(file));
      } else if (!name.contains(".cuda.")) {
        common += Files.size(file);
      }
    }
    if (platforms.isEmpty()) {
      faults.add("there are native libraries for no platform");
    }
    for (Map.Entry<String, Long> platform : platforms.entrySet()) {
      long bytes = common + platform.getValue();
      System.out.printf("%-14s %.1f MB%n", platform.getKey(), bytes / 1e6);
      if (bytes > MOST_BYTES) {
        faults.add(platform.getKey() + " downloads more than " + MOST_BYTES / 1_000_000 + " MB");
      }
    }
  }

  private List<Path> files(String... folders) throws IOException {
    List<Path> files = new ArrayList<>();
    for (String folder : folders) {
      try (Stream<Path> listed = Files.list(site.resolve(folder))) {
        files.addAll(listed.sorted().toList());
      }
    }
    return files;
  }
}

package org.enf.site;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
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
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * Writes the bill of materials of an update site, in CycloneDX's form: its bundles, the jars and
 * the files of other authors that they hold, and the libraries that these jars hold in turn, each
 * with licence, version and checksum. Fails where a licence is not known.
 *
 * <p>Arguments: the folder of the site, the table of licences, the version of the site.
 */
public final class BillOfMaterials {
  private static final String FILE = "sbom.cdx.json";
  private static final String OWN_LICENCE = "Apache-2.0";
  private static final String PAGES = "views/lib/";
  private static final String LIBRARIES = "lib/redist/";
  private static final Licence NONE = new Licence("", Optional.of("/@"));
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Map<String, Licence> licences;
  private final List<String> missing = new ArrayList<>();

  private BillOfMaterials(Map<String, Licence> licences) {
    this.licences = licences;
  }

  /**
   * The licence of something; with where a file of the pages comes from, or what was done to a jar.
   */
  private record Licence(String expression, Optional<String> remark) {}

  /** Group, artifact and version of a library, as Maven writes them into jars. */
  private record Coordinates(String group, String artifact, String version) {
    String key() {
      return group + ":" + artifact;
    }

    String url() {
      return "pkg:maven/" + group + "/" + artifact + "@" + version;
    }
  }

  /**
   * Writes the file.
   *
   * @throws IOException if the site cannot be read or written
   */
  public static void main(String[] arguments) throws IOException {
    Path site = Path.of(arguments[0]);
    BillOfMaterials bill = new BillOfMaterials(read(Path.of(arguments[1])));
    ObjectNode tree = bill.of(site, arguments[2]);
    if (!bill.missing.isEmpty()) {
      System.err.println(
          "These have no licence in " + arguments[1] + ": " + String.join(", ", bill.missing));
      System.exit(1);
    }
    Files.writeString(site.resolve(FILE), JSON.writeValueAsString(tree) + "\n");
  }

  private static Map<String, Licence> read(Path table) throws IOException {
    Map<String, Licence> licences = new HashMap<>();
    for (String line : Files.readAllLines(table)) {
      if (!line.startsWith("#")) {
        String[] columns = line.split(",");
        Optional<String> remark = columns.length > 2 ? Optional.of(columns[2]) : Optional.empty();
        licences.put(columns[0], new Licence(columns[1], remark));
      }
    }
    return licences;
  }

  private ObjectNode of(Path site, String version) throws IOException {
    ObjectNode bill = JSON.createObjectNode();
    bill.put("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json");
    bill.put("bomFormat", "CycloneDX");
    bill.put("specVersion", "1.6");
    bill.put("version", 1);
    ObjectNode whole = component("application", "E-NF nodes for KNIME", version, OWN_LICENCE);
    whole.put("bom-ref", "update-site");
    bill.putObject("metadata").set("component", whole);
    ArrayNode components = bill.putArray("components");
    try (Stream<Path> bundles = Files.list(site.resolve("plugins"))) {
      for (Path bundle : bundles.sorted().toList()) {
        components.add(bundle(bundle));
      }
    }
    // the same bill has the same number, another one another
    byte[] content = JSON.writeValueAsBytes(bill);
    bill.put("serialNumber", "urn:uuid:" + UUID.nameUUIDFromBytes(content));
    return bill;
  }

  private ObjectNode bundle(Path jar) throws IOException {
    String file = jar.getFileName().toString();
    int underscore = file.lastIndexOf('_');
    String name = file.substring(0, underscore);
    String version = file.substring(underscore + 1, file.length() - ".jar".length());
    ObjectNode bundle = component("library", name, version, OWN_LICENCE);
    bundle.put("bom-ref", file);
    hash(bundle, Files.readAllBytes(jar));
    ArrayNode nested = JSON.createArrayNode();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      Map<String, ZipEntry> entries = new TreeMap<>();
      zip.stream().forEach(entry -> entries.put(entry.getName(), entry));
      for (ZipEntry entry : entries.values()) {
        if (entry.getName().endsWith(".jar")) {
          nested.add(nestedJar(entry.getName(), bytes(zip, entry)));
        } else if (entry.getName().matches(PAGES + ".*\\.(js|css)")) {
          nested.add(file(entry.getName(), entry.getName(), bytes(zip, entry)));
        } else if (entry.getName().startsWith(LIBRARIES) && !entry.isDirectory()) {
          nested.add(file(LIBRARIES, entry.getName(), bytes(zip, entry)));
        }
      }
    }
    if (!nested.isEmpty()) {
      bundle.set("components", nested);
    }
    return bundle;
  }

  private static byte[] bytes(ZipFile zip, ZipEntry entry) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }

  private ObjectNode nestedJar(String path, byte[] content) throws IOException {
    String file = path.substring(path.lastIndexOf('/') + 1, path.length() - ".jar".length());
    List<Coordinates> libraries = libraries(content);
    Coordinates own =
        libraries.stream()
            .filter(library -> file.startsWith(library.artifact() + "-" + library.version()))
            .findFirst()
            .orElseGet(() -> byName(file));
    String rest = file.substring((own.artifact() + "-" + own.version()).length());
    String classifier = rest.isEmpty() ? "" : rest.substring(1);
    Licence licence = licence(own, classifier);
    ObjectNode component =
        component("library", own.artifact(), own.version(), licence.expression());
    component.put("group", own.group());
    licence.remark().ifPresent(remark -> component.putObject("pedigree").put("notes", remark));
    String query = classifier.isEmpty() ? "" : "?classifier=" + classifier;
    component.put("purl", own.url() + query);
    component.put("bom-ref", own.url() + query);
    hash(component, content);
    ArrayNode inside = JSON.createArrayNode();
    for (Coordinates library : libraries) {
      if (!library.equals(own)) {
        inside.add(shaded(library, own));
      }
    }
    if (!inside.isEmpty()) {
      component.set("components", inside);
    }
    return component;
  }

  private ObjectNode shaded(Coordinates library, Coordinates owner) {
    ObjectNode component =
        component(
            "library", library.artifact(), library.version(), licence(library, "").expression());
    component.put("group", library.group());
    component.put("purl", library.url());
    component.put("bom-ref", owner.url() + "#" + library.url());
    return component;
  }

  /** A file that is no jar; the table has it, or its folder, with the package it comes from. */
  private ObjectNode file(String key, String path, byte[] content) {
    Licence licence = known(key);
    String url = licence.remark().orElseThrow();
    ObjectNode component =
        component(
            "library",
            url.substring(url.indexOf('/') + 1, url.indexOf('@')),
            url.substring(url.indexOf('@') + 1),
            licence.expression());
    component.put("purl", url);
    component.put("bom-ref", path);
    hash(component, content);
    return component;
  }

  /** The libraries of which a jar says that it holds them. */
  private static List<Coordinates> libraries(byte[] jar) throws IOException {
    List<Coordinates> libraries = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(jar))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().matches("META-INF/maven/.*/pom.properties")) {
          Properties properties = new Properties();
          properties.load(new ByteArrayInputStream(zip.readAllBytes()));
          libraries.add(
              new Coordinates(
                  properties.getProperty("groupId"),
                  properties.getProperty("artifactId"),
                  properties.getProperty("version")));
        }
      }
    }
    return libraries;
  }

  /** What a jar is that does not say so itself: the artifact of the table that its name has. */
  private Coordinates byName(String file) {
    for (String key : licences.keySet()) {
      String[] parts = key.split(":");
      if (parts.length == 2 && file.matches(parts[1] + "-[0-9].*")) {
        return new Coordinates(parts[0], parts[1], file.substring(parts[1].length() + 1));
      }
    }
    int dash = file.lastIndexOf('-');
    return new Coordinates("unknown", file.substring(0, dash), file.substring(dash + 1));
  }

  private Licence licence(Coordinates library, String classifier) {
    String key = library.key() + (classifier.isEmpty() ? "" : ":native");
    String system = classifier.replaceFirst("-.*", "");
    Licence special = licences.get(key + ":" + system);
    return special != null ? special : known(key);
  }

  private Licence known(String key) {
    Licence licence = licences.get(key);
    if (licence == null) {
      missing.add(key);
      return NONE;
    }
    return licence;
  }

  private static ObjectNode component(String type, String name, String version, String licence) {
    ObjectNode component = JSON.createObjectNode();
    component.put("type", type);
    component.put("name", name);
    component.put("version", version);
    component.putArray("licenses").addObject().put("expression", licence);
    return component;
  }

  private static void hash(ObjectNode component, byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      ObjectNode hash = component.putArray("hashes").addObject();
      hash.put("alg", "SHA-256");
      hash.put("content", HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

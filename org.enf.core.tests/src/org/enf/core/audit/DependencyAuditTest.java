package org.enf.core.audit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.enf.core.audit.AuditFile.Inside;
import org.enf.core.audit.AuditFile.Library;
import org.enf.core.audit.AuditFile.Vulnerability;
import org.enf.core.testing.TestPaths;
import org.junit.BeforeClass;
import org.junit.Test;

/** No library is nested of which nobody asked what is known against it. */
public final class DependencyAuditTest {
  private static final Path ROOT = TestPaths.root();
  private static final Path FILE = ROOT.resolve("org.enf.thirdparty/AUDIT.md");
  private static final Path PAGES = ROOT.resolve("org.enf.knime/views/lib/README.md");
  private static final Pattern NESTED = Pattern.compile("lib/([^ ,]+)\\.jar");
  private static final Pattern PACKAGE = Pattern.compile("\\| `([a-z0-9-]+)` ([0-9.]+) \\|");
  private static final Pattern FIXED = Pattern.compile("fixed in ([0-9][0-9.]*)");
  private static final Pattern ID =
      Pattern.compile("CVE-\\d{4}-\\d{4,}|GHSA(-[23456789cfghjmpqrvwx]{4}){3}");

  private static AuditFile audit;

  @BeforeClass
  public static void read() throws IOException {
    assumeTrue("no checkout at " + ROOT, Files.isRegularFile(FILE));
    audit = AuditFile.parse(Files.readString(FILE));
  }

  /** The jars that the manifests nest, without their suffix. */
  private static Set<String> nested() throws IOException {
    Set<String> jars = new TreeSet<>();
    try (DirectoryStream<Path> bundles = Files.newDirectoryStream(ROOT, "org.enf.thirdparty*")) {
      for (Path bundle : bundles) {
        Path manifest = bundle.resolve("META-INF/MANIFEST.MF");
        if (Files.isRegularFile(manifest)) {
          Matcher jar = NESTED.matcher(Files.readString(manifest).replaceAll("\\R ", ""));
          while (jar.find()) {
            jars.add(jar.group(1));
          }
        }
      }
    }
    return jars;
  }

  /** The packages of the pages with their versions. */
  private static Set<String> packages() throws IOException {
    Set<String> packages = new TreeSet<>();
    Matcher line = PACKAGE.matcher(Files.readString(PAGES));
    while (line.find()) {
      packages.add(line.group(1) + "-" + line.group(2));
    }
    return packages;
  }

  /** Whether a jar is that of a library; natives have their platform behind the version. */
  private static boolean covers(Library library, String jar) {
    String name = library.name() + "-" + library.version();
    return jar.equals(name) || jar.matches(Pattern.quote(name) + "-(linux|windows|macosx)-.*");
  }

  @Test
  public void everyNestedJarHasALineWithItsVersion() throws IOException {
    Set<String> jars = nested();
    assertTrue(jars.toString(), jars.size() > 30);
    jars.addAll(packages());
    jars.removeIf(jar -> audit.libraries().stream().anyMatch(library -> covers(library, jar)));
    assertEquals("without a line of their version in " + FILE, Set.of(), jars);
  }

  @Test
  public void everyLineIsOfANestedJar() throws IOException {
    Set<String> jars = nested();
    jars.addAll(packages());
    for (Library library : audit.libraries()) {
      assertTrue(library.toString(), jars.stream().anyMatch(jar -> covers(library, jar)));
    }
  }

  @Test
  public void pagesNameTheirPackages() throws IOException {
    assertEquals(2, packages().size());
  }

  @Test
  public void everyLineTellsTheDayOfItsCheck() {
    for (Library library : audit.libraries()) {
      LocalDate day = LocalDate.parse(library.checked());
      assertFalse(library.toString(), day.isBefore(LocalDate.of(2026, 1, 1)));
    }
  }

  @Test
  public void whatAJarSaysThatItHoldsHasALine() throws IOException {
    Path folder = ROOT.resolve("org.enf.thirdparty/lib");
    assumeTrue("no nested jars in " + folder, Files.isDirectory(folder));
    Set<String> unknown = new TreeSet<>();
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.jar")) {
      for (Path jar : jars) {
        String name = jar.getFileName().toString();
        for (Inside inside : inside(jar)) {
          if (!name.startsWith(inside.name() + "-" + inside.version())
              && !audit.inside().contains(inside)) {
            unknown.add(inside.toString());
          }
        }
      }
    }
    assertEquals("without a line in " + FILE, Set.of(), unknown);
  }

  /** The artifacts that a jar says it holds. */
  private static List<Inside> inside(Path jar) throws IOException {
    List<Inside> inside = new ArrayList<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (entry.getName().endsWith("/pom.properties")) {
          Properties properties = new Properties();
          try (InputStream in = zip.getInputStream(entry)) {
            properties.load(in);
          }
          inside.add(
              new Inside(
                  properties.getProperty("artifactId"),
                  properties.getProperty("version"),
                  jar.getFileName().toString()));
        }
      }
    }
    return inside;
  }

  @Test
  public void everyVulnerabilityIsMendedOrHasAReason() {
    assertTrue(audit.vulnerabilities().size() > 10);
    for (Vulnerability known : audit.vulnerabilities()) {
      assertTrue(known.toString(), ID.matcher(known.id()).matches());
      Set<String> versions = versionsOf(known.library());
      assertFalse("no such library: " + known, versions.isEmpty());
      Matcher fixed = FIXED.matcher(known.answer());
      if (fixed.matches()) {
        for (String version : versions) {
          assertTrue(known.toString(), compare(version, fixed.group(1)) >= 0);
        }
      } else {
        assertEquals(known.toString(), "does not apply", known.answer());
        assertTrue(known.toString(), reason(known.reason()).length() > 40);
      }
    }
  }

  /** A reason, or that of the vulnerability to which it points. */
  private static String reason(String reason) {
    Matcher other = ID.matcher(reason);
    if (!reason.startsWith("As ") || !other.find()) {
      return reason;
    }
    return audit.vulnerabilities().stream()
        .filter(known -> known.id().equals(other.group()))
        .map(Vulnerability::reason)
        .collect(Collectors.joining());
  }

  private static Set<String> versionsOf(String library) {
    Set<String> inside =
        audit.inside().stream()
            .filter(line -> line.name().equals(library))
            .map(Inside::version)
            .collect(Collectors.toSet());
    return inside.isEmpty()
        ? audit.libraries().stream()
            .filter(line -> line.name().equals(library))
            .map(Library::version)
            .collect(Collectors.toSet())
        : inside;
  }

  /** Compares the numbers of two versions. */
  private static int compare(String version, String other) {
    String[] left = version.split("[^0-9]+");
    String[] right = other.split("[^0-9]+");
    for (int i = 0; i < right.length; i++) {
      int difference =
          Integer.compare(
              i < left.length ? Integer.parseInt(left[i]) : 0, Integer.parseInt(right[i]));
      if (difference != 0) {
        return difference;
      }
    }
    return 0;
  }

  @Test
  public void everyLibraryWithAVulnerabilityPointsToIt() {
    Set<String> known =
        audit.vulnerabilities().stream().map(Vulnerability::library).collect(Collectors.toSet());
    for (Library library : audit.libraries()) {
      if (known.contains(library.name())) {
        assertTrue(library.toString(), library.found().contains("see below"));
      }
    }
  }
}

package org.knime.core.webui.page;

import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.knime.core.node.FluentNodeAPI;

/** What a view shows: a page and its resources. */
public sealed class Page implements Resource, FluentNodeAPI permits FromFilePage {
  private final Resource main;
  private final Map<String, Resource> resources = new HashMap<>();
  private final Map<String, Function<String, Resource>> generated =
      new TreeMap<>(Comparator.comparingInt(String::length).reversed());

  Page(Resource main) {
    this.main = main;
  }

  /** Starts a page. */
  public static RequireFromFileOrString create() {
    return new RequireFromFileOrString() {
      @Override
      public RequireBundle fromFile() {
        return new RequireBundle() {
          @Override
          public RequireBasePath bundleClass(Class<?> clazz) {
            return basePath -> file -> new FromFilePage(BundleFolder.of(clazz, basePath), file);
          }
        };
      }
    };
  }

  /** The stage that asks where the page comes from. */
  public interface RequireFromFileOrString {
    /** From a file of a bundle. */
    RequireBundle fromFile();
  }

  /** The stage that asks for the bundle. */
  public interface RequireBundle {
    /** That of a class. */
    RequireBasePath bundleClass(Class<?> clazz);
  }

  /** The stage that asks for a folder of the bundle. */
  public interface RequireBasePath {
    /** The folder, from the root of the bundle. */
    RequireRelativeFilePath basePath(String basePath);
  }

  /** The stage that asks for a file in the folder. */
  public interface RequireRelativeFilePath {
    /** The file, from the folder. */
    FromFilePage relativeFilePath(String relativeFilePath);
  }

  /** The resource with this path. */
  public Optional<Resource> getResource(String relativePath) {
    Resource resource = resources.get(relativePath);
    if (resource != null) {
      return Optional.of(resource);
    }
    return generated.entrySet().stream()
        .filter(entry -> relativePath.startsWith(entry.getKey()))
        .map(entry -> entry.getValue().apply(below(entry.getKey(), relativePath)))
        .filter(Objects::nonNull)
        .findFirst();
  }

  private static String below(String prefix, String path) {
    return prefix.isEmpty() ? path : path.substring(prefix.length() + 1);
  }

  final void put(Resource resource) {
    resources.put(resource.getRelativePath(), resource);
  }

  /** The paths of the resources that were added one by one. */
  final Set<String> resourcePaths() {
    return new TreeSet<>(resources.keySet());
  }

  @Override
  public String getRelativePath() {
    return main.getRelativePath();
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return main.getInputStream();
  }

  @Override
  public ContentType getContentType() {
    return main.getContentType();
  }
}

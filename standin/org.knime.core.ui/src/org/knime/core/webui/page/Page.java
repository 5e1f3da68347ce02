package org.knime.core.webui.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.knime.core.node.FluentNodeAPI;

/** What a view shows: a page and its resources. */
public sealed class Page implements Resource, FluentNodeAPI permits FromFilePage {
  private final Resource main;
  private final Map<String, Resource> resources = new HashMap<>();
  private final Map<String, Function<String, Resource>> generated =
      new TreeMap<>(Comparator.comparingInt(String::length).reversed());
  private boolean completelyStatic;

  Page(Resource main, boolean completelyStatic) {
    this.main = main;
    this.completelyStatic = completelyStatic;
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

          @Override
          public RequireBasePath bundleID(String bundleID) {
            return basePath -> file -> new FromFilePage(BundleFolder.of(bundleID, basePath), file);
          }
        };
      }

      @Override
      public RequireRelativePath fromString(InputStreamSupplier content, Charset charset) {
        return path -> new Page(new SuppliedResource(path, content, false, charset), false);
      }

      @Override
      public RequireRelativePath fromString(StringSupplier content, Charset charset) {
        return path -> new Page(SuppliedResource.ofText(path, content, charset), false);
      }
    };
  }

  /** The stage that asks where the page comes from. */
  public interface RequireFromFileOrString {
    /** From a file of a bundle. */
    RequireBundle fromFile();

    /** From bytes. */
    default RequireRelativePath fromString(InputStreamSupplier content) {
      return fromString(content, null);
    }

    /** From text. */
    default RequireRelativePath fromString(StringSupplier content) {
      return fromString(content, StandardCharsets.UTF_8);
    }

    /** From bytes. */
    RequireRelativePath fromString(InputStreamSupplier content, Charset charset);

    /** From text. */
    RequireRelativePath fromString(StringSupplier content, Charset charset);
  }

  /** The stage that asks for the bundle. */
  public interface RequireBundle {
    /** That of a class. */
    RequireBasePath bundleClass(Class<?> clazz);

    /** The one with this symbolic name. */
    RequireBasePath bundleID(String bundleID);
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

  /** The stage that asks how the page is called. */
  public interface RequireRelativePath {
    /** Its name, whose ending tells what it is. */
    Page relativePath(String relativePath);
  }

  /** Adds a resource that is made anew each time. */
  public Page addResource(Supplier<InputStream> content, String relativePath) {
    return addResource(content, relativePath, null);
  }

  /** Adds a resource that is made anew each time. */
  public Page addResource(Supplier<InputStream> content, String relativePath, Charset charset) {
    put(new SuppliedResource(relativePath, content, false, charset));
    return this;
  }

  /** Adds all resources below a path. */
  public Page addResources(
      Function<String, InputStream> supplier, String relativePathPrefix, boolean areStatic) {
    return addResources(supplier, relativePathPrefix, areStatic, null);
  }

  /**
   * Adds all resources below a path.
   *
   * @throws IllegalStateException if they may change although the page never does
   */
  public Page addResources(
      Function<String, InputStream> supplier,
      String relativePathPrefix,
      boolean areStatic,
      Charset charset) {
    if (!areStatic && completelyStatic) {
      throw new IllegalStateException("Cannot add dynamic resources to a completely static page.");
    }
    generated.put(
        relativePathPrefix,
        path -> {
          InputStream content = supplier.apply(path);
          return content == null
              ? null
              : new SuppliedResource(path, () -> content, areStatic, charset);
        });
    return this;
  }

  /** Adds a resource of text that is made anew each time. */
  public Page addResourceFromString(Supplier<String> content, String relativePath) {
    put(SuppliedResource.ofText(relativePath, content, StandardCharsets.UTF_8));
    return this;
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

  final void mayChange() {
    completelyStatic = false;
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
  public boolean isStatic() {
    return main.isStatic();
  }

  /** Whether neither the page nor a resource ever changes. */
  public boolean isCompletelyStatic() {
    return completelyStatic;
  }

  @Override
  public ContentType getContentType() {
    return main.getContentType();
  }

  @Override
  public Optional<Charset> getCharset() {
    return main.getCharset();
  }

  /** Makes text. */
  public interface StringSupplier extends Supplier<String> {}

  /** Makes bytes. */
  public interface InputStreamSupplier extends Supplier<InputStream> {}
}

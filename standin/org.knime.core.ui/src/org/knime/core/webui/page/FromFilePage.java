package org.knime.core.webui.page;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;

/** A page whose file and resources are files of a bundle. */
public final class FromFilePage extends Page {
  private final Path folder;

  FromFilePage(Path folder, String relativeFilePath) {
    super(BundleFolder.resource(folder, Path.of(relativeFilePath)), true);
    this.folder = folder;
  }

  /** Adds a file of the folder. */
  public FromFilePage addResourceFile(String relativeFilePath) {
    put(BundleFolder.resource(folder, Path.of(relativeFilePath)));
    return this;
  }

  /** Adds all files below a path of the folder. */
  public FromFilePage addResourceDirectory(String relativeDirPath) {
    BundleFolder.files(folder, folder.resolve(relativeDirPath)).forEach(this::put);
    return this;
  }

  @Override
  public FromFilePage addResource(Supplier<InputStream> content, String relativePath) {
    mayChange();
    super.addResource(content, relativePath);
    return this;
  }

  @Override
  public FromFilePage addResourceFromString(Supplier<String> content, String relativePath) {
    mayChange();
    super.addResourceFromString(content, relativePath);
    return this;
  }

  @Override
  public FromFilePage addResources(
      Function<String, InputStream> supplier, String relativePathPrefix, boolean areStatic) {
    addResources(supplier, relativePathPrefix, areStatic, null);
    return this;
  }

  @Override
  public Page addResources(
      Function<String, InputStream> supplier,
      String relativePathPrefix,
      boolean areStatic,
      Charset charset) {
    if (!areStatic) {
      mayChange();
    }
    return super.addResources(supplier, relativePathPrefix, areStatic, charset);
  }
}

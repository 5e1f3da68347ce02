package org.knime.core.webui.page;

import java.nio.file.Path;

/** A page whose file and resources are files of a bundle. */
public final class FromFilePage extends Page {
  private final Path folder;

  FromFilePage(Path folder, String relativeFilePath) {
    super(BundleFolder.resource(folder, Path.of(relativeFilePath)));
    this.folder = folder;
  }

  /** Adds all files below a path of the folder. */
  public FromFilePage addResourceDirectory(String relativeDirPath) {
    BundleFolder.files(folder, folder.resolve(relativeDirPath)).forEach(this::put);
    return this;
  }
}

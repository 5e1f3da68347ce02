package org.knime.core.data.filestore;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.knime.core.node.port.PortObject;

/**
 * The file stores of one node in tests, below {@code 000/000} of a folder as KNIME lays them out.
 * Node code must not use it.
 */
public final class StandinFileStores {
  private final Path folder;
  private final Set<String> names = new HashSet<>();

  /**
   * The stores of a folder.
   *
   * @param folder is made with the first file store
   */
  public StandinFileStores(Path folder) {
    this.folder = folder.resolve("000").resolve("000");
  }

  /** A new file store of that name, of which there is no file yet. */
  public synchronized FileStore create(String name) throws IOException {
    if (!names.add(name)) {
      throw new IOException("File or directory with name \"" + name + "\" already exists");
    }
    Files.createDirectories(folder);
    return new FileStore(folder.resolve(name).toFile());
  }

  /** The files of a port object, in their order. */
  public static List<File> files(FileStorePortObject object) {
    return object.stores().stream().map(FileStore::getFile).toList();
  }

  /** Gives a loaded port object its files and calls postConstruct, as KNIME does. */
  public static void attach(FileStorePortObject loaded, List<File> files) throws IOException {
    loaded.attach(files.stream().map(FileStore::new).toList());
  }

  /** Lets a port object that has file stores write them, once. */
  public static void flush(PortObject object) throws IOException {
    if (object instanceof FileStorePortObject files) {
      files.flush();
    }
  }
}

package org.knime.core.data.filestore;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.knime.core.node.port.PortObject;

/**
 * A port object with files. One that is loaded is made by the constructor without parameters and
 * gets its files afterwards, then {@link #postConstruct} is called.
 */
public abstract class FileStorePortObject implements PortObject {
  private final List<FileStore> stores;
  private boolean flushed;

  protected FileStorePortObject(List<FileStore> fileStores) {
    stores = new ArrayList<>(fileStores);
  }

  protected FileStorePortObject() {
    stores = new ArrayList<>();
    flushed = true;
  }

  /**
   * Called once a loaded object has its files.
   *
   * @throws IOException if they cannot be read
   */
  protected void postConstruct() throws IOException {}

  /**
   * Called once a new object is to write its files.
   *
   * @throws IOException if they cannot be written
   */
  protected void flushToFileStore() throws IOException {}

  protected int getFileStoreCount() {
    return stores.size();
  }

  protected FileStore getFileStore(int index) {
    return stores.get(index);
  }

  private List<File> files() {
    return stores.stream().map(FileStore::getFile).toList();
  }

  @Override
  public boolean equals(Object obj) {
    return obj instanceof FileStorePortObject other && files().equals(other.files());
  }

  @Override
  public int hashCode() {
    return files().hashCode();
  }

  @Override
  public String toString() {
    return stores.toString();
  }

  final List<FileStore> stores() {
    return List.copyOf(stores);
  }

  final void attach(List<FileStore> loaded) throws IOException {
    if (!stores.isEmpty()) {
      throw new IllegalStateException("FileStore list expected to be empty after construction");
    }
    stores.addAll(loaded);
    postConstruct();
  }

  final void flush() throws IOException {
    if (!flushed) {
      flushed = true;
      flushToFileStore();
    }
  }
}

package org.knime.core.data.filestore;

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

  protected void postConstruct() throws IOException {}

  protected void flushToFileStore() throws IOException {}

  protected int getFileStoreCount() {
    return stores.size();
  }

  protected FileStore getFileStore(int index) {
    return stores.get(index);
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

package org.enf.standin;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.enf.standin.ports.Archive;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.StandinFileStores;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.StandinNode;

/** Files that port objects own. */
public class FileStoreTest {
  @Rule public TemporaryFolder folder = new TemporaryFolder();

  private ExecutionContext context() {
    return StandinNode.context(new DefaultNodeProgressMonitor(), folder.getRoot().toPath());
  }

  @Test
  public void aFileStoreHasAPlaceButNoFile() throws IOException {
    File file = context().createFileStore("model.enf").getFile();
    assertEquals(
        folder.getRoot().toPath().resolve("000").resolve("000").resolve("model.enf"),
        file.toPath());
    assertFalse(file.exists());
  }

  @Test
  public void aNameMayNotComeTwice() throws IOException {
    ExecutionContext exec = context();
    exec.createFileStore("model.enf");
    assertThrows(IOException.class, () -> exec.createFileStore("model.enf"));
  }

  @Test
  public void anObjectIsWrittenOnce() throws IOException {
    FileStore store = context().createFileStore("text");
    Archive archive = new Archive("hello", store);
    StandinFileStores.flush(archive);
    assertEquals("hello", Files.readString(store.getFile().toPath()));
    Files.delete(store.getFile().toPath());
    StandinFileStores.flush(archive);
    assertFalse(store.getFile().exists());
  }

  @Test
  public void aLoadedObjectGetsItsFilesAfterwards() throws IOException {
    Archive archive = new Archive("hello", context().createFileStore("text"));
    StandinFileStores.flush(archive);
    Archive loaded = new Archive.Serializer().loadPortObject(Zips.emptyObject(), null, null);
    StandinFileStores.attach(loaded, StandinFileStores.files(archive));
    assertEquals("hello", loaded.text());
    assertEquals(archive, loaded);
    List<File> none = List.of();
    assertThrows(IllegalStateException.class, () -> StandinFileStores.attach(archive, none));
  }
}

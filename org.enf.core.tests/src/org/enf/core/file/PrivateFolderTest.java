package org.enf.core.file;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Folders beside those of others. */
public final class PrivateFolderTest {
  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  private Path parent;

  @Before
  public void findParent() {
    parent = temporary.getRoot().toPath();
  }

  private void assumePosix() {
    assumeTrue(
        "no permissions in this file system",
        parent.getFileSystem().supportedFileAttributeViews().contains("posix"));
  }

  private Path folder() throws IOException {
    return PrivateFolder.in(parent, "libraries");
  }

  @Test
  public void ownFolderIsFoundAgain() throws IOException {
    Path made = folder();
    assertEquals(parent.resolve("libraries"), made);
    assertEquals(made, folder());
    try (var all = Files.list(parent)) {
      assertEquals(1, all.count());
    }
  }

  @Test
  public void othersCanNeitherReadNorWrite() throws IOException {
    assumePosix();
    assertEquals(
        "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())));
  }

  @Test
  public void folderThatOthersCanWriteIsNotTaken() throws IOException {
    assumePosix();
    for (String permissions : new String[] {"rwxrwx---", "rwx---rwx"}) {
      Path prepared = Files.createDirectories(parent.resolve("libraries"));
      Files.setPosixFilePermissions(prepared, PosixFilePermissions.fromString(permissions));
      Path other = folder();
      assertNotEquals(permissions, prepared, other);
      assertTrue(Files.isDirectory(other));
    }
  }

  @Test
  public void linkToAFolderIsNotTaken() throws IOException {
    assumePosix();
    Path elsewhere = temporary.newFolder().toPath();
    Files.setPosixFilePermissions(elsewhere, PosixFilePermissions.fromString("rwx------"));
    Path link = Files.createSymbolicLink(parent.resolve("libraries"), elsewhere);
    assertNotEquals(link, folder());
  }

  @Test
  public void fileInItsPlaceIsNotTaken() throws IOException {
    Path file = Files.createFile(parent.resolve("libraries"));
    assertNotEquals(file, folder());
  }

  @Test
  public void placeThatIsNoFolderHasNone() throws IOException {
    Path file = temporary.newFile().toPath();
    assertThrows(IOException.class, () -> PrivateFolder.in(file, "libraries"));
  }
}

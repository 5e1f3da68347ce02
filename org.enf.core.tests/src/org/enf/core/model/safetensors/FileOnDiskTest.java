package org.enf.core.model.safetensors;

import static org.enf.core.model.safetensors.HandMadeFile.assertSays;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class FileOnDiskTest {
  private static final SafetensorsFile CONTENT =
      SafetensorsFile.builder("m")
          .metadata("k", "v")
          .tensor("w", Tensor.float64(new double[] {1, 2}, 2))
          .build();

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  private Path folder;
  private Path model;

  @Before
  public void nameTheModel() {
    folder = temporary.getRoot().toPath();
    model = folder.resolve("m.enf");
  }

  @Test
  public void aFileIsReadAsItWasWritten() throws IOException {
    SafetensorsWriter.write(CONTENT, model);
    SafetensorsFile read = SafetensorsReader.read(model);
    assertEquals(CONTENT.tensors(), read.tensors());
    assertEquals(CONTENT.metadata(), read.metadata());
    assertEquals(model.toString(), read.origin());
    assertEquals(List.of("m.enf"), filesInFolder());
  }

  @Test
  public void anOldFileIsReplaced() throws IOException {
    Files.writeString(model, "something much longer than the new content".repeat(100));
    SafetensorsWriter.write(CONTENT, model);
    assertEquals(CONTENT.tensors(), SafetensorsReader.read(model).tensors());
    assertEquals(List.of("m.enf"), filesInFolder());
  }

  @Test
  public void theFileHasThePermissionsOfAnyNewFile() throws IOException {
    assumeTrue("this file system has no POSIX permissions", isPosix());
    SafetensorsWriter.write(CONTENT, model);
    Path ordinary = Files.writeString(folder.resolve("ordinary"), "");
    assertEquals(Files.getPosixFilePermissions(ordinary), Files.getPosixFilePermissions(model));
  }

  @Test
  public void aSymbolicLinkIsFollowed() throws IOException {
    assumeTrue("this file system has no symbolic links to rely on", isPosix());
    Path elsewhere = temporary.newFolder("elsewhere").toPath();
    Path target = Files.writeString(elsewhere.resolve("real.enf"), "old");
    Path link = Files.createSymbolicLink(model, target);
    SafetensorsWriter.write(CONTENT, link);
    assertTrue(Files.isSymbolicLink(link));
    assertEquals(CONTENT.tensors(), SafetensorsReader.read(target).tensors());
  }

  @Test
  public void aThreadThatWasInterruptedStillSavesAndReads() throws IOException {
    Thread.currentThread().interrupt();
    try {
      SafetensorsWriter.write(CONTENT, model);
      assertEquals(CONTENT.tensors(), SafetensorsReader.read(model).tensors());
    } finally {
      assertTrue("the interrupt is still there for others", Thread.interrupted());
    }
  }

  @Test
  public void aFolderIsNeitherWrittenNorRead() {
    IOException unwritten =
        assertThrows(IOException.class, () -> SafetensorsWriter.write(CONTENT, folder));
    assertTrue(
        unwritten.getMessage(), unwritten.getMessage().startsWith(folder + ": this is a folder"));
    SafetensorsException refusal =
        assertThrows(SafetensorsException.class, () -> SafetensorsReader.read(folder));
    assertSays(refusal, folder + ": ", "cannot be read");
  }

  @Test
  public void aMissingFileOrFolderIsNamed() {
    SafetensorsException refusal =
        assertThrows(SafetensorsException.class, () -> SafetensorsReader.read(model));
    assertSays(refusal, model + ": ", "cannot be read (no such file or folder)", "check its name");
    Path lost = folder.resolve("missing").resolve("m.enf");
    IOException unwritten =
        assertThrows(IOException.class, () -> SafetensorsWriter.write(CONTENT, lost));
    assertTrue(
        unwritten.getMessage(),
        unwritten.getMessage().startsWith(lost + ": the file cannot be written (no such file"));
  }

  private boolean isPosix() throws IOException {
    return Files.getFileStore(folder).supportsFileAttributeView("posix");
  }

  private List<String> filesInFolder() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}

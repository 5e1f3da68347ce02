package org.enf.core.file;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class FileTargetTest {
  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  private Path folder;
  private Path named;

  @Before
  public void nameTheFile() {
    folder = temporary.getRoot().toPath();
    named = folder.resolve("result.txt");
  }

  @Test
  public void theOldFileStaysUntilTheNewOneIsWhole() throws IOException {
    Files.writeString(named, "old");
    try (FileTarget target = FileTarget.open(named)) {
      write(target, "new");
      target.stream().flush();
      assertEquals("old", Files.readString(named));
      target.commit();
      assertEquals("new", Files.readString(named));
    }
    assertEquals(List.of("result.txt"), filesInFolder());
  }

  @Test
  public void withoutCommitNothingIsLeft() throws IOException {
    Files.writeString(named, "old");
    try (FileTarget target = FileTarget.open(named)) {
      write(target, "half of the new".repeat(10_000));
    }
    assertEquals("old", Files.readString(named));
    assertEquals(List.of("result.txt"), filesInFolder());
  }

  @Test
  public void anErrorInTheMiddleKeepsTheOldFile() throws IOException {
    Files.writeString(named, "old");
    assertThrows(
        OutOfMemoryError.class,
        () -> {
          try (FileTarget target = FileTarget.open(named)) {
            write(target, "half");
            throw new OutOfMemoryError("on purpose");
          }
        });
    assertEquals("old", Files.readString(named));
    assertEquals(List.of("result.txt"), filesInFolder());
  }

  @Test
  public void aRenameThatFailsLeavesNoTemporaryFile() throws IOException {
    IOException refusal =
        assertThrows(
            IOException.class,
            () -> {
              try (FileTarget target = FileTarget.open(named)) {
                write(target, "new");
                Files.createDirectory(named);
                Files.writeString(named.resolve("inside"), "in the way");
                target.commit();
              }
            });
    assertTrue(
        refusal.getMessage(),
        refusal.getMessage().startsWith(named + ": the file cannot be written ("));
    assertEquals(List.of("result.txt"), filesInFolder());
  }

  @Test
  public void aFolderIsRefused() {
    IOException refusal = assertThrows(IOException.class, () -> FileTarget.open(folder));
    assertTrue(
        refusal.getMessage(), refusal.getMessage().startsWith(folder + ": this is a folder"));
  }

  private static void write(FileTarget target, String text) throws IOException {
    target.stream().write(text.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> filesInFolder() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> folder.relativize(file).toString()).sorted().toList();
    }
  }
}

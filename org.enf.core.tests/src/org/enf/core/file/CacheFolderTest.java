package org.enf.core.file;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The folder for what can be made again. */
public final class CacheFolderTest {
  /** Home of the user. */
  @Rule public final TemporaryFolder home = new TemporaryFolder();

  private Optional<Path> folder(String system, Map<String, String> environment) {
    Map<String, String> properties =
        Map.of("user.home", home.getRoot().toString(), "os.name", system);
    return new CacheFolder(environment::get, properties::get).folder("things");
  }

  private Path inHome(String path) {
    return home.getRoot().toPath().resolve(path);
  }

  @Test
  public void everySystemHasItsPlace() {
    assertEquals(inHome(".cache/enf/things"), folder("Linux", Map.of()).orElseThrow());
    assertEquals(inHome("Library/Caches/enf/things"), folder("Mac OS X", Map.of()).orElseThrow());
    assertEquals(inHome("AppData/Local/enf/things"), folder("Windows 11", Map.of()).orElseThrow());
    assertEquals(
        inHome("local/enf/things"),
        folder("Windows 11", Map.of("LOCALAPPDATA", inHome("local").toString())).orElseThrow());
  }

  @Test
  public void variableOfTheUserComesFirst() {
    String elsewhere = inHome("elsewhere").toString();
    assertEquals(
        inHome("elsewhere/enf/things"),
        folder("Linux", Map.of("XDG_CACHE_HOME", elsewhere)).orElseThrow());
  }

  @Test
  public void relativeOrEmptyVariableIsIgnored() {
    for (String ignored : new String[] {"", " ", "relative/place"}) {
      assertEquals(
          inHome(".cache/enf/things"),
          folder("Linux", Map.of("XDG_CACHE_HOME", ignored)).orElseThrow());
    }
  }

  @Test
  public void folderIsMade() {
    assertTrue(Files.isDirectory(folder("Linux", Map.of()).orElseThrow()));
  }

  @Test
  public void placeThatCannotBeWrittenIsNoFolder() throws IOException {
    Files.createFile(inHome(".cache"));
    assertEquals(Optional.empty(), folder("Linux", Map.of()));
  }

  @Test
  public void userWithoutHomeHasNone() {
    assertEquals(Optional.empty(), new CacheFolder(name -> null, name -> null).folder("x"));
    assertEquals(Optional.empty(), new CacheFolder(name -> null, name -> "?").folder("x"));
  }
}

package org.enf.core.egnn.nd4j;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.enf.core.file.CacheFolder;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Where native libraries are unpacked. */
public final class NativeCacheTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private String before;

  @Before
  public void forgetTheChoice() {
    before = System.getProperty(NativeCache.PROPERTY);
    System.clearProperty(NativeCache.PROPERTY);
  }

  @After
  public void restoreTheChoice() {
    if (before != null) {
      System.setProperty(NativeCache.PROPERTY, before);
    }
  }

  private Path root() {
    return folder.getRoot().toPath();
  }

  private CacheFolder nowhere() throws IOException {
    return CacheFolder.in(folder.newFile().toPath());
  }

  @Test
  public void nameHasVersionsAndPlatform() {
    assertTrue(
        NativeCache.NAME,
        NativeCache.NAME.matches(
            "javacpp-1\\.5\\.7-nd4j-1\\.0\\.0-M2\\.1-(linux|windows|macosx)-[a-z0-9_]+"));
  }

  @Test
  public void cacheOfTheUserComesFirst() {
    assertEquals(
        root().resolve("enf").resolve(NativeCache.NAME),
        NativeCache.folder(CacheFolder.in(root()), root()));
  }

  @Test
  public void userWithoutCacheHasOneBesideTheTemporaryFiles() throws IOException {
    Path temporary = folder.newFolder().toPath();
    Path made = NativeCache.folder(nowhere(), temporary);
    assertEquals(temporary, made.getParent());
    assertTrue(Files.isDirectory(made));
    assertEquals(made, NativeCache.folder(nowhere(), temporary));
  }

  @Test
  public void whoHasNoPlaceIsToldHowToNameOne() throws IOException {
    CacheFolder cache = nowhere();
    Path file = folder.newFile().toPath();
    String message =
        assertThrows(IllegalStateException.class, () -> NativeCache.folder(cache, file))
            .getMessage();
    assertTrue(message, message.contains("-Dorg.bytedeco.javacpp.cachedir=FOLDER"));
    assertTrue(message, message.contains(file.toString()));
  }

  @Test
  public void otherLibrariesOfTheProcessSeeNoChoice() {
    assertTrue(Files.isDirectory(NativeCache.prepare()));
    assertNull(System.getProperty(NativeCache.PROPERTY));
  }

  /** JavaCPP remembers its folder for the whole process, so this one is the usual one. */
  @Test
  public void choiceOfTheUserIsKept() {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    String chosen = NativeCache.folder(CacheFolder.ofUser(), temporary).toString();
    System.setProperty(NativeCache.PROPERTY, chosen);
    try {
      NativeCache.prepare();
      assertEquals(chosen, System.getProperty(NativeCache.PROPERTY));
    } finally {
      System.clearProperty(NativeCache.PROPERTY);
    }
  }
}

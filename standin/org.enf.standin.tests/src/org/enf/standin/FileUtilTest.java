package org.enf.standin;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.knime.core.util.FileUtil;

/** Paths and URLs that users type. */
public class FileUtilTest {
  @Rule public TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void aPathAndItsUrlLeadToTheFile() throws IOException, URISyntaxException {
    Path file = folder.newFile("two words.sdf").toPath();
    Files.writeString(file, "$$$$");
    URL url = FileUtil.toURL(file.toString());
    assertEquals(file, FileUtil.resolveToPath(url));
    assertEquals(file, FileUtil.resolveToPath(FileUtil.toURL(url.toString())));
    try (InputStream in = FileUtil.openStreamWithTimeout(url)) {
      assertEquals("$$$$", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  public void anotherUrlIsNoPath() throws IOException, URISyntaxException {
    URL url = FileUtil.toURL("https://example.org/a.sdf");
    assertNull(FileUtil.resolveToPath(url));
    assertThrows(InvalidPathException.class, () -> FileUtil.toURL(""));
  }
}

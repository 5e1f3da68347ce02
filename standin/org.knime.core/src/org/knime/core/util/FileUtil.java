package org.knime.core.util;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;

/**
 * Ways from a text that may be a path or a URL to a file; there are no {@code knime:} URLs here.
 */
public final class FileUtil {
  private static final int TIMEOUT_MILLIS = 1000;

  private FileUtil() {}

  public static URL toURL(String path) throws InvalidPathException, MalformedURLException {
    if (path.isEmpty()) {
      throw new InvalidPathException("", "Empty path");
    }
    try {
      return new URL(path.replace(" ", "%20"));
    } catch (MalformedURLException noUrl) {
      return Paths.get(path).toAbsolutePath().toUri().toURL();
    }
  }

  public static Path resolveToPath(URL url) throws IOException, URISyntaxException {
    if (!"file".equalsIgnoreCase(url.getProtocol())) {
      return null;
    }
    return Paths.get(new URL(url.toString().replace(" ", "%20")).toURI());
  }

  public static InputStream openStreamWithTimeout(URL url) throws IOException {
    return openStreamWithTimeout(url, TIMEOUT_MILLIS);
  }

  public static InputStream openStreamWithTimeout(URL url, int timeout) throws IOException {
    URLConnection connection = url.openConnection();
    connection.setConnectTimeout(timeout);
    connection.setReadTimeout(timeout);
    return connection.getInputStream();
  }
}

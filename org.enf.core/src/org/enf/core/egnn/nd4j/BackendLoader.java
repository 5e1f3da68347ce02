package org.enf.core.egnn.nd4j;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * All that another class loader finds, except for the entries that offer ND4J a backend: of these
 * the one for one backend only. So ND4J has no choice.
 */
final class BackendLoader extends ClassLoader {
  static final String SERVICE = "META-INF/services/org.nd4j.linalg.factory.Nd4jBackend";

  private final String backend;

  /**
   * A loader.
   *
   * @param backend the class name of the backend that ND4J may see
   */
  BackendLoader(ClassLoader parent, String backend) {
    super(parent);
    this.backend = backend;
  }

  @Override
  public URL getResource(String name) {
    if (!name.equals(SERVICE)) {
      return super.getResource(name);
    }
    try {
      Enumeration<URL> found = getResources(name);
      return found.hasMoreElements() ? found.nextElement() : null;
    } catch (IOException e) {
      return null;
    }
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    Enumeration<URL> all = super.getResources(name);
    if (!name.equals(SERVICE)) {
      return all;
    }
    List<URL> chosen = new ArrayList<>();
    for (URL url : Collections.list(all)) {
      if (offers(url)) {
        chosen.add(url);
      }
    }
    return Collections.enumeration(chosen);
  }

  private boolean offers(URL service) throws IOException {
    try (InputStream stream = service.openStream()) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .anyMatch(line -> line.strip().equals(backend));
    }
  }
}

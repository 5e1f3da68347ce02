package org.enf.standin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.webui.data.InitialDataService;
import org.knime.core.webui.node.view.NodeView;
import org.knime.core.webui.page.Page;
import org.knime.core.webui.page.Resource;
import org.knime.core.webui.page.StandinPages;

/** The open view of a node. */
public final class OpenView {
  private final NodeView view;

  OpenView(NodeView view, NodeSettingsRO settings) {
    this.view = view;
    view.loadValidatedSettingsFrom(settings);
  }

  private Page page() {
    return view.getPage();
  }

  /** The path of the page. */
  public String path() {
    return page().getRelativePath();
  }

  /**
   * The page.
   *
   * @throws IOException if it cannot be read
   * @throws IllegalArgumentException if KNIME does not show pages of this kind
   */
  public String html() throws IOException {
    page().getContentType();
    return text(page());
  }

  /** The paths of the resources beside the page, sorted; not of those that are made on demand. */
  public Set<String> resources() {
    return StandinPages.resourcePaths(page());
  }

  /**
   * A resource of the page.
   *
   * @return empty if the page has none of this path
   * @throws IOException if it cannot be read
   */
  public Optional<String> resource(String path) throws IOException {
    Optional<Resource> resource = page().getResource(path);
    return resource.isPresent() ? Optional.of(text(resource.get())) : Optional.empty();
  }

  private static String text(Resource resource) throws IOException {
    try (InputStream content = resource.getInputStream()) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** What the page gets at the start, as JSON: {@code {"result":…}}, or an error. */
  public Optional<String> initialData() {
    return view.createInitialDataService().map(InitialDataService::getInitialData);
  }
}

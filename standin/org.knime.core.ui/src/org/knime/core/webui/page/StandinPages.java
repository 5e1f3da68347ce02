package org.knime.core.webui.page;

import java.util.Set;

/** Shows tests what a page holds; KNIME has no such class. */
public final class StandinPages {
  private StandinPages() {}

  /** The paths of the resources that were added one by one, sorted. */
  public static Set<String> resourcePaths(Page page) {
    return page.resourcePaths();
  }
}

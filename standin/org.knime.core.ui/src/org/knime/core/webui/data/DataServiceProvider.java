package org.knime.core.webui.data;

import java.util.Optional;

/** Something with services for its page. */
public interface DataServiceProvider {
  /**
   * Gives the page its data at the start.
   *
   * @param <D> their type
   */
  <D> Optional<InitialDataService<D>> createInitialDataService();
}

package org.knime.core.webui.data;

import java.util.Optional;

/** Something a page talks to. */
public interface DataService {
  /** What to do when the page is closed. */
  Optional<Runnable> disposeRunnable();

  /** What to do when the page is not shown for now. */
  Optional<Runnable> deactivateRunnable();

  /** Makes one. */
  interface DataServiceBuilder {
    /** Sets what to do when the page is closed. */
    DataServiceBuilder onDispose(Runnable dispose);

    /** Sets what to do when the page is not shown for now. */
    DataServiceBuilder onDeactivate(Runnable deactivate);
  }
}

package org.knime.core.webui.data;

/** Something a page talks to. */
public interface DataService {
  /** Makes one. */
  interface DataServiceBuilder {}
}

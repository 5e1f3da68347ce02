package org.knime.core.webui.data;

/** What data services share. */
public abstract class AbstractDataService implements DataService {
  AbstractDataService() {}

  /** What their builders share. */
  public abstract static class AbstractDataServiceBuilder implements DataServiceBuilder {}
}

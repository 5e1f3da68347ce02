package org.knime.core.webui.data;

import java.util.Optional;

/** What data services share. */
public abstract class AbstractDataService implements DataService {
  private final Runnable deactivate;
  private final Runnable dispose;

  AbstractDataService(AbstractDataServiceBuilder builder) {
    deactivate = builder.deactivate;
    dispose = builder.dispose;
  }

  @Override
  public Optional<Runnable> disposeRunnable() {
    if (dispose == null || deactivate == null) {
      return Optional.ofNullable(dispose == null ? deactivate : dispose);
    }
    return Optional.of(
        () -> {
          deactivate.run();
          dispose.run();
        });
  }

  @Override
  public Optional<Runnable> deactivateRunnable() {
    return Optional.ofNullable(deactivate);
  }

  /** What their builders share. */
  public abstract static class AbstractDataServiceBuilder implements DataServiceBuilder {
    private Runnable dispose;
    private Runnable deactivate;

    @Override
    public DataServiceBuilder onDispose(Runnable dispose) {
      this.dispose = dispose;
      return this;
    }

    @Override
    public DataServiceBuilder onDeactivate(Runnable deactivate) {
      this.deactivate = deactivate;
      return this;
    }
  }
}

package org.enf.core.ode;

import java.util.concurrent.CancellationException;

/** Somebody asked for the end of the work through a {@link StopSignal}. */
public final class StoppedException extends CancellationException {
  private static final long serialVersionUID = 1L;

  /** A new exception. */
  public StoppedException() {
    super("stopped on request");
  }
}

package org.enf.core.egnn;

import org.enf.core.testing.PlainEngine;

/** The engine that the other ones are compared with must keep the contract, too. */
public class PlainEngineTest extends EngineContract {
  @Override
  protected Engine newEngine() {
    return new PlainEngine();
  }
}

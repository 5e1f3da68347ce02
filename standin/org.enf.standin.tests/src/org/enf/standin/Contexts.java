package org.enf.standin;

import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.StandinNode;

/** Makes contexts for tests. */
final class Contexts {
  private Contexts() {}

  static ExecutionContext create() {
    return StandinNode.context(new DefaultNodeProgressMonitor());
  }
}
